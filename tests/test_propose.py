"""From a form to a pull request: who may, what it holds, and what hostile words become."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from renaksi.cli import main
from renaksi.forms import APPROVED, FORMS
from renaksi.publish.words import Words, load_words
from renaksi.review.answer import MARK
from renaksi.validate import has_errors, validate
from tests import hub, roots
from tests.repositories import git
from tests.test_corrections import FILE, SIX
from tests.test_forms import BY_ID, SOURCE, UPDATE, issue

NUMBER = 12
BRANCH = f"form/{NUMBER}"
UPDATE_FILE = "content/updates/2018-2020/06-civil-society-2020-s1.yaml"
MEETING = {
    "stage": "4. Pertemuan bilateral / Bilateral meetings",
    "title": "Pertemuan kedua",
    "title_en": "Second meeting",
    "start": "2018-10",
    "report": "Yang dibahas:\n\n- satu\n- dua",
    **SOURCE,
}
CORRECTION = {"page": SIX, "wrong": "31 Desember 2020", "right": "30 Juni 2021", **SOURCE}
HOSTILE = (
    "@renaksi-ogi/maintainers ${{ github.token }} <script>x</script> ![x](https://e.test/x.png) "
    "[y](https://e.test) #1 `a` ``` Closes #3"
)


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    return load_words(roots.ENGINE / "theme" / "strings")[0]


def approval(form: str, answers: dict[str, str], words: dict[str, Words]) -> dict[str, Any]:
    """The event that a steward's label makes on a form that was filled in."""
    return {
        "action": "labeled",
        "label": {"name": APPROVED},
        "issue": {
            "number": NUMBER,
            "state": "open",
            "title": HOSTILE,
            "body": issue(BY_ID[form], answers, words).replace("\n", "\r\n"),
            "user": {"login": "warga-1", "id": 4711},
            "labels": [{"name": each} for each in ("formulir", f"formulir:{form}", APPROVED)],
        },
        "sender": {"login": "pengelola"},
        "repository": {"default_branch": "main"},
    }


@dataclass
class Desk:
    """The main branch as the workflow has checked it out, and what GitHub knows."""

    hub: hub.Hub
    root: Path
    event: Path
    words: dict[str, Words]
    patch: pytest.MonkeyPatch
    output: pytest.CaptureFixture[str]

    def approve(self, form: str, answers: dict[str, str], **changes: Any) -> None:
        """Puts the label on a form that was filled in."""
        told = approval(form, answers, self.words)
        told["issue"].update(changes.pop("issue", {}))
        self.event.write_text(json.dumps({**told, **changes}), encoding="utf-8")

    def run(self) -> tuple[int, str, str]:
        """The exit status, and what was said on either stream."""
        for name, value in self.hub.environment.items():
            self.patch.setenv(name, value)
        self.patch.setenv("GITHUB_EVENT_PATH", str(self.event))
        status = main(["propose", "--root", str(self.root)])
        said = self.output.readouterr()
        return status, said.out, said.err

    def done(self, status: int = 0) -> str:
        """Runs it, and gives the answer on the form."""
        found, _, error = self.run()
        assert found == status, error
        [comment] = self.hub.content[f"/issues/{NUMBER}/comments"]
        return str(comment["body"])

    @property
    def pull(self) -> dict[str, Any]:
        [pull] = self.hub.content["/pulls"]
        assert isinstance(pull, dict)
        return pull

    def merged(self, folder: Path) -> Path:
        """The corpus as it is once the proposal is merged."""
        for path, text in self.hub.files(self.hub.tip(BRANCH)).items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        return folder


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = roots.copy_root(tmp_path_factory.mktemp("main") / "root")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Main")
    return root


@pytest.fixture
def desk(
    tmp_path: Path,
    checkout: Path,
    words: dict[str, Words],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Desk]:
    content: dict[str, Any] = {
        "/collaborators/pengelola/permission": {"permission": "write"},
        "/collaborators/warga-1/permission": {"permission": "read"},
        f"/issues/{NUMBER}/comments": [],
        "/pulls": [],
    }
    with hub.serve(hub.Hub(content)) as served:
        served.know_commit(git(checkout, "rev-parse", "HEAD").strip())
        yield Desk(served, checkout, tmp_path / "event.json", words, monkeypatch, capsys)
    assert git(checkout, "status", "--porcelain") == ""  # nothing is written here


