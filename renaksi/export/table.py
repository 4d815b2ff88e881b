"""The one table of the files for machines: path, builder, media type and documentation of each.

Paths are permanent. Nothing below `api/v1/` is ever removed or renamed (docs/open-data.md).
"""

from renaksi.export.output import Collection, Output

OUTPUTS: tuple[Output, ...] = ()
# What is made of all others, in this order.
COLLECTIONS: tuple[Collection, ...] = ()
