"""What several formats need; what is to be cited is in `edition.cited`, for pages say it as well.

| module | what for |
|---|---|
| `written` | JSON as bytes |
| `notice` | title, citation, version, date, rights of both layers; the README beside a format |
| `published` | a text in TEI as it is published |
| `plain` | the texts as plain strings, and where in them each block begins |
| `selectors` | where words stand in a page and in the plain text |
| `spots` | places with point, names, identifiers |
| `graph` | what the formats of the network cannot hold |
| `addresses` | where on the web a pointer leads: to the site, or to an authority file |
| `paragraphs` | each citable block as a TEI document |
| `figures` | words and characters of a text, counted |
| `libraries` | libraries that only one format needs |
"""
