"""What changed between two corpora, in the plan's own terms, and how it is told."""

from renaksi.changes.find import Act, Change, find_changes

__all__ = ["Act", "Change", "find_changes"]
