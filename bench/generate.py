"""A corpus of any size for `make bench`: the invented one of the tests with many commitments more.

The same seed gives the same bytes. Files are as long as those of `content/commitments/`, keep every
rule that is an error, and link to each other. Every second commitment has an update, so that 5,000
of them, with their translations, stay below the number of files that a corpus may have.
"""

import hashlib
import shutil
from pathlib import Path
from random import Random
from textwrap import fill

from bench import records

BASE = Path(__file__).resolve().parent.parent / "tests" / "corpus"
PLAN = "2030-2031"
SEED = 20182020
_FIRST = 101  # The invented corpus has the numbers before.
_SOURCES = 400
_ORGANIZATIONS = 200
_TERMS = 46  # As many as the published glossary has.


def generate(root: Path, number: int, seed: int = SEED) -> Path:
    """A new corpus root with `number` commitments besides those of the invented corpus."""
    shutil.copytree(BASE, root)
    random = Random(seed)
    words = _make_words(random)
    sources = [f"source-{index:03}" for index in range(min(_SOURCES, number))]
    organizations = [f"office-{index:03}" for index in range(_ORGANIZATIONS)]
    _append(root / "data/sources.yaml", [records.source(each) for each in sources])
    _append(root / "data/organizations.yaml", [records.organization(id) for id in organizations])
    _append(root / "data/glossary.yaml", [records.term(index) for index in range(_TERMS)])
    ids = [f"{_FIRST + index:04}-{'-'.join(words.plain(4))}" for index in range(number)]
    commitments, updates = (root / f"content/{name}/{PLAN}" for name in ("commitments", "updates"))
    for index, id in enumerate(ids):
        source = sources[index % len(sources)]
        facts = records.Facts(id, _FIRST + index, PLAN, source, random.sample(organizations, 5))
        original = _narrative("id", words, ids)
        head = records.commitment(facts, words)
        _write(commitments / f"{id}.md", f"---\n{head}---\n\n{original}")
        hash = hashlib.sha256(original.strip().encode()).hexdigest()[:12]
        translation = _narrative("en", words, ids, original)
        _write(commitments / f"{id}.en.md", f'---\nsource_hash: "{hash}"\n---\n\n{translation}')
        if index % 2:
            _write(updates / f"{id[:4]}-irm.yaml", records.update(facts, words))
    return root


def _make_words(random: Random) -> records.Words:
    syllables = [a + b for a in "bdgjklmnprst" for b in "aeiou"]
    found = {"".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(900)}
    return records.Words(random, sorted(found))


def _narrative(language: str, words: records.Words, ids: list[str], like: str = "") -> str:
    """Four paragraphs: a link to a page and, in every second text, one to a milestone."""
    random = words.random
    suffix = ".md" if language == "id" else ".en.md"
    reaching = "#m1)" in like if like else random.random() < 0.5
    links = ["[Awan](../../about.md)"]  # The invented corpus has it in Indonesian alone.
    if reaching:
        links.append(f"[{' '.join(words.plain(3))}]({random.choice(ids)}{suffix}#m1)")
    paragraphs = [words.text(45, language) for _ in range(4)]
    paragraphs[1] += f" {', '.join(links)}."
    return "\n\n".join(_wrapped(each) for each in paragraphs) + "\n"


def _wrapped(text: str) -> str:
    return fill(text, 100, break_long_words=False, break_on_hyphens=False)


def _append(path: Path, entries: list[str]) -> None:
    _write(path, path.read_text(encoding="utf-8") + "".join(entries))


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
