"""Maps: projections, outlines, labels, the places a text names, the ways of persons."""
