"""TEI of others in the shape of ours, so that everything behind reads one kind of file.

What an adopted file promises stands in docs/architecture.md, and what becomes of which TEI in docs/your-tei.md.
"""

from edition.adopting.adopted import Made, adopted

__all__ = ["Made", "adopted"]
