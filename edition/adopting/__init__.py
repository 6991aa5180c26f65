"""TEI of others in the shape of ours, so that everything behind reads one kind of file.

`workspace.opened(folder)` is the door. What an adopted file promises stands in docs/architecture.md.
"""
