"""The statement on accessibility: what was looked at last, with which tool, and what was found."""

from typing import Any, cast

from renaksi import model
from renaksi.publish.desk import Desk
from renaksi.publish.values import Value
from renaksi.vocabulary import Kind


def view(desk: Desk) -> dict[str, Any]:
    """The results of every method, in the order of the file."""
    audits = (cast(model.Audit, item) for item in desk.corpus.of(Kind.AUDIT))
    return {"audits": tuple(_audit(desk, item) for item in audits)}


def _audit(desk: Desk, audit: model.Audit) -> dict[str, Any]:
    return {
        "method": desk.t(f"audit.{audit.method.value}"),
        "date": desk.date(audit.date),
        "tool": Value(f"{audit.tool} {audit.version}"),
        "pages": desk.number(audit.pages),
        "checks": desk.number(audit.checks),
        "findings": desk.number(audit.findings),
    }