@pytest.mark.parametrize(
    "case",
    [
        ("update", UPDATE, {UPDATE_FILE, "data/sources.yaml"}, "pelaksanaan menurut Masyarakat"),
        ("correction", CORRECTION, {FILE, "data/sources.yaml"}, "tanggal selesai diubah dari 31"),
        (
            "meeting",
            MEETING,
            {"content/meetings/2018-2020/2018-second-meeting.md", "data/sources.yaml"},
            "Pertemuan kedua",
        ),
    ],
)
def test_a_form_becomes_a_pull_request_that_merges_clean(
    desk: Desk, tmp_path: Path, case: tuple[str, dict[str, str], set[str], str]
) -> None:
    form, answers, paths, sentence = case
    desk.approve(form, answers)
    answer = desk.done()
    assert answer.startswith(f"{MARK}\n\n**✅ Formulir ini sudah menjadi usulan #21.**")
    assert (
        "<details><summary>English</summary>\n\n**✅ This form has become proposal #21.**" in answer
    )
    assert desk.hub.files(desk.hub.tip(BRANCH)).keys() == paths
    root = desk.merged(roots.copy_root(tmp_path / "merged"))
    assert not has_errors(validate(root)[1])
    assert desk.pull["base"] == "main"
    assert desk.pull["title"].startswith(desk.words["id"].t(f"form.{form}") + ": ")
    text = desk.pull["body"]
    assert sentence in text
    assert "\n\nCloses #12\n\n" in text
    assert "@warga-1 dan disetujui @pengelola" in text
    assert "✅ Usulan ini lolos pemeriksaan" in text
    assert "Approve workflows to run" in text


def test_the_commit_names_the_submitter_as_co_author_and_nothing_foreign(desk: Desk) -> None:
    desk.approve("meeting", {**MEETING, "title": HOSTILE})
    desk.done()
    commit = desk.hub.content[f"/git/commits/{desk.hub.tip(BRANCH)}"]
    assert commit["message"] == (
        "Laporan pertemuan: Tahap 4 (“Pertemuan bilateral”)\n\nFormulir #12\n\n"
        "Co-authored-by: warga-1 <4711+warga-1@users.noreply.github.com>\n"
    )
    assert commit["parents"] == [git(desk.root, "rev-parse", "HEAD").strip()]
    assert "author" not in next(body for *_, body in desk.hub.sent if "parents" in body)
    assert desk.pull["title"] == "Laporan pertemuan: Tahap 4 (“Pertemuan bilateral”)"


@pytest.mark.parametrize(
    "nasty",
    [
        HOSTILE,
        "### Kendala / Obstacles\n\n### Persetujuan / Consent\n\n- [x] ya",
        "<!-- renaksi-form -->\n\n</details></details>\n\n@all",
        "\ud800 tanpa pasangan",
        "nol \0 nol",
        "x" * 60_000,
    ],
)
def test_hostile_words_stay_words_wherever_they_are_told(desk: Desk, nasty: str) -> None:
    desk.approve("update", {**UPDATE, "progress": nasty, "obstacles": nasty, "date": nasty})
    assert "❌ Formulir ini belum dapat" in desk.done()
    desk.approve("update", {**UPDATE, "progress": nasty})
    texts = [desk.done(), *(each["body"] for each in desk.hub.content["/pulls"])]
    for text in texts:
        assert len(text) < 65_000
        bare = re.sub(r"(`+)[^`].*?(?<!`)\1(?!`)", "", text)
        assert not re.search(r"@(?!warga-1|pengelola)\w|script|!\[|e\.test|\$\{\{", bare)
        assert bare.count(MARK) <= 1
        assert bare.count("<details>") == bare.count("</details>")


@pytest.mark.parametrize(
    "change",
    [
        {"sender": {"login": "warga-1"}},
        {"label": {"name": "formulir:update"}},
        {"action": "unlabeled"},
        {"issue": {"state": "closed"}},
        {"issue": {"pull_request": {}}},
    ],
)
def test_a_label_without_the_right_or_the_meaning_does_nothing(
    desk: Desk, change: dict[str, Any]
) -> None:
    desk.approve("update", UPDATE, **change)
    status, said, _ = desk.run()
    assert (status, desk.hub.sent) == (0, [])
    assert "tidak ada yang dikerjakan" in said


