"""The history of a corpus, read from real Git repositories."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest

from renaksi.events import Event, History
from renaksi.history import Memory, read_history
from renaksi.publish.words import FOLDER, Words, load_words
from renaksi.revision import RevisionError
from renaksi.validate import validate
from renaksi.vocabulary import Kind
from tests import roots
from tests.golden import CORPUS, ROOT
from tests.repositories import git

WORDS: dict[str, Words] = load_words(ROOT / "theme" / FOLDER)[0]
ROADS = "01-foggy-roads"
PATH = f"content/commitments/2030-2031/{ROADS}.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The invented corpus as a repository of its own, with its first commit."""
    root = tmp_path / "root"
    shutil.copytree(CORPUS, root)
    git(root, "init", "-q", "-b", "main")
    save(root, "Hujan pertama")
    return root


def save(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)


def read(root: Path, file: Path | None = None, made_by: str = "") -> History:
    return read_history(root, validate(root)[0], WORDS, Memory(file, made_by))


def sentences(event: Event) -> list[str]:
    return [step.sentence["id"] for step in event.steps]


def edit(root: Path, old: str, new: str, path: str = PATH) -> None:
    roots.replace(root / path, old, new)


def rename(root: Path, former: str, id: str) -> None:
    """Gives a commitment another id wherever it stands, with a redirect."""
    for path in [*root.glob("content/**/*"), *root.glob("data/*.yaml")]:
        if path.is_file() and path.suffix in (".md", ".yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(former, id), encoding="utf-8")
            if former in path.name:
                path.rename(path.with_name(path.name.replace(former, id)))
    redirects = root / "data" / "redirects.yaml"
    known = redirects.read_text(encoding="utf-8") if redirects.is_file() else ""
    entry = f"- id: {former}\n  kind: commitment\n  to: {id}\n"
    redirects.write_text(f"{known}\n{entry}".lstrip(), encoding="utf-8")


def test_the_first_commit_tells_of_every_entry_once(root: Path) -> None:
    [event] = read(root).events
    assert event.reason == "Hujan pertama"
    assert event.time.endswith("Z")
    of_roads = [step for step in event.steps if step.id == ROADS and step.kind == "commitment"]
    assert [(step.act, step.path) for step in of_roads] == [("added", [])]
    assert {step.kind for step in event.steps}.isdisjoint({"audit", "exception", "redirect"})


def test_a_narrative_is_quoted_as_it_is_read_unless_only_its_signs_differ(root: Path) -> None:
    edit(root, "satu *miring* dan **tebal**", "dua *miring* dan **tebal**")
    save(root, "Kata")
    edit(root, "dua *miring*", "dua **miring**")
    save(root, "Tanda")
    edit(root, "(../../about.md)", "(../../index.md)")
    save(root, "Tautan")
    link, sign, word, _ = [event.steps for event in reversed(read(root).events)]
    [[before, after]] = word[0].spots
    assert ("satu miring dan tebal" in before, "dua miring dan tebal" in after) == (True, True)
    assert "dua **miring** dan" in sign[0].spots[0][1]
    assert "[KK](../../index.md)" in link[0].spots[0][1]
    edit(root, "> Teks kanan-ke-kiri", "## Judul\n\n> Teks kanan-ke-kiri")
    save(root, "Judul")
    edit(root, "## Judul", "## Judul **baru**")
    save(root, "Judul lagi")
    [renamed] = read(root).of(Kind.COMMITMENT, ROADS)[0].steps
    assert "“Judul”" in renamed.sentence["id"]
    assert "“Judul baru”" in renamed.sentence["id"]


def test_a_change_of_a_fact_is_told_in_both_languages_with_its_reason(root: Path) -> None:
    edit(root, "  value: 2030-12-31", "  value: 2031-11")
    save(root, "Tenggat diundurkan (#12)")
    event = read(root).of(Kind.COMMITMENT, ROADS)[0]
    assert (event.reason, event.pull_request) == ("Tenggat diundurkan", 12)
    [step] = event.steps
    assert step.path == ["end_date", "value"]
    assert "November 2031" in step.sentence["id"]
    assert "November 2031" in step.sentence["en"]
    assert step.sentence["id"] != step.sentence["en"]


def test_a_file_that_is_only_written_differently_has_no_history(root: Path) -> None:
    text = (root / PATH).read_text(encoding="utf-8")
    (root / PATH).write_text(text.replace("\n---\n", "\n# rapi\n---\n", 1), encoding="utf-8")
    save(root, "Rapikan")
    (root / "README.md").write_text("Bukan isi.\n", encoding="utf-8")
    save(root, "Bukan isi")
    assert len(read(root).events) == 1


def test_a_merge_is_told_by_the_title_of_its_pull_request(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "usul")
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    save(root, "wip")
    git(root, "checkout", "-q", "main")
    git(
        root,
        "merge",
        "-q",
        "--no-ff",
        "usul",
        "-m",
        "Merge pull request #7 from a/usul\n\nKabutnya tebal",
    )
    event = read(root).events[-1]
    assert (event.reason, event.pull_request) == ("Kabutnya tebal", 7)
    [step] = [step for step in event.steps if step.path]
    assert "Kabut tebal" in json.dumps(step.spots, ensure_ascii=False) + step.sentence["id"]


def test_an_entry_keeps_its_history_when_it_gets_another_id(root: Path) -> None:
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    save(root, "Sebelum")
    renamed = "01-foggy-lanes"
    rename(root, ROADS, renamed)
    save(root, "Ganti nama")
    found = [event.reason for event in read(root).of(Kind.COMMITMENT, renamed)]
    assert found == ["Ganti nama", "Sebelum", "Hujan pertama"]


def test_an_update_is_part_of_the_history_of_its_commitment(root: Path) -> None:
    [path, *_] = sorted(root.glob("content/updates/*/*.yaml"))
    commitment = validate(root)[0].get(Kind.UPDATE, path.stem).commitment  # type: ignore[union-attr]
    text = path.read_text(encoding="utf-8")
    path.unlink()
    save(root, "Tanpa kabar")
    path.write_text(text, encoding="utf-8")
    save(root, "Kabar baru")
    history = read(root)
    event = history.of(Kind.COMMITMENT, commitment)[0]
    assert event.reason == "Kabar baru"
    assert [(step.act, step.kind) for step in event.steps] == [("added", "update")]


def test_versions_hold_the_entry_as_it_stood(root: Path) -> None:
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    save(root, "Kedua")
    (root / PATH).unlink()
    (root / PATH.replace(".md", ".en.md")).unlink(missing_ok=True)
    save(root, "Hilang")
    first, second, gone = read(root).versions[Kind.COMMITMENT, ROADS]
    assert first.entry is not None
    assert second.entry is not None
    assert first.entry["number"] == second.entry["number"]
    assert "Kabut <b>" in first.entry["narrative"]["id"]
    assert "Kabut tebal <b>" in second.entry["narrative"]["id"]
    assert gone.entry is None


def test_versions_go_on_under_another_id(root: Path) -> None:
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    save(root, "Kedua")
    rename(root, ROADS, "01-foggy-lanes")
    save(root, "Ganti nama")
    found = read(root).versions_of(Kind.COMMITMENT, "01-foggy-lanes")
    ids = [each.entry and each.entry["id"] for each in found]
    assert ids == [ROADS, ROADS, "01-foggy-lanes"]
    assert read(root).versions_of(Kind.COMMITMENT, "99-never") == ()


def test_what_is_remembered_is_the_same_and_is_forgotten_with_a_name(
    root: Path, tmp_path: Path
) -> None:
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    save(root, "Kedua")
    file = tmp_path / "memory" / "history.json"
    cold, warm = read(root, file, "a"), read(root, file, "a")
    assert asdict(cold) == asdict(warm)
    kept = json.loads(file.read_text(encoding="utf-8"))
    for record in kept["records"].values():
        record["steps"] = []
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert read(root, file, "a").events == ()  # it was read
    assert asdict(read(root, file, "b")) == asdict(cold)  # and not for another program
    file.write_text("broken", encoding="utf-8")
    assert asdict(read(root, file, "a")) == asdict(cold)


def test_names_of_entries_are_those_of_today_even_in_what_is_remembered(
    root: Path, tmp_path: Path
) -> None:
    file = tmp_path / "history.json"
    edit(root, "  value: [ministry-of-mist]", "  value: [bureau-of-dew]")
    save(root, "Pelaksana lain")
    assert "“Biro Embun”" in str(sentences(read(root, file).events[-1]))
    edit(root, "id: Biro Embun", "id: Biro Embun Pagi", "data/organizations.yaml")
    save(root, "Nama baru")
    [_, event, _] = read(root, file).events
    assert "“Biro Embun Pagi”" in str(sentences(event))


def test_a_message_may_hold_anything(root: Path) -> None:
    edit(root, "Kabut <b>bold</b>", "Kabut tebal <b>bold</b>")
    save(root, "=a \x1e\x1f :100644 100644 <script>\n\n= b")
    assert [event.reason for event in read(root).events] == [
        "Hujan pertama",
        "=a \x1e\x1f :100644 100644 <script>",
    ]


def test_files_that_cannot_be_read_are_passed_over(root: Path) -> None:
    good = (root / PATH).read_text(encoding="utf-8")
    (root / PATH).write_bytes(b"\xff\xfe\x00")
    save(root, "Rusak")
    (root / PATH).write_text(good, encoding="utf-8")
    save(root, "Pulih")
    assert [event.reason for event in read(root).of(Kind.COMMITMENT, ROADS)][-1] == "Hujan pertama"


def test_without_git_nothing_is_known_and_a_shallow_clone_is_refused(
    root: Path, tmp_path: Path
) -> None:
    save(root, "Kedua")
    plain, shallow = tmp_path / "plain", tmp_path / "shallow"
    shutil.copytree(root, plain, ignore=shutil.ignore_patterns(".git"))
    assert read(plain) == History()
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), str(shallow))
    with pytest.raises(RevisionError) as refused:
        read(shallow)
    assert "--unshallow" in refused.value.message.id
    done = roots.run("build", "--root", shallow, "--output", tmp_path / "site", cwd=shallow)
    assert done.returncode == 1
    assert "git fetch --unshallow" in done.stderr


def test_history_of_a_folder_within_a_repository_is_not_told(root: Path) -> None:
    inner = root / "inner"
    shutil.copytree(CORPUS, inner)
    save(root, "Di dalam")
    assert read(inner) == History()
