"""Writing files as people would: one order of keys, one style, comments kept."""

from renaksi.write.canonical import format_text

__all__ = ["format_text"]
