"""What a change does to published ids and to warnings, against real Git revisions."""

import subprocess
import tempfile
from pathlib import Path

import pytest

from renaksi.compare import find_renamed, find_vanished, mark_new
from renaksi.revision import RevisionError, corpus_of_revision
from renaksi.validate import validate
from tests.repositories import commit_corpus, git

STAGE = "content/stages/2030-2031/03-last-thunder.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The invented corpus, committed in a folder below the top of a repository."""
    return commit_corpus(tmp_path)


def vanished(root: Path, revision: str = "HEAD") -> list[str]:
    with corpus_of_revision(root, revision) as old:
        found = find_vanished(validate(old)[0], validate(root)[0])
        return [f"{problem.place}: {problem.message.en} [{problem.rule}]" for problem in found]


def test_unchanged_corpus_has_lost_nothing(root: Path) -> None:
    assert vanished(root) == []


def test_vanished_id_is_named_with_its_file_and_the_nearest_id(root: Path) -> None:
    text = (root / STAGE).read_text(encoding="utf-8")
    (root / STAGE).unlink()
    renamed = root / STAGE.replace("03-last-thunder", "03-last-thunders")
    renamed.write_text(text.replace("id: 03-last-thunder", "id: 03-last-thunders", 1))
    assert vanished(root) == [
        f"{STAGE}:1:1: The id of the stage "
        '"03-last-thunder" is published and must not vanish. Bring it back, or name its successor '
        'in data/redirects.yaml. Did you mean "03-last-thunders"? [published-id-stays]'
    ]
    (root / "data/redirects.yaml").write_text(
        "- {id: 03-last-thunder, kind: stage, to: 03-last-thunders}\n", encoding="utf-8"
    )
    assert vanished(root) == []


def test_id_whose_file_cannot_be_read_has_not_vanished(root: Path) -> None:
    (root / STAGE).write_text("---\nid: [\n---\n", encoding="utf-8")
    assert vanished(root) == []


def test_reading_a_revision_leaves_the_work_tree_and_the_index_alone(root: Path) -> None:
    (root / STAGE).write_text("changed", encoding="utf-8")
    git(root, "add", "-A")
    before = git(root, "status", "--porcelain"), git(root, "diff", "--cached")
    with corpus_of_revision(root, "HEAD") as old:
        assert "Guntur" in (old / STAGE).read_text(encoding="utf-8")
    assert (git(root, "status", "--porcelain"), git(root, "diff", "--cached")) == before


@pytest.mark.parametrize("revision", ["nowhere", "--help", "", "HEAD~7", "HEAD:corpus"])
def test_unknown_revision_is_named(root: Path, revision: str) -> None:
    with pytest.raises(RevisionError) as caught, corpus_of_revision(root, revision):
        pass
    assert f"'{revision}'" in caught.value.message.id


def test_folder_without_a_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(RevisionError) as caught, corpus_of_revision(tmp_path, "HEAD"):
        pass
    assert "repositori Git" in caught.value.message.id


def test_warning_is_new_once_for_each_time_it_was_added(root: Path) -> None:
    _, before = validate(root)
    path = root / "data/sources.yaml"
    added = "- {id: dry-book, title: D, short_title: {id: K, en: D}, publisher: D, language: en}\n"
    path.write_text(added + path.read_text(encoding="utf-8"), encoding="utf-8")
    _, after = validate(root)
    assert [problem.message.en for problem in mark_new(before, after) if problem.new] == [
        'The source "dry-book" must be used at least once, or removed.'
    ]
    assert not [problem for problem in mark_new(after, before) if problem.new]


COMMITMENT = "content/commitments/2030-2031/01-foggy-roads.md"
UPDATE = "content/updates/2030-2031/02-civil-society.yaml"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_vanished_milestone_is_named_where_its_successor_can_take_its_id(root: Path) -> None:
    replace(root / COMMITMENT, "  - id: m2\n", "  - id: m3\n")
    [problem] = vanished(root)
    assert problem.startswith(f'{COMMITMENT}:78:3: The id of the milestone "m2" is published')
    assert "former_ids" in problem
    replace(root / COMMITMENT, "  - id: m3\n", "  - id: m3\n    former_ids: [m2]\n")
    assert vanished(root) == []


def test_milestones_are_looked_for_in_the_successor_of_a_commitment(root: Path) -> None:
    text = (root / COMMITMENT).read_text(encoding="utf-8")
    renamed = root / COMMITMENT.replace("foggy", "clear")
    renamed.write_text(text.replace("id: 01-foggy-roads", "id: 01-clear-roads", 1))
    (root / COMMITMENT).unlink()
    (root / "data/redirects.yaml").write_text(
        "- {id: 01-foggy-roads, kind: commitment, to: 01-clear-roads}\n", encoding="utf-8"
    )
    assert vanished(root) == []
    replace(renamed, "  - id: m2\n", "  - id: m3\n")
    assert ['The id of the milestone "m2"' in problem for problem in vanished(root)] == [True]


