"""Forms on GitHub for people who know neither Git nor YAML, and what becomes of their answers."""

from renaksi.forms.apply import Made, make_files
from renaksi.forms.issue import APPROVED, LABEL, build_forms, label
from renaksi.forms.pages import form_pages
from renaksi.forms.read import Filled, find_form, read_answers
from renaksi.forms.spec import FORMS, Field, Form

__all__ = [
    "APPROVED",
    "FORMS",
    "LABEL",
    "Field",
    "Filled",
    "Form",
    "Made",
    "build_forms",
    "find_form",
    "form_pages",
    "label",
    "make_files",
    "read_answers",
]
