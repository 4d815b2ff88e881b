"""The corpus that `make bench` measures is valid, and the same each time it is made."""

from pathlib import Path

from bench.generate import generate
from renaksi.validate import has_errors, validate
from tests import cases, roots

NUMBER = 6


def test_generated_corpus_is_valid_and_brings_no_warning(tmp_path: Path) -> None:
    corpus, problems = validate(generate(tmp_path / "root", NUMBER))
    _, usual = validate(cases.CORPUS)
    assert not has_errors(problems)
    assert len(problems) == len(usual)
    assert len([one for one in corpus.commitments if one.number > 100]) == NUMBER
    assert len([one for one in corpus.updates if one.id.endswith("-irm")]) == NUMBER // 2


def test_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    first, second = (roots.snapshot(generate(tmp_path / name, NUMBER)) for name in "ab")
    other = roots.snapshot(generate(tmp_path / "c", NUMBER, seed=1))
    assert first == second != other


def test_generated_files_are_as_long_as_the_published_ones(tmp_path: Path) -> None:
    folder = generate(tmp_path / "root", NUMBER) / "content/commitments/2030-2031"
    for path in folder.glob("0[0-9][0-9][0-9]-*.md"):
        translation = path.name.endswith(".en.md")
        low, high = (600, 1500) if translation else (3500, 7000)
        assert low < path.stat().st_size < high
