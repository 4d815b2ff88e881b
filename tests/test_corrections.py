"""Corrections from a form: one spot of the right file changes, and every other byte stays."""

import difflib
from pathlib import Path

import pytest
import yaml

from renaksi.forms.leaves import Reader
from renaksi.forms.places import Part, find_parts
from renaksi.model import Commitment
from renaksi.publish.words import Words, load_words
from renaksi.validate import has_errors, validate
from renaksi.vocabulary import Kind
from renaksi.write.edit import set_value
from tests import roots
from tests.test_forms import BY_ID, SOURCE, Output, imported, issue, told

SITE = "https://renaksi-ogi.github.io/renaksi"
ID = "06-local-e-legislation"
SIX = f"{SITE}/komitmen/2018-2020/{ID}/"
FILE = f"content/commitments/2018-2020/{ID}.md"
SOURCES = "data/sources.yaml"
LAW = " masukan, lisan atau tertulis, ketika peraturan"
NEW = "example-laporan-pelaksanaan-portal-e-legislasi"


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return load_words(roots.ENGINE / "theme" / "strings")[0]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return roots.copy_root(tmp_path / "root")


def corrected(root: Path, words: dict[str, Words], **answers: str) -> int:
    body = issue(BY_ID["correction"], {"page": SIX, **SOURCE, **answers}, words)
    return imported(root, "correction", body)


def changed(root: Path, before: dict[str, bytes]) -> dict[str, list[str]]:
    """The lines that left and that came, by file; all else is the same byte for byte."""
    found = {}
    for path, content in roots.snapshot(root).items():
        if content != before.get(path, b""):
            old, new = (each.decode().split("\n") for each in (before.get(path, b""), content))
            lines = difflib.ndiff(old, new)
            found[path] = sorted(" ".join(line.split()) for line in lines if line[0] in "-+")
    return found


def test_a_date_as_the_page_shows_it_is_mended_with_its_source(
    root: Path, words: dict[str, Words], capsys: Output
) -> None:
    before = roots.snapshot(root)
    assert corrected(root, words, wrong="31 Desember 2020", right="30 Juni 2021") == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [FILE, SOURCES]
    came = changed(root, before)
    assert came.keys() == {FILE, SOURCES}
    assert came[FILE] == [
        *(f"+ source: {NEW}", "+ value: 2021-06-30"),
        *("- source: g0v-ogp", "- value: 2020-12-31"),
    ]
    assert (root / SOURCES).read_bytes().startswith(before[SOURCES])
    sentence = "  tanggal selesai diubah dari 31 Desember 2020 menjadi 30 Juni 2021"
    assert sentence in told(root, words)
    assert not has_errors(validate(root)[1])


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (
            {"page": f"{SIX}#m1", "wrong": "Juli 2019", "right": "Agustus 2019"},
            [
                "- end_date: 2019-07",
                "- source: g0v-ogp",
                "+ end_date: 2019-08",
                f"+ source: [g0v-ogp, {NEW}]",
            ],
        ),
        (
            {"page": f"{SIX}#m2", "wrong": "Tanggal mulai: 2019-01", "right": "2019-02"},
            [
                "- start_date: 2019-01",
                "+ start_date: 2019-02",
                "- source: g0v-ogp",
                f"+ source: [g0v-ogp, {NEW}]",
            ],
        ),
        (
            {
                "page": f"{SITE}/en/commitments/2018-2020/{ID}/index.html",
                "wrong": "End date: 31 December 2020",
                "right": "End date:  December 2020",
            },
            ["- value: 2020-12-31", "- source: g0v-ogp", "+ value: 2020-12", f"+ source: {NEW}"],
        ),
        (
            {"wrong": "Penanggung jawab: Kementerian Dalam Negeri", "right": "Ombudsman RI"},
            [
                "- - ministry-of-home-affairs",
                "- source: ogp-id0097",
                "+ - ombudsman",
                f"+ source: {NEW}",
            ],
        ),
        (
            {"wrong": "Sedang (Moderate)", "right": "Mengubah keadaan (Transformative)"},
            [
                "- value: moderate",
                "- source: g0v-ogp",
                "+ value: transformative",
                f"+ source: {NEW}",
            ],
        ),
        (
            {"wrong": "dapat diverifikasi: ya", "right": "Tidak"},
            ["- value: true", "- source: ogp-id0097", "+ value: false", f"+ source: {NEW}"],
        ),
        (
            {"wrong": "Civic Participation in E", "right": "Citizens in E"},
            [
                "- value: Civic Participation in E-Legislation Portal",
                "- source: ogp-id0097",
                "+ value: Citizens in E-Legislation Portal",
                f"+ source: {NEW}",
            ],
        ),
        (
            {"wrong": "hak untuk menyampaikan", "right": "hak # menyampaikan:"},
            [
                f"- Undang-undang memberi warga hak untuk menyampaikan{LAW}",
                f"+ Undang-undang memberi warga hak # menyampaikan:{LAW}",
            ],
        ),
    ],
)
def test_values_of_every_kind_are_understood(
    root: Path, words: dict[str, Words], capsys: Output, answers: dict[str, str], lines: list[str]
) -> None:
    before = roots.snapshot(root)
    assert corrected(root, words, **answers) == 0, capsys.readouterr()
    found = changed(root, before)
    assert found[FILE] == sorted(lines)
    assert (SOURCES in found) == any(NEW in line for line in lines)


