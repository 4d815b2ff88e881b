"""Writing files as people would: one order of keys, one style, comments kept."""

from renaksi.write.canonical import format_text
from renaksi.write.draft import Draft, find_unreadable
from renaksi.write.fresh import Plain, write_record
from renaksi.write.questions import QUESTIONS, Form, Question

__all__ = [
    "QUESTIONS",
    "Draft",
    "Form",
    "Plain",
    "Question",
    "find_unreadable",
    "format_text",
    "write_record",
]
