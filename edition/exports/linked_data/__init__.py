"""The edition as one graph in two syntaxes.

| module | what |
|---|---|
| `whole` | the nodes of the graph, with the files it is published in |
| `json_ld`, `turtle` | the formats |
| `writer` | nodes as Turtle |
| `shapes` | what the graph promises (SHACL), from `shapes.ttl` |
"""