def test_a_text_of_several_lines_is_written_anew_within_its_margin(
    root: Path, words: dict[str, Words]
) -> None:
    before = roots.snapshot(root)
    wrong = "Semarang dan Makassar, agar warga daerah lain dapat"
    right = "Semarang, Makassar, dan beberapa kota lain di pulau lain, agar warga daerah lain dapat"
    assert corrected(root, words, wrong=wrong, right=right) == 0
    commitment = validate(root)[0].get(Kind.COMMITMENT, ID)
    assert isinstance(commitment, Commitment)
    assert commitment.objective is not None and commitment.objective.value is not None
    assert right in (commitment.objective.value.get("id") or "")
    assert all(len(line) <= 101 for line in changed(root, before)[FILE])


def test_one_wording_of_a_translation_is_mended_without_the_other(
    root: Path, words: dict[str, Words]
) -> None:
    before = roots.snapshot(root)
    assert corrected(root, words, wrong="two milestones", right="three milestones") == 0
    assert list(changed(root, before)) == [FILE.replace(".md", ".en.md")]


def test_a_known_source_is_named_and_not_listed_again(root: Path, words: dict[str, Words]) -> None:
    before = roots.snapshot(root)
    source = next(each for each in validate(root)[0].sources if each.id == "ogp-id0097")
    answers = {"wrong": "31 Desember 2020", "right": "2021", "source_url": str(source.url)}
    assert corrected(root, words, **answers) == 0
    assert changed(root, before) == {
        FILE: ["+ source: ogp-id0097", "+ value: 2021", "- source: g0v-ogp", "- value: 2020-12-31"]
    }


@pytest.mark.parametrize(
    "case",
    [
        ({"page": "https://example.org/lain/"}, "page", "bukan alamat halaman situs ini"),
        ({"page": "http://[x/"}, "page", "bukan alamat"),
        ({"page": f"{SITE}/komitmen/2018-2020/99-tidak-ada/"}, "page", "bukan alamat"),
        ({"wrong": "tidak pernah ditulis"}, "wrong", "tidak ada di halaman itu"),
        ({"wrong": "31 Desember"}, "wrong", "tidak ada di halaman itu"),
        ({"wrong": "2019-01"}, "wrong", f"di 2 tempat (Tanggal mulai, {ID}.md:"),
        ({"wrong": "portal"}, "wrong", "Salin potongan yang lebih panjang"),
        ({"right": "kapan-kapan"}, "right", "tidak dapat menggantikan"),
        ({"right": "31 Desember 2020"}, "right", "sama dengan yang tertulis"),
        ({"right": "2021\nsource: palsu"}, "right", "tidak dapat menggantikan"),
        ({"right": "a\u202eb"}, "right", ""),
        ({"wrong": ID}, "wrong", "tidak ada di halaman itu"),
        ({"source_url": "x"}, "source_url", ""),
    ],
)
def test_what_cannot_be_applied_is_said_and_nothing_is_written(
    root: Path, words: dict[str, Words], capsys: Output, case: tuple[dict[str, str], str, str]
) -> None:
    answers, question, said = case
    before = roots.snapshot(root)
    usual = {"wrong": "31 Desember 2020", "right": "30 Juni 2021"}
    assert corrected(root, words, **{**usual, **answers}) == 1
    name = words["id"].t(f"ask.{question}")
    error = capsys.readouterr().err
    assert error.startswith(f"{name} / ")
    assert said in error
    assert roots.snapshot(root) == before


