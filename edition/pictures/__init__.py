"""Pictures as pure geometry: numbers in, numbers out; pages give them words, templates draw them.

| module | what for |
|---|---|
| `labels` | how wide words are; boxes and whether they meet |
| `layout` | where the nodes of a network stand |
| `network` | a network as dots, lines and labels that do not cover each other |
| `circle` | one node among its neighbours |
| `strip` | a text as a line, with marks where something stands |
"""