def test_vanished_update_can_be_redirected(root: Path) -> None:
    text = (root / UPDATE).read_text(encoding="utf-8")
    (root / UPDATE).unlink()
    other = root / UPDATE.replace("02-", "02-the-")
    other.write_text(text.replace("id: 02-", "id: 02-the-"), encoding="utf-8")
    [problem] = vanished(root)
    assert problem.startswith(f'{UPDATE}:1:1: The id of the update "02-civil-society"')
    redirects = root / "data/redirects.yaml"
    added = "- {id: 02-civil-society, kind: update, to: 02-the-civil-society}\n"
    redirects.write_text(redirects.read_text(encoding="utf-8") + added, encoding="utf-8")
    assert vanished(root) == []
    assert not [each for each in validate(root)[1] if each.place.path == "data/redirects.yaml"]


def test_warning_of_a_renamed_file_is_not_new(root: Path) -> None:
    old, before = validate(root)
    redirects = []
    for folder, kind, former, present in (
        ("commitments", "commitment", "03-open-roof", "03-closed-roof"),
        ("stages", "stage", "01-first-drops", "01-last-drops"),
    ):
        for path in sorted((root / f"content/{folder}/2030-2031").glob(f"{former}.*")):
            text = path.read_text(encoding="utf-8").replace(f"id: {former}\n", f"id: {present}\n")
            path.with_name(path.name.replace(former, present)).write_text(text, encoding="utf-8")
            path.unlink()
        redirects.append(f"- {{id: {former}, kind: {kind}, to: {present}}}\n")
    (root / "data/redirects.yaml").write_text("".join(redirects), encoding="utf-8")
    new, after = validate(root)
    names = ("03-closed-roof.md", "01-last-drops.en.md")
    for renamed, is_new in ((find_renamed(old, new), False), ({}, True)):
        found = [
            each for each in mark_new(before, after, renamed) if each.place.path.endswith(names)
        ]
        rules = {"translation-missing", "commitment-is-verifiable", "translation-stale"}
        assert {each.rule for each in found} == rules
        assert {each.new for each in found} == {is_new}


# Trees that no `git add` makes


def object_of(folder: Path, kind: str, content: bytes) -> str:
    """Writes an object into the repository, and gives its name."""
    command = ["git", "-C", str(folder), *kind.split()]
    done = subprocess.run(command, input=content, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit_of(folder: Path, entries: list[tuple[str, str, str, str]]) -> str:
    lines = "".join(f"{mode} {kind} {name}\t{path}\n" for mode, kind, name, path in entries)
    tree = object_of(folder, "mktree", lines.encode())
    identity = "-c user.name=t -c user.email=t@example.org"
    return object_of(folder, f"{identity} commit-tree -m x {tree}", b"")


def test_link_of_a_revision_is_a_link_that_the_rules_refuse(root: Path) -> None:
    (root / "content/away.md").symlink_to("/etc/passwd")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Link")
    with corpus_of_revision(root, "HEAD") as old:
        assert (old / "content/away.md").is_symlink()
        places = [problem.place.path for problem in validate(old)[1]]
    assert "content/away.md" in places


def test_nothing_is_written_outside_or_through_a_link(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    blob = object_of(root, "hash-object -w --stdin", b"x")
    link = object_of(root, "hash-object -w --stdin", str(outside).encode())
    up = object_of(root, "mktree", f"100644 blob {blob}\tx.md\n".encode())
    inner = object_of(root, "mktree", f"040000 tree {up}\t..\n100644 blob {blob}\ty.md\n".encode())
    links = object_of(root, "mktree", f"120000 blob {link}\tz.md\n".encode())
    for entries in (
        [("040000", "tree", inner, "content"), ("040000", "tree", inner, "data")],
        [("120000", "blob", link, "content"), ("040000", "tree", inner, "content")],
        [("120000", "blob", link, "content"), ("040000", "tree", links, "content")],
    ):
        corpus = object_of(
            root, "mktree", "".join(f"{m} {k} {n}\t{p}\n" for m, k, n, p in entries).encode()
        )
        commit = commit_of(root, [("040000", "tree", corpus, "corpus")])
        before = {path.name for path in Path(tempfile.gettempdir()).iterdir()}
        try:
            with corpus_of_revision(root, commit) as old:
                assert not (old.parent / "x.md").exists()
        except RevisionError as error:  # a tree that names one path twice
            assert "tidak dapat disalin" in error.message.id
        after = {path.name for path in Path(tempfile.gettempdir()).iterdir()}
        assert "x.md" not in after - before
        assert list(outside.iterdir()) == []


def test_object_that_is_missing_is_told(root: Path) -> None:
    name = git(root, "rev-parse", f"HEAD:corpus/{STAGE}").strip()
    loose = root.parent / ".git/objects" / name[:2] / name[2:]
    loose.chmod(0o644)
    loose.unlink()
    with pytest.raises(RevisionError) as caught, corpus_of_revision(root, "HEAD"):
        pass
    assert "'HEAD'" in caught.value.message.en
