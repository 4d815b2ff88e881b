"""The member of OGP whose plan a corpus holds, as `extra: ogp:` of `mkdocs.yml` names it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_PLAN_ID = re.compile(r"AP_([A-Z]{3})\d+")


@dataclass(frozen=True)
class Member:
    """What OGP's table calls a member; None is not known. `level` is national or local."""

    country: str | None = None
    code: str | None = None
    region: str | None = None
    level: str | None = None


def read_member(extra: Mapping[str, Any]) -> Member:
    """The member of a site, by what `extra` of its `mkdocs.yml` holds."""
    known = extra.get("ogp")
    named = known if isinstance(known, Mapping) else {}
    return Member(**{key: _text(named.get(key)) for key in Member.__dataclass_fields__})


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def read_code(plan_id: str) -> str | None:
    """The code of the country in OGP's id of a plan: `IDN` of `AP_IDN05`."""
    found = _PLAN_ID.fullmatch(plan_id)
    return found[1] if found else None