def test_a_published_update_is_not_changed(
    root: Path, words: dict[str, Words], capsys: Output
) -> None:
    before = roots.snapshot(root)
    update = next(each for each in validate(root)[0].updates if each.progress)
    assert update.progress is not None
    page = f"{SIX.replace(ID, update.commitment)}#{update.id}"
    answers = {"page": page, "wrong": str(update.progress.get("id"))}
    assert corrected(root, words, **answers, right="Lain") == 1
    assert "kabar pelaksanaan yang sudah terbit" in capsys.readouterr().err
    assert roots.snapshot(root) == before


def test_what_the_rules_refuse_is_not_written(
    root: Path, words: dict[str, Words], capsys: Output
) -> None:
    before = roots.snapshot(root)
    assert corrected(root, words, wrong="31 Desember 2020", right="2017-01-01") == 1
    assert "error" in capsys.readouterr().out
    assert roots.snapshot(root) == before


@pytest.mark.parametrize(
    "nasty",
    [
        "@org/team ${{ secrets.X }} <img src=x> ![x](https://e.test/x.png)",
        "- a: b",
        "'\"\\ & * ! | > % @ #",
        "> kutipan: | # bukan",
        "x" * 1_500,
    ],
)
def test_any_words_become_words(root: Path, words: dict[str, Words], nasty: str) -> None:
    answers = {"wrong": "Judul pendek: Portal e-legislasi daerah", "right": nasty}
    assert corrected(root, words, **answers) == 0
    commitment = validate(root)[0].get(Kind.COMMITMENT, ID)
    assert isinstance(commitment, Commitment)
    assert commitment.short_title is not None
    assert commitment.short_title.get("id") == nasty


# Where an address leads


def test_every_published_page_leads_to_what_it_shows(words: dict[str, Words]) -> None:
    corpus = validate(roots.ENGINE)[0]

    def parts(address: str) -> tuple[Part, ...]:
        return find_parts(address, SITE, corpus, words)

    whole = Part(Kind.COMMITMENT, ID)
    assert parts(SIX)[0] == parts(f"{SIX}#_facts")[0] == parts(f"/komitmen/2018-2020/{ID}")[0]
    assert parts(SIX)[0] == whole
    assert parts(f"{SIX}#m2") == (Part(Kind.COMMITMENT, ID, ("milestones", 1)),)
    assert parts(f"{SITE}/sumber/#g0v-ogp") == (Part(Kind.SOURCE, "g0v-ogp"),)
    plan = Part(Kind.PLAN, corpus.plan.id, ("consultations",))
    assert plan in parts(f"{SITE}/en/consultation/")
    assert parts(SITE + "/") == parts("https://localhost/") == (Part(Kind.PAGE, "home"),)


def test_every_value_that_a_reader_may_correct_can_be_found_again(
    words: dict[str, Words],
) -> None:
    """What stands at the path of each value is what its file has there."""
    corpus = validate(roots.ENGINE)[0]
    reader = Reader(corpus, words)
    count = 0
    for (kind, id), origin in corpus.origins.items():
        for leaf in reader.leaves(kind, id):
            value = origin.document.data
            for key in (*origin.prefix, *leaf.loc):
                value = value[key]
            assert str(value).casefold() == leaf.written.casefold() == str(leaf.value).casefold()
            count += 1
    assert count > 1_000


def test_values_of_every_file_can_be_replaced_without_touching_the_rest(
    words: dict[str, Words],
) -> None:
    """Looked at with another reader of YAML: only the one value says something else."""
    corpus = validate(roots.ENGINE)[0]
    reader = Reader(corpus, words)
    leaves = [leaf for kind, id in corpus.origins for leaf in reader.leaves(kind, id)]
    for leaf in leaves[::53]:
        origin = corpus.origins[leaf.kind, leaf.id]
        path, loc = origin.document.path, (*origin.prefix, *leaf.loc)
        text = (roots.ENGINE / path).read_text(encoding="utf-8")
        value = f"{leaf.written} a: 'b' x#y" if leaf.is_text else f"{leaf.written[:-1]}9"
        result = set_value(text, path, loc, value)
        before, after = (yaml.load(head(each), yaml.BaseLoader) for each in (text, result))
        place = before
        for key in loc[:-1]:
            place = place[key]
        place[loc[-1]] = value
        assert after == before
        line = origin.place(leaf.loc).line
        kept = text.split("\n")[: line - 1], text.split("\n")[line + 40 :]
        assert result.split("\n")[: line - 1] == kept[0]
        assert not kept[1] or result.split("\n")[-len(kept[1]) :] == kept[1]
        assert comments(result) == comments(text)


def head(text: str) -> str:
    """The data of a file, without its narrative."""
    return text.split("\n---\n", 1)[0].removeprefix("---\n") if text.startswith("---\n") else text


def comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]
