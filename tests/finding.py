"""How well the search finds what people ask for: `make search-quality` prints the table.

Asks every query of `tests/queries/` in a browser and looks where the expected pages stand.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

from renaksi.layout import LANGUAGES
from renaksi.load import load_corpus
from renaksi.publish.desk import Desk
from renaksi.publish.words import FOLDER, load_words
from renaksi.vocabulary import Kind
from tests.browser import find_browser, launch_arguments
from tests.serving import serve_folder

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests" / "queries"
PATHS = {"id": "cari/", "en": "en/search/"}
FIRST = 3
SHOWN = 10
# The engine alone, without drawing results: the addresses of the first ten, or ids of all.
_OPEN = """const sheet = document.querySelector('link[rel=stylesheet]').href;
    const root = sheet.replace(/site[.]css$/, '');
    const { openEngine } = await import(root + 'search/engine.js');
    const { addressOf } = await import(root + 'search/show.js');
    const { results } = await (await openEngine(language)).find(query);"""
ASK = f"""async ([language, query]) => {{ {_OPEN}
    return Promise.all(results.slice(0, {SHOWN}).map(async (one) => addressOf(await one.load())));
}}"""
ASK_ALL = f"""async ([language, query]) => {{ {_OPEN} return results.map((one) => one.id); }}"""


@dataclass(frozen=True)
class Asked:
    """A query, where its results should lead, and where the first ten lead."""

    language: str
    query: str
    three: tuple[str, ...]
    ten: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def wanted(self) -> tuple[str, ...]:
        return (*self.three, *self.ten)

    @property
    def missed(self) -> tuple[str, ...]:
        """What is not where it should be."""
        return (
            *(url for url in self.three if url not in self.found[:FIRST]),
            *(url for url in self.ten if url not in self.found),
        )

    @property
    def recall(self) -> float:
        """The part of the wanted pages that are among the first ten."""
        return sum(url in self.found for url in self.wanted) / len(self.wanted)

    @property
    def reciprocal_rank(self) -> float:
        """1 where the first result is wanted, 1/2 where the second is, 0 where none of ten is."""
        ranks = (place for place, url in enumerate(self.found, 1) if url in self.wanted)
        return 1 / next(ranks, sys.maxsize)


def ask_all(page: Page, base: str) -> list[Asked]:
    """Every query's results, asked on the page of results of its language."""
    corpus, _ = load_corpus(ROOT)
    words, _ = load_words(ROOT / "theme" / FOLDER)
    asked = []
    for language in LANGUAGES:
        desk = Desk(corpus, words[language], "2026-01-01")
        page.goto(base + PATHS[language])
        for item in yaml.safe_load((QUERIES / f"{language}.yaml").read_text(encoding="utf-8")):
            found = page.evaluate(ASK, [language, item["q"]])
            three, ten = (
                tuple(address(desk, name) for name in item.get(key, ())) for key in ("three", "ten")
            )
            cut = tuple(url.removeprefix(base) for url in found)
            asked.append(Asked(language, item["q"], three, ten, cut))
    return asked


def address(desk: Desk, name: str) -> str:
    """`term:eiti` -> `glosarium/#eiti`, relative to the site."""
    kind, _, id = name.partition(":")
    if kind == "page":
        return desk.section(id)
    if kind == "plan" and desk.corpus.get(Kind.PLAN, id) is None:
        kind = "plan-overview"
    return desk.link(Kind(kind))(id).url or ""


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def table(asked: list[Asked]) -> str:
    """The figures by language, and every query that misses something."""
    lines = ["| | queries | recall at 10 | MRR | all in their places |", "|---|--:|--:|--:|--:|"]
    for language in (*LANGUAGES, None):
        some = [one for one in asked if language in (one.language, None)]
        recall, rank = (
            mean([one.recall for one in some]),
            mean([one.reciprocal_rank for one in some]),
        )
        whole = sum(not one.missed for one in some)
        name = language or "both"
        lines.append(f"| {name} | {len(some)} | {recall:.3f} | {rank:.3f} | {whole} |")
    for one in asked:
        if one.missed:
            lines.append(f"{one.language} {one.query!r}: {', '.join(one.missed)}")
            lines.append(f"    {' '.join(one.found[:5])}")
    return "\n".join(lines)


def main(site: Path) -> None:
    """Prints the table for a built site."""
    with serve_folder(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        print(table(ask_all(browser.new_page(), base)))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
