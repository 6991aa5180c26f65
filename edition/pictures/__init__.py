"""The geometry of the pictures, without words and without files: numbers in, places on the paper out.

| module | what |
|---|---|
| `axis` | scales of time |
| `captions` | where words find room |
| `telling` | the order of telling against the order of history |
| `lives` | lives from birth to death, and when the text tells of them |
"""
