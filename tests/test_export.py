"""`renaksi export`: the same bytes as the site, all of them or some, and what goes wrong."""

import subprocess
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from renaksi.export.output import Format, output_pattern
from renaksi.export.table import COLLECTIONS, OUTPUTS
from tests import golden, roots

TABLE = (*OUTPUTS, *COLLECTIONS)
AS_OF = ("--as-of", golden.AS_OF)


def export(root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return roots.run("export", "--root", root, *arguments, cwd=golden.ROOT)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything, of the invented corpus."""
    folder = tmp_path_factory.mktemp("export") / "deep" / "folder"
    done = export(golden.CORPUS, *AS_OF, "--output", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_export_gives_the_bytes_of_the_site(exported: Path, golden_site: Path) -> None:
    files = roots.snapshot(exported)
    assert len(files) > 50
    assert [path for path, text in files.items() if (golden_site / path).read_bytes() != text] == []


def test_export_holds_every_row_of_the_table(exported: Path) -> None:
    paths = list(roots.snapshot(exported))
    patterns = {each.name: output_pattern(each.path) for each in TABLE}
    absent = {name for name, each in patterns.items() if not any(map(each.fullmatch, paths))}
    assert absent <= {"api_changes_month"}  # the invented corpus has no history
    assert [p for p in paths if not any(each.fullmatch(p) for each in patterns.values())] == []


def test_rows_of_the_table_differ_and_have_a_form() -> None:
    names, paths = ([getattr(each, key) for each in TABLE] for key in ("name", "path"))
    assert len(set(names)) == len(names) and len(set(paths)) == len(paths)
    assert {each.format for each in TABLE} == set(Format)


@pytest.mark.parametrize("form", ["popolo", "dcat", "zip"])
def test_one_form_gives_its_files_alone_and_the_same(
    form: str, exported: Path, tmp_path: Path
) -> None:
    done = export(golden.CORPUS, *AS_OF, "--output", tmp_path / "one", "--format", form)
    assert done.returncode == 0, done.stderr
    found, every = roots.snapshot(tmp_path / "one"), roots.snapshot(exported)
    patterns = [output_pattern(each.path) for each in TABLE if each.format == form]
    assert found == {
        path: text for path, text in every.items() if any(p.fullmatch(path) for p in patterns)
    }
    assert found


def test_archive_holds_every_other_file_and_its_checksum(exported: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(exported / "data" / "renaksi.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    inside = roots.snapshot(tmp_path / "renaksi")
    sums = inside.pop("SHA256SUMS").decode()
    outside = roots.snapshot(exported)
    apart = {"data/renaksi.zip", "data/SHA256SUMS"}
    late = {path for path in outside if path not in inside} - apart
    assert late == set()
    assert inside == {path: text for path, text in outside.items() if path not in apart}
    assert sums == "".join(f"{sha256(inside[p]).hexdigest()}  {p}\n" for p in sorted(inside))
    check = ["sha256sum", "--check", "--strict", "--quiet", "data/SHA256SUMS"]
    assert subprocess.run(check, cwd=exported, check=False).returncode == 0


def test_table_of_ogp_alone_is_printed(exported: Path) -> None:
    done = export(golden.CORPUS, *AS_OF, "--ogp")
    assert done.returncode == 0, done.stderr
    assert done.stdout.encode() == (exported / "data" / "ogp-commitments.csv").read_bytes()


def test_corpus_with_an_error_is_not_exported(tmp_path: Path) -> None:
    root = roots.copy_root(tmp_path / "root")
    roots.replace(root / "data" / "renaksi.yaml", "id: 2018-2020", "id: 2018 2020")
    done = export(root, "--output", tmp_path / "out")
    assert done.returncode == 1
    assert "data/renaksi.yaml:" in done.stdout
    assert "Tidak ada berkas yang ditulis." in done.stderr and "No file was written." in done.stderr
    assert not (tmp_path / "out").exists()


def test_export_asks_for_a_folder_and_says_where_it_cannot_write(tmp_path: Path) -> None:
    for arguments in ((), ("--format", "csv"), ("--ogp", "--format", "csv")):
        asked = export(golden.CORPUS, *arguments)
        assert asked.returncode == 2 and "--output" in asked.stderr
        assert asked.stdout == ""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = export(golden.CORPUS, "--output", tmp_path / "file", "--format", "popolo")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_export_of_a_shallow_clone_is_refused_with_the_remedy(tmp_path: Path) -> None:
    source = roots.copy_root(tmp_path / "source")
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(source))
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "One")):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    subprocess.run([*git, "commit", "-qm", "Two", "--allow-empty"], check=True)
    clone = tmp_path / "clone"
    command = ["git", "clone", "-q", "--depth", "1", source.as_uri(), str(clone)]
    subprocess.run(command, check=True, capture_output=True)
    done = export(clone, "--output", tmp_path / "out")
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    assert not (tmp_path / "out").exists()
