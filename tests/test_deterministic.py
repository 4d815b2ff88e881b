"""The same corpus gives the same bytes, whatever the seed of Python's hashes."""

from pathlib import Path

from tests import golden


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_second_build_gives_the_same_bytes(golden_site: Path, tmp_path: Path) -> None:
    first, second = files(golden_site), files(golden.build(golden.CORPUS, tmp_path / "b", seed=2))
    assert len(first) > 60
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_build_leaves_no_trace_of_the_machine(golden_site: Path) -> None:
    places = (str(golden.ROOT).encode(), str(golden_site).encode(), b"/tmp/")
    named = [name for name, text in files(golden_site).items() if any(x in text for x in places)]
    assert named == []
