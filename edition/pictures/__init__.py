"""Pictures as pure geometry: numbers in, numbers out; pages give them words, templates draw them.

| module | what for |
|---|---|
| `labels` | how wide words are; boxes and whether they meet |
| `layout` | where the nodes of a network stand |
| `dots` | dots with labels, moved apart until nothing meets |
| `lines` | what joins dots, with arrow heads |
| `network` | a whole network |
| `circle` | one node among its neighbours |
| `maps/` | projections, outlines, places and the ways of persons |
| `strip` | a text as a line, with marks where something stands |
| `axis` | scales of time |
| `captions` | where words find room |
| `telling` | the order of telling against the order of history |
| `lives` | lives from birth to death, and when the text tells of them |
"""
