"""Writing files as people would: one order of keys, one style, comments kept."""

from renaksi.write.canonical import format_text
from renaksi.write.draft import Draft
from renaksi.write.questions import QUESTIONS, Form, Question

__all__ = ["QUESTIONS", "Draft", "Form", "Question", "format_text"]
