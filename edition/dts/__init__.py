"""Distributed Text Services 1.0 (https://dtsapi.org/versions/v1.0): one engine, for files and for requests.

| module | what for |
|---|---|
| `citations` | the citable units of a text, as its header declares them |
| `catalogue` | what the answers are made of: small enough to be stored beside them |
| `metadata` | what is said of the edition and of a text in Dublin Core Terms |
| `templates`, `addresses` | URI templates; where an interface stands |
| `parameters`, `faults` | how a request is read, and that it cannot be answered |
| `objects` | collections, texts and units as they are answered |
| `navigation` | which units a request to the Navigation endpoint means |
| `documents` | passages cut out of a TEI file |
| `service` | the four endpoints |
"""

from __future__ import annotations

from edition.dts.addresses import Addresses
from edition.dts.catalogue import Catalogue, Text, Unit
from edition.dts.faults import RequestError
from edition.dts.objects import ROOT, TEI, TEXTS
from edition.dts.service import PAGE, Answer, Service

__all__ = [
    "CATALOGUE",
    "COLLECTIONS",
    "PAGE",
    "TEI",
    "Addresses",
    "Answer",
    "Catalogue",
    "RequestError",
    "Service",
    "Text",
    "Unit",
]

CATALOGUE = "catalogue.json"  # lies beside the files, and is none of the interface
COLLECTIONS = (ROOT, TEXTS)
