"""Files to a corpus plus problems. Never raises on bad input, never stops at the first problem."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from renaksi import layout, model
from renaksi.bounds import find_excess
from renaksi.corpus import Corpus, Origin, Prose
from renaksi.files import survey
from renaksi.images import find_image_problem
from renaksi.problem import Message, Place, Problem
from renaksi.reader import Document, Key, read_front_matter, read_yaml
from renaksi.remedies import suggest_id
from renaksi.shape import parse
from renaksi.strays import tell_stray
from renaksi.vocabulary import Kind

TRANSLATION_KEY = "source_hash"
_MUST_EXIST = Message(
    id="Berkas ini harus ada; kembalikan dari versi sebelumnya, misalnya dari riwayat Git.",
    en="This file must exist; bring it back from an earlier version, such as from Git's history.",
)
_MAY_BE_EMPTY = Message(
    id='Berkas ini harus ada; bila belum ada isinya, tulis "[]" di dalamnya.',
    en='This file must exist; while there is nothing to list, write "[]" in it.',
)


def load_corpus(
    root: Path, drafts: Mapping[str, str] | None = None
) -> tuple[Corpus, list[Problem]]:
    """The corpus under `root` and everything that is wrong with its shape.

    `drafts` are texts by path that are read as if they had been written already.
    """
    paths, problems = survey(root)
    refused = frozenset(problem.place.path for problem in problems)
    # What lies below a refused folder is no second mistake; it is mended with the folder.
    below = tuple(f"{path}/" for path in refused)
    readable = [path for path in paths if not path.startswith(below)]
    drafts = drafts or {}
    loading = _Loading(root, sorted({*readable, *drafts}), refused, problems, drafts)
    corpus = loading.corpus(paths)
    loading.find_strays()
    loading.look_at_images()
    return corpus, [_settle(problem, corpus) for problem in loading.problems]


def load_texts(texts: Mapping[str, str]) -> Corpus:
    """A corpus of some files alone, by path; what is wrong with them is not told."""
    return _Loading(Path(), sorted(texts), frozenset(), [], texts).corpus(texts)


def _settle(problem: Problem, corpus: Corpus) -> Problem:
    """The problem with the entry that is probably meant, if it is there."""
    if problem.sought is None:
        return problem
    meant = corpus.find_meant(Kind(problem.sought[0]), problem.sought[1])
    return replace(problem, message=problem.message.meaning(meant), sought=None)


def read_configuration(root: Path) -> Document | Problem:
    """`mkdocs.yml`, read as strictly as everything else."""
    if not (root / layout.CONFIGURATION).is_file():
        return Problem(Place(layout.CONFIGURATION), "required-file", _MUST_EXIST)
    text = read_text(root, layout.CONFIGURATION)
    return read_yaml(text, layout.CONFIGURATION) if isinstance(text, str) else text


def read_text(root: Path, path: str) -> str | Problem:
    """The text of a UTF-8 file with line ends made alike, or the problem with it."""
    try:
        return (root / path).read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        place = _first_bad_byte(path, error)
        message = Message(
            id="Mulai dari sini berkas bukan teks UTF-8; simpan ulang dengan pengodean UTF-8.",
            en="From here on the file is not UTF-8 text; save it again as UTF-8.",
        )
    except OSError:
        place = Place(path)
        message = Message(
            id="Berkas tidak dapat dibaca; periksa apakah berkas masih ada dan boleh dibuka.",
            en="The file cannot be read; check that it is still there and may be opened.",
        )
    return Problem(place, "readable-file", message)


def _first_bad_byte(path: str, error: UnicodeDecodeError) -> Place:
    before = error.object[: error.start].decode("utf-8")
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _id_by_name(place: layout.Place, document: Document) -> str | None:
    """The id that an entry must have for its file to be named after it."""
    stem = PurePosixPath(document.path).stem
    return stem if place.kind in layout.NAMED_AFTER_ID and "." not in stem else None


@dataclass
class _Loading:
    """The state of one load: what was found so far."""

    root: Path
    paths: list[str]
    refused: frozenset[str]
    problems: list[Problem]
    drafts: Mapping[str, str]
    entries: dict[Kind, dict[str, model.Entry]] = field(default_factory=lambda: defaultdict(dict))
    origins: dict[tuple[Kind, str], Origin] = field(default_factory=dict)
    prose: dict[tuple[Kind, str], dict[str, Prose]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    seen: set[str] = field(default_factory=set)
    unread: set[tuple[Kind, str | None]] = field(default_factory=set)

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self.paths)

    def corpus(self, paths: Iterable[str]) -> Corpus:
        """Every entry that can be read; `paths` are all files that may be opened."""
        for place in layout.LAYOUT:
            self.take(place)
        return Corpus(
            entries=dict(self.entries),
            origins=self.origins,
            prose=dict(self.prose),
            unread=frozenset(self.unread),
            paths=frozenset(paths),
            refused=frozenset([*self.refused, *map(layout.usual_path, self.refused)]),
        )

    def take(self, place: layout.Place) -> None:
        paths = [path for path in self.paths if place.regex.fullmatch(path)]
        for path in paths:
            if path in self.seen:
                continue
            if place.prose and layout.prose_language(path) != layout.PRIMARY_LANGUAGE:
                continue
            self._take_file(place, path)
        required = "*" not in place.pattern and not place.optional
        if any(place.may_hold(path) for path in self.refused):
            self.unread.add((place.kind, None))
        elif required and place.pattern not in self.known:
            message = _MAY_BE_EMPTY if place.many else _MUST_EXIST
            self.problems.append(Problem(Place(place.pattern), "required-file", message))
            self.unread.add((place.kind, None))

    def _read(self, path: str, keys: Collection[str] | None = None) -> Document | None:
        """A file; of a narrative, `keys` are those that its data may have."""
        self.seen.add(path)
        text = self.drafts[path] if path in self.drafts else read_text(self.root, path)
        document: str | Document | Problem = text
        if isinstance(text, str):
            if keys is None:
                document = read_yaml(text, path)
            else:
                document = read_front_matter(text, path, keys)
        if isinstance(document, Document):
            excess = find_excess(document.body, path, document.body_line)
            document = document if excess is None else excess
        if isinstance(document, Problem):
            self.problems.append(document)
            return None
        assert isinstance(document, Document)
        return document

    def _take_file(self, place: layout.Place, path: str) -> None:
        document = self._read(path, tuple(place.model.model_fields) if place.prose else None)
        if document is None:
            self._mark_unread(place, path)
        elif place.prose and document.data is None:
            self._refuse_bare(place, path)
        elif not place.many:
            entry = self._take_record(place, document, (), document.data)
            if entry is not None and place.prose:
                self._take_prose(place.kind, entry, document)
        elif isinstance(document.data, list):
            for index, data in enumerate(document.data):
                self._take_record(place, document, (index,), data)
        else:
            self.unread.add((place.kind, None))
            self._refuse_shape(document, 'Harus berupa daftar (baris dengan "- ").')
        if place.prose:
            self.seen.update(layout.translation_path(path, code) for code in layout.LANGUAGES)

    def _refuse_bare(self, place: layout.Place, path: str) -> None:
        message = Message(
            id='Berkas ini harus dimulai dengan data di antara dua baris "---".',
            en='This file must begin with data between two "---" lines.',
        )
        self.problems.append(Problem(Place(path), "front-matter", message))
        self._mark_unread(place, path)

    def _mark_unread(self, place: layout.Place, path: str) -> None:
        named = place.kind in layout.NAMED_AFTER_ID
        self.unread.add((place.kind, PurePosixPath(path).stem if named else None))

    def _refuse_shape(self, document: Document, text: str) -> None:
        message = Message(id=text, en='Must be a list (lines that begin with "- ").')
        self.problems.append(Problem(document.place(), "field-value", message))

    def _take_record(
        self, place: layout.Place, document: Document, prefix: tuple[Key, ...], data: Any
    ) -> model.Entry | None:
        entry, problems = parse(document, prefix, data, place.model, _id_by_name(place, document))
        self.problems.extend(problems)
        if entry is None:
            self._mark_record_unread(place, document, data)
            return None
        known = self.origins.get((place.kind, entry.id))
        if known is not None:
            self._refuse_duplicate(entry.id, document.place((*prefix, "id")), known)
            return None
        self.entries[place.kind][entry.id] = entry
        self.origins[place.kind, entry.id] = Origin(document, prefix)
        return entry

    def _mark_record_unread(self, place: layout.Place, document: Document, data: Any) -> None:
        """What refers to it, under the id as written or as meant, makes no second mistake."""
        id = data.get("id") if isinstance(data, dict) else None
        written = id if isinstance(id, str) else None
        ids = {written, suggest_id(written or ""), _id_by_name(place, document)}
        self.unread |= {(place.kind, each) for each in ids if each or written is None}

    def _refuse_duplicate(self, id: str, place: Place, known: Origin) -> None:
        first = known.place(("id",))
        message = Message(
            id=f'Pengenal "{id}" sudah dipakai di {first.path} baris {first.line}. '
            "Beri pengenal lain, atau hapus salah satu entri.",
            en=f'The id "{id}" is already used in {first.path}, line {first.line}. '
            "Choose another id, or remove one of the entries.",
        )
        self.problems.append(Problem(place, "duplicate-id", message, key="id"))

    def _take_prose(self, kind: Kind, entry: model.Entry, document: Document) -> None:
        key = (kind, entry.id)
        self.prose[key][layout.PRIMARY_LANGUAGE] = Prose(
            document.path, document.body, line=document.body_line
        )
        for language in layout.LANGUAGES:
            path = layout.translation_path(document.path, language)
            if path == document.path or path not in self.known:
                continue
            translation = self._read(path, (TRANSLATION_KEY,))
            if translation is not None:
                self.prose[key][language] = self._translation(translation)

    def _translation(self, document: Document) -> Prose:
        data = {} if document.data is None else document.data
        if not isinstance(data, dict) or not isinstance(data.get(TRANSLATION_KEY, ""), str):
            self._refuse_translation(document)
            data = {}
        for key in data:
            if key != TRANSLATION_KEY:
                message = Message(
                    id=f'Isian "{key}" tidak boleh ada di berkas terjemahan; '
                    "semua fakta ditulis di berkas bahasa Indonesia.",
                    en=f'The key "{key}" must not stand in a translation; '
                    "all facts are kept in the Indonesian file.",
                )
                place = document.place((key,), key=True)
                self.problems.append(Problem(place, "translation-keys", message, key=key))
        hash = data.get(TRANSLATION_KEY)
        at = document.place((TRANSLATION_KEY,))
        return Prose(document.path, document.body, hash, document.body_line, at)

    def _refuse_translation(self, document: Document) -> None:
        message = Message(
            id=f'Data di awal terjemahan hanya boleh berisi "{TRANSLATION_KEY}: ...".',
            en=f'The data at the top of a translation may only hold "{TRANSLATION_KEY}: ...".',
        )
        self.problems.append(Problem(document.place(), "translation-keys", message))

    def find_strays(self) -> None:
        """Files in `content/` and `data/` that nothing reads are a mistake someone made."""
        for path in self.paths:
            if path in self.seen or path.startswith(layout.IMAGES):
                continue
            if layout.primary_path(path) in self.refused:
                continue  # a translation is mended with the file that it translates
            self.problems.append(Problem(Place(path), "known-file", tell_stray(path, self.known)))

    def look_at_images(self) -> None:
        """Images are copied to the site as they are, so they must be nothing else."""
        for path in self.paths:
            if path.startswith(layout.IMAGES):
                problem = find_image_problem(self.root, path)
                self.problems.extend([problem] if problem else [])
