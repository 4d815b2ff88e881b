"""Forms on GitHub: made from the model and the corpus, and answers become checked files."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from renaksi.changes import find_changes
from renaksi.changes.render import Comparison, render_text
from renaksi.cli import main
from renaksi.forms import FORMS, build_forms, read_answers
from renaksi.forms.choices import find_choices
from renaksi.forms.issue import label
from renaksi.forms.spec import Form, Widget
from renaksi.publish.words import Words, load_words
from renaksi.validate import has_errors, validate
from renaksi.write import QUESTIONS
from tests import roots

FOLDER = roots.ENGINE / ".github" / "ISSUE_TEMPLATE"
BY_ID = {form.id: form for form in FORMS}
EVERY = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
Output = pytest.CaptureFixture[str]
SOURCE = {
    "source_title": "Laporan pelaksanaan portal e-legislasi",
    "source_url": "https://example.org/laporan",
    "source_publisher": "Kementerian Dalam Negeri",
    "source_language": "bahasa Indonesia / Indonesian",
}
UPDATE = {
    "commitment": "6. Portal e-legislasi daerah / Local e-legislation portals",
    "voice": "Masyarakat sipil / Civil society",
    "period": "Semester 1 2020 / Half 1 of 2020",
    "date": "2020-06-30",
    "completion": "Terbatas / Limited",
    "progress": "Portal sudah berjalan di dua daerah.\n\nTiga daerah lain: belum.",
    "progress_en": "The portal runs in two regions.",
    "evidence": "https://example.org/satu\nhttps://example.org/dua",
    **SOURCE,
}


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return load_words(roots.ENGINE / "theme" / "strings")[0]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return roots.copy_root(tmp_path / "root")


def issue(form: Form, answers: dict[str, str], words: dict[str, Words]) -> str:
    """The text of an issue as GitHub makes it of a filled form."""
    agreed = "- [X] Ya"
    parts = []
    for field in form.fields:
        usual = agreed if field.widget is Widget.CONSENT else "_No response_"
        parts.append(f"### {label(f'ask.{field.id}', words)}\n\n{answers.get(field.id, usual)}")
    return "\n\n".join(parts)


def imported(root: Path, form: str, body: str) -> int:
    path = root.parent / "issue.md"
    path.write_text(body, encoding="utf-8")
    return main(["import-form", form, str(path), "--root", str(root)])


def told(root: Path, words: dict[str, Words]) -> list[str]:
    old, new = validate(roots.ENGINE)[0], validate(root)[0]
    found = Comparison(old, new, tuple(find_changes(old, new)), words)
    return render_text(found, "id").splitlines()


# What GitHub shows


def test_forms_are_up_to_date(words: dict[str, Words]) -> None:
    made = build_forms(validate(roots.ENGINE)[0], words)
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yml")}
    kept.pop("config.yml")
    assert kept == made, "run make forms"


def test_github_takes_the_forms() -> None:
    command = ["-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms"]
    files = [str(path) for path in FOLDER.glob("*.yml") if path.name != "config.yml"]
    subprocess.run([sys.executable, *command, *files], check=True, capture_output=True)


@EVERY
def test_labels_of_a_form_are_told_apart(form: Form, words: dict[str, Words]) -> None:
    labels = [label(f"ask.{field.id}", words) for field in form.fields]
    assert len(labels) == len(set(labels))


@EVERY
def test_every_flag_is_a_question_of_the_kind(form: Form) -> None:
    known = {question.flag for question in QUESTIONS[form.kind]} if form.kind else set()
    assert {field.flag for field in form.fields if field.flag} <= known


@EVERY
def test_choices_mean_one_value_each(form: Form, words: dict[str, Words]) -> None:
    corpus = validate(roots.ENGINE)[0]
    content = yaml.safe_load((FOLDER / f"{form.id}.yml").read_text(encoding="utf-8"))
    shown = {each["id"]: each for each in content["body"] if "id" in each}
    for field in form.fields:
        if field.widget is Widget.CHOICE:
            choices = find_choices(field, corpus, words)
            assert choices
            assert len(set(choices.values())) == len(choices)
            assert shown[field.id]["attributes"]["options"] == list(choices)


# What becomes of the answers


def test_an_update_becomes_files_that_pass_and_say_what_was_answered(
    root: Path, words: dict[str, Words], capsys: Output
) -> None:
    assert imported(root, "update", issue(BY_ID["update"], UPDATE, words)) == 0
    path = "content/updates/2018-2020/06-civil-society-2020-s1.yaml"
    assert capsys.readouterr().out.splitlines()[-2:] == [path, "data/sources.yaml"]
    assert not has_errors(validate(root)[1])
    lines = told(root, words)
    assert lines[:2] == [
        "Komitmen 6 (“Portal e-legislasi daerah”):",
        "  pelaksanaan menurut Masyarakat sipil berubah dari Tidak diketahui menjadi Terbatas",
    ]
    assert "  bukti: “https://example.org/satu” dan “https://example.org/dua”" in lines
    assert "  kemajuan: “Portal sudah berjalan di dua daerah. Tiga daerah lain: belum.”" in lines
    assert "Sumber “Laporan pelaksanaan portal e-legislasi”:" in lines


def test_evidence_speaks_with_its_own_voice(root: Path, words: dict[str, Words]) -> None:
    answers = {key: UPDATE[key] for key in ("commitment", "period", "date", "evidence")}
    body = issue(BY_ID["evidence"], {**answers, "shows": "Portalnya.", **SOURCE}, words)
    assert imported(root, "evidence", body) == 0
    assert "  suara: Bukti" in told(root, words)


def test_a_meeting_becomes_a_page(root: Path, words: dict[str, Words]) -> None:
    answers = {
        "stage": "4. Pertemuan bilateral / Bilateral meetings",
        "title": "Pertemuan: kedua",
        "title_en": "Second meeting",
        "start": "2018-10",
        "total": "40",
        "report": "Yang dibahas:\n\n- satu\n- dua",
        **SOURCE,
    }
    assert imported(root, "meeting", issue(BY_ID["meeting"], answers, words)) == 0
    path = root / "content/meetings/2018-2020/2018-second-meeting.md"
    assert path.read_text(encoding="utf-8").endswith("\n---\n\nYang dibahas:\n\n- satu\n- dua\n")


def test_a_known_source_is_used_again(root: Path, words: dict[str, Words]) -> None:
    source = next(each for each in validate(root)[0].sources if each.url)
    body = issue(BY_ID["update"], {**UPDATE, "source_url": str(source.url)}, words)
    before = (root / "data/sources.yaml").read_bytes()
    assert imported(root, "update", body) == 0
    assert (root / "data/sources.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"progress": "_No response_"}, "Yang sudah dikerjakan / What was done: Wajib diisi."),
        ({"consent": "- [ ] Ya"}, "Persetujuan / Consent: Wajib diisi."),
        ({"commitment": "99. Tidak ada"}, "Komitmen / Commitment: "),
        ({"date": "30 Juni"}, "Tanggal pernyataan / Date of the statement: Tanggal harus ditulis"),
        ({"evidence": "bukan alamat"}, "Alamat web bukti / Web address of the evidence: "),
        ({"source_url": "x"}, "Alamat web sumber / Web address of the source: "),
        ({"source_date": "kemarin"}, "Tanggal sumber / Date of the source: Tanggal harus ditulis"),
        ({"source_language": "Jawa"}, "Bahasa sumber / Language of the source: "),
        ({"progress": "a\u202eb"}, "Yang sudah dikerjakan / What was done: "),
    ],
)
def test_what_is_wrong_is_said_by_the_question_and_nothing_is_written(
    root: Path, words: dict[str, Words], capsys: Output, answers: dict[str, str], said: str
) -> None:
    before = roots.snapshot(root)
    assert imported(root, "update", issue(BY_ID["update"], {**UPDATE, **answers}, words)) == 1
    assert said in capsys.readouterr().err
    assert roots.snapshot(root) == before


def test_what_the_rules_refuse_is_not_written(
    root: Path, words: dict[str, Words], capsys: Output
) -> None:
    before = roots.snapshot(root)
    answers = {key: text for key, text in UPDATE.items() if key != "date"}
    assert imported(root, "update", issue(BY_ID["update"], answers, words)) == 1
    assert "harus disertai tanggal" in capsys.readouterr().out
    assert roots.snapshot(root) == before


def test_input_has_no_file_and_says_so(root: Path, words: dict[str, Words], capsys: Output) -> None:
    assert imported(root, "input", issue(BY_ID["input"], {}, words)) == 1
    assert "Masukan tidak menjadi berkas" in capsys.readouterr().err


@pytest.mark.parametrize(
    "nasty",
    [
        "### Kendala / Obstacles\n\npalsu",
        "### Siapa yang berbicara / Who speaks\n\nPemerintah / Government",
        "---\nvoice: government\n---",
        "- a: b\n  c: [",
        "{{ x }} <script>alert(1)</script> ![x](https://e.test/x.png) @all #1 `x`",
        "'\"\\ & * ! | > % @",
        "a" * 1_500,
    ],
)
def test_an_answer_stays_an_answer(root: Path, words: dict[str, Words], nasty: str) -> None:
    body = issue(BY_ID["update"], {**UPDATE, "progress": f"Awal\n\n{nasty}"}, words)
    assert imported(root, "update", body.replace("\n", "\r\n")) == 0
    update = next(each for each in validate(root)[0].updates if each.id.startswith("06-civil"))
    assert update.voice == "civil-society"
    assert update.progress is not None
    assert update.progress.get("id") == " ".join(f"Awal {nasty}".split())
    assert update.obstacles is None


def test_text_before_the_first_question_and_unknown_headings_are_passed_over(
    words: dict[str, Words],
) -> None:
    form = BY_ID["update"]
    filled = read_answers(form, f"Halo\n\n### Lain\n\n{issue(form, UPDATE, words)}", words)
    assert filled.answers["commitment"] == UPDATE["commitment"]
    assert read_answers(form, "", words).answers == {}


def test_an_answer_with_the_heading_of_the_next_question_is_refused(
    root: Path, words: dict[str, Words], capsys: Output
) -> None:
    form = BY_ID["update"]
    heading = label("ask.progress_en", words)
    before = roots.snapshot(root)
    body = issue(form, {**UPDATE, "progress": f"Awal\n\n### {heading}\n\nSelesai"}, words)
    assert imported(root, "update", body) == 1
    assert "Judul pertanyaan ini juga tertulis" in capsys.readouterr().err
    assert roots.snapshot(root) == before


@pytest.mark.parametrize("where", ["before", "within"])
def test_text_that_github_does_not_show_is_refused(
    root: Path, words: dict[str, Words], capsys: Output, where: str
) -> None:
    form = BY_ID["update"]
    hidden = f"<!-- {issue(form, {**UPDATE, 'progress': 'Palsu'}, words)} -->"
    answers = UPDATE if where == "before" else {**UPDATE, "progress": "Terlihat <!-- rahasia -->"}
    before = roots.snapshot(root)
    body = issue(form, answers, words)
    assert imported(root, "update", f"{hidden}\n\n{body}" if where == "before" else body) == 1
    assert "tidak ditampilkan GitHub" in capsys.readouterr().err
    assert roots.snapshot(root) == before
