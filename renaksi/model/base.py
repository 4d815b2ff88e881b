"""What every record is made of: frozen models, localised text, sourced facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    RootModel,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from renaksi.dates import PartialDate
from renaksi.vocabulary import Kind

T = TypeVar("T")
REFERS_TO = "x-refers-to"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]


@dataclass(frozen=True)
class Ref:
    """Marks an id as a reference to an entry of a kind; read by `renaksi.references`."""

    kind: Kind

    def __get_pydantic_json_schema__(
        self, schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Says in JSON Schemas what the id refers to."""
        return {**handler(schema), REFERS_TO: self.kind.value}


PlanId = Annotated[Id, Ref(Kind.PLAN)]
PlanOverviewId = Annotated[Id, Ref(Kind.PLAN_OVERVIEW)]
CommitmentId = Annotated[Id, Ref(Kind.COMMITMENT)]
StageId = Annotated[Id, Ref(Kind.STAGE)]
OrganizationId = Annotated[Id, Ref(Kind.ORGANIZATION)]
PersonId = Annotated[Id, Ref(Kind.PERSON)]
SourceId = Annotated[Id, Ref(Kind.SOURCE)]
PolicyAreaId = Annotated[Id, Ref(Kind.POLICY_AREA)]
OgpValueId = Annotated[Id, Ref(Kind.OGP_VALUE)]
SdgId = Annotated[Id, Ref(Kind.SDG)]
ThemeId = Annotated[Id, Ref(Kind.THEME)]

# Something that can be seen must be in it, not spaces alone.
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000, pattern=r"[^\s\u200b-\u200f\u2060]"),
]
# As it is printed: a code, not words, so without spaces and quotation marks.
Code = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\s\"'“”‘’«»]+$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]

Email = Annotated[
    str,
    StringConstraints(
        pattern=r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$", max_length=200
    ),
]
# The form of a web address, as browsers can test it too.
URL_PATTERN = r'https?://[^\s<>"/?#@]+([/?#][^\s<>"]*)?'


def _http_url(value: str) -> str:
    if not re.fullmatch(URL_PATTERN, value):
        raise PydanticCustomError("web_address", "not a web address", {})
    try:
        urlsplit(value)
    except ValueError:  # such as "http://[x]/"
        raise PydanticCustomError("web_address", "not a web address", {}) from None
    return value


Url = Annotated[str, AfterValidator(_http_url)]


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _digits(value: Any) -> Any:
    """Refuses `1.000` and `1_000`, which would be guessed to be 1 or 1000."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value):
        raise PydanticCustomError("int_parsing", "not a whole number", {})
    return value


# More than all people on Earth, and more than any list is long: what lies above is a slip, and
# beyond 28 digits no number can be printed.
MOST = 999_999_999_999
LAST = 9_999

Count = Annotated[int, BeforeValidator(_digits), Field(ge=0, le=MOST)]
Ordinal = Annotated[int, BeforeValidator(_digits), Field(ge=1, le=LAST)]
Percent = Annotated[int, BeforeValidator(_digits), Field(ge=0, le=100)]
SourceIds = Annotated[tuple[SourceId, ...], BeforeValidator(_as_tuple), Field(min_length=1)]


class Record(BaseModel):
    """A frozen piece of the corpus that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Localized(RootModel[Annotated[dict[LanguageCode, Line], Field(min_length=1)]]):
    """A short text by BCP 47 language code: `{id: ..., en: ...}`."""

    model_config = ConfigDict(frozen=True)

    def get(self, language: str) -> str | None:
        """The text in one language, or None."""
        return self.root.get(language)

    def best(self, language: str) -> tuple[str, str]:
        """Language and text: the language asked for, or else the first one there is."""
        if language in self.root:
            return language, self.root[language]
        return next(iter(self.root.items()))

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.root)

    @property
    def by_language(self) -> Mapping[str, str]:
        return self.root


Texts = tuple[Localized, ...]


class Fact(Record, Generic[T]):
    """A value, the source or sources it was read from, and a remark on it.

    `value: null` with a note says that the source was read and gave nothing usable; an absent
    fact says that no source was found at all.
    """

    value: T | None
    source: SourceIds | None = None
    note: Localized | None = None


class Entry(Record):
    """A record with a permanent identifier."""

    id: Id


class TitledEntry(Entry):
    """An entry with a title in every language and where each wording comes from.

    A language that `title_source` does not name is our own wording and is shown as such.
    """

    title: Localized
    title_source: dict[LanguageCode, SourceIds] = Field(default_factory=dict)
    short_title: Localized | None = None


class PagedEntry(TitledEntry):
    """An entry with a page of its own.

    `reviewed` is when a steward last compared the whole entry with its sources; None: never said.
    """

    reviewed: PartialDate | None = None
