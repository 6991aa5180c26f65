"""The work of a build done by the workers of a Dask cluster: an engine like that of the processes of one machine.

What is shared by all things is sent to each worker once; the files that are read go with the things, and the files that are
written come back. So workers need no folder in common with this machine, only the same program: one that has another is
refused. Dask unpickles what it is sent: whoever reaches a scheduler runs programs on its workers (docs/cluster.md).
"""

from edition.cluster.engine import Cluster, joined

__all__ = ["Cluster", "joined"]
