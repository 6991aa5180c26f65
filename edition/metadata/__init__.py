"""What pages and site say of themselves to machines: catalogues, reference managers, search engines, harvesters.

| module | what for |
|---|---|
| `subject` | what a page is about, and as what it is cited |
| `metas` | Highwire, Dublin Core, PRISM, Open Graph: one table each |
| `signposts` | typed links by the FAIR Signposting Profile |
| `offered` | the files of the exports, and which belong to a text |
| `head` | all of this, as a page's head holds it |
| `linkset` | the same links for the whole site, in one file (RFC 9264) |
| `sitemap` | sitemap.xml and robots.txt |
| `reservation` | which pages and files hold a text whose rights are reserved (TDMRep) |
| `beside` | the files of the site that are made when all pages are known |
"""

from __future__ import annotations

from edition.metadata.beside import files
from edition.metadata.head import Head, head
from edition.metadata.offered import Files, offered
from edition.metadata.subject import Subject

__all__ = ["Files", "Head", "Subject", "files", "head", "offered"]
