"""What the formats of the network cannot hold; its nodes and edges are in `edition.graph`."""

from edition.model import Bilingual

LOSSES = Bilingual(
    "Other names of a node stand in one string, without type and source; descriptions, occupations and what the "
    "dates of a life rest on are left out. A relation of several entities is divided into pairs that share a "
    "`statement`.",
    "Weitere Namen eines Knotens stehen in einer Zeichenkette, ohne Art und Beleg; Beschreibungen, Tätigkeiten und die "
    "Belege der Lebensdaten fehlen. Eine Beziehung zwischen mehreren ist in Paare zerlegt, die `statement` "
    "zusammenhält.",
)
