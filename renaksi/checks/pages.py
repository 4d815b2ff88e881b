"""The rule on the pages that the site has for themselves."""

from collections.abc import Iterator

from renaksi.checks.registry import Finding, rule
from renaksi.corpus import Corpus
from renaksi.problem import Message, Place, Severity
from renaksi.vocabulary import Kind, Section


@rule(Severity.WARNING)
def check_page_has_its_text(corpus: Corpus) -> Iterator[Finding]:
    """Every page of the site must have a title and an introduction of its own.

    Without its file a page is published with a bare list and a title of the program's.
    Bad: no `content/people.md`.
    Good: `content/people.md` with `id: people`, `title` and `description`.

    Setiap halaman situs harus mempunyai judul dan pengantarnya sendiri.

    Tanpa berkasnya, halaman terbit dengan daftar saja dan judul bawaan program.
    Salah: tidak ada `content/people.md`.
    Benar: `content/people.md` dengan `id: people`, `title`, dan `description`.
    """
    for section in Section:
        for plan in () if corpus.may_exist(Kind.PAGE, section) else corpus.of(Kind.PLAN):
            path = _file(corpus, section)
            message = Message(
                id=f'Halaman "{section}" belum punya teks; tulis di {path}: id: {section}, title, '
                "description, dan di bawahnya narasinya.",
                en=f'The page "{section}" has no text; write it in {path}: id: {section}, title, '
                "description, and below them the narrative.",
            )
            yield Finding(Kind.PLAN, plan, (), message, Place(path))


def _file(corpus: Corpus, section: Section) -> str:
    """Where the text of a page is kept; a folder of entries has it within."""
    if section is Section.HOME:
        return "content/index.md"
    folder = f"content/{section}/"
    has_folder = any(path.startswith(folder) for path in corpus.paths)
    return f"{folder}index.md" if has_folder else f"content/{section}.md"
