"""What the invented corpus publishes, in the few files that people review as a diff."""

import os
from pathlib import Path
from unittest import mock

from renaksi.build import build_site
from renaksi.report import render_text
from renaksi.validate import validate
from tests import cases, golden_data

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
CORPUS = TESTS / "corpus"
EXPECTED = TESTS / "expected"
AS_OF = "2031-06-30"
BROKEN = TESTS / "broken.yaml"

# One page of every kind: its path in Indonesian and in English.
PAGES = {
    "home": ("", "en/"),
    "commitments": ("komitmen/", "en/commitments/"),
    "commitment": (
        "komitmen/2030-2031/01-foggy-roads/",
        "en/commitments/2030-2031/01-foggy-roads/",
    ),
    "matrix": ("komitmen/matriks/", "en/commitments/matrix/"),
    "commitment-table": ("komitmen/tabel/", "en/commitments/table/"),
    "facet": ("komitmen/bidang-kebijakan/", "en/commitments/policy-area/"),
    "facet-value": ("komitmen/bidang-kebijakan/roads/", "en/commitments/policy-area/roads/"),
    "stages": ("tahapan/", "en/stages/"),
    "stage": ("tahapan/2030-2031/01-first-drops/", "en/stages/2030-2031/01-first-drops/"),
    "meetings": ("pertemuan/", "en/meetings/"),
    "meeting": (
        "pertemuan/2030-2031/2030-roof-meeting/",
        "en/meetings/2030-2031/2030-roof-meeting/",
    ),
    "partners": ("mitra/", "en/partners/"),
    "consultation": ("konsultasi/", "en/consultation/"),
    "plans": ("rencana-aksi/", "en/action-plans/"),
    "plan": ("rencana-aksi/2030-2031/", "en/action-plans/2030-2031/"),
    "organizations": ("organisasi/", "en/organizations/"),
    "organization": ("organisasi/ministry-of-mist/", "en/organizations/ministry-of-mist/"),
    "people": ("tokoh/", "en/people/"),
    "documents": ("dokumen/", "en/documents/"),
    "notes": ("catatan-redaksi/", "en/editorial-notes/"),
    "sources": ("sumber/", "en/sources/"),
    "glossary": ("glosarium/", "en/glossary/"),
    "quality": ("mutu-data/", "en/data-quality/"),
    "dictionary": ("kamus-data/", "en/data-dictionary/"),
    "accessibility": ("aksesibilitas/", "en/accessibility/"),
    "changes": ("perubahan/", "en/changes/"),
    "follow": ("ikuti/", "en/follow/"),
    "data": ("data-terbuka/", "en/open-data/"),
    "about": ("tentang/", "en/about/"),
    "propose": ("usul/", "en/propose/"),
    "form": ("usul/kabar/", "en/propose/progress/"),
    "everything": ("semua-isi/", "en/everything/"),
    "search": ("cari/", "en/search/"),
}

# The tables that people review, below `data/`: those that most people open, and one of each form.
TABLES = (
    *("commitments", "milestones", "updates", "commitment_organizations", "topics"),
    *("entries", "facts", "citations", "texts"),
)


def build(root: Path, output: Path, *, seed: int) -> Path:
    """The site of `root` in `output`, built with one seed of Python's hashes."""
    with mock.patch.dict(os.environ, PYTHONHASHSEED=str(seed)):
        assert build_site(root, output, AS_OF) == 0
    return output


def outputs(site: Path, folder: Path) -> dict[str, bytes]:
    """Name and content of every file of `tests/expected/`; `folder` is free to work in."""
    found = {
        f"{kind}.{language}.html": main_element(site / path / "index.html")
        for kind, paths in PAGES.items()
        for language, path in zip(("id", "en"), paths, strict=True)
    }
    found["404.html"] = main_element(site / "404.html")
    found["sitemap.xml"] = (site / "sitemap.xml").read_bytes()
    found["datapackage.json"] = (site / "data" / "datapackage.json").read_bytes()
    for name in TABLES:
        found[f"{name}.csv"] = (site / "data" / "csv" / f"{name}.csv").read_bytes()
    found["ogp-commitments.csv"] = (site / "data/ogp-commitments.csv").read_bytes()
    root = cases.lay_out(cases.read_case(BROKEN), folder / "broken")
    _, problems = validate(root)
    found["problems.txt"] = f"{render_text(problems)}\n".encode()
    return found | golden_data.data_outputs(site, CORPUS, folder, AS_OF)


def main_element(page: Path) -> bytes:
    """The one `<main>` element of a page, byte for byte, and a line end."""
    content = page.read_bytes()
    assert content.count(b"<main") == content.count(b"</main>") == 1, page
    return content[content.index(b"<main") : content.index(b"</main>")] + b"</main>\n"
