"""Problems as text: for people in a pipe or a terminal, for GitHub, and for other programs."""

from renaksi.report.github import render_github
from renaksi.report.machine import render_json, render_json_manuals, render_sarif
from renaksi.report.manual import (
    Explanation,
    Manual,
    list_manuals,
    read_manual,
    render_manual,
)
from renaksi.report.markdown import code, fence
from renaksi.report.terminal import render_terminal
from renaksi.report.text import clean_line, count_line, printable, render_text

__all__ = [
    "Explanation",
    "Manual",
    "clean_line",
    "code",
    "count_line",
    "fence",
    "list_manuals",
    "printable",
    "read_manual",
    "render_github",
    "render_json",
    "render_json_manuals",
    "render_manual",
    "render_sarif",
    "render_terminal",
    "render_text",
]