@pytest.mark.parametrize(
    "change",
    [
        {"sender": {"login": "../x"}},
        {"sender": {"login": "unknown-user"}},
        {"issue": {"user": {"login": "a\nCo-authored-by: b", "id": 1}}},
        {"issue": {"user": {"login": "warga-1", "id": "4711"}}},
        {"issue": {"number": "12; x"}},
        {"issue": {"labels": None}},
    ],
)
def test_odd_payload_is_refused(desk: Desk, change: dict[str, Any]) -> None:
    desk.approve("update", UPDATE, **change)
    status, _, error = desk.run()
    assert (status, desk.hub.sent) == (1, [])
    assert error.startswith("GitHub: ")


def test_a_second_label_brings_the_same_proposal_up_to_date(desk: Desk) -> None:
    desk.approve("update", {**UPDATE, "date": "kemarin"})
    assert "- Tanggal pernyataan: `Tanggal harus ditulis" in desk.done()
    assert desk.hub.content["/pulls"] == []
    desk.approve("update", UPDATE)
    first = desk.done(), desk.hub.tip(BRANCH), desk.pull["number"]
    desk.approve("update", {**UPDATE, "progress": "Portal berjalan di tiga daerah."})
    second = desk.done(), desk.hub.tip(BRANCH), desk.pull["number"]
    assert (first[0], first[2]) == (second[0], second[2])
    assert first[1] != second[1]
    assert "Portal berjalan di tiga daerah" in desk.hub.files(second[1])[UPDATE_FILE]
    assert "Portal berjalan di tiga daerah" in desk.pull["body"]


def test_a_branch_that_somebody_worked_on_is_left_alone(desk: Desk) -> None:
    desk.approve("update", UPDATE)
    desk.done()
    desk.hub.know_commit("a" * 40, author="Pengelola")
    desk.hub.content[f"/git/ref/heads/{BRANCH}"] = {"object": {"sha": "a" * 40}}
    text = desk.done()
    assert desk.hub.tip(BRANCH) == "a" * 40
    assert "sudah diubah orang" in text
    assert f"(https://github.com/{hub.REPOSITORY}/tree/{BRANCH})" in text


def test_where_no_pull_request_may_be_opened_the_way_is_told(desk: Desk) -> None:
    desk.hub.refused = ("/pulls",)
    desk.approve("update", UPDATE)
    text = desk.done(1)
    assert f"(https://github.com/{hub.REPOSITORY}/compare/main...{BRANCH}?expand=1)" in text


def test_input_stays_an_issue_and_leads_to_all_of_its_kind(desk: Desk) -> None:
    desk.approve("input", {"topic": "Data", "proposal": HOSTILE})
    text = desk.done()
    assert "✅ Masukan ini tercatat." in text
    assert "/issues?q=label%3A%22formulir%3Ainput%22" in text
    assert HOSTILE[:10] not in text
    assert desk.hub.content["/pulls"] == []


@pytest.mark.parametrize("form", ["update", "input"])
def test_answers_from_the_site_are_known_by_what_they_say(desk: Desk, form: str) -> None:
    """The site fills one field of one form, so the issue has no label of its kind yet."""
    answers = UPDATE if form == "update" else {"topic": "Data", "proposal": "Buka."}
    text = f"<!-- formulir: {form} -->\n\n{issue(BY_ID[form], answers, desk.words)}"
    body = f"### Isian / Answers\n\n{text}"
    labels = [{"name": each} for each in ("formulir", APPROVED)]
    desk.approve(form, answers, issue={"body": body, "labels": labels})
    assert "✅" in desk.done()
    assert desk.hub.sent[0] == (
        "POST",
        f"/issues/{NUMBER}/labels",
        {"labels": [f"formulir:{form}"]},
    )
    assert bool(desk.hub.content["/pulls"]) == (form == "update")


@pytest.mark.parametrize("kinds", [(), ("update", "meeting")])
def test_a_form_of_no_one_kind_is_asked_for_it(desk: Desk, kinds: tuple[str, ...]) -> None:
    labels = [{"name": f"formulir:{kind}"} for kind in kinds]
    desk.approve("update", UPDATE, issue={"labels": labels})
    text = desk.done()
    assert "pasang tepat satu label jenis" in text
    assert all(f"`formulir:{form.id}`" in text for form in FORMS)


def test_what_the_rules_refuse_is_told_with_its_place(desk: Desk) -> None:
    desk.approve("update", {key: text for key, text in UPDATE.items() if key != "date"})
    text = desk.done()
    assert f"- `{UPDATE_FILE}:" in text
    assert "harus disertai tanggal" in text
    assert desk.hub.content["/pulls"] == []
