"""From answers in a form of the site to the file that the command makes, by every way out."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from renaksi.publish.words import FOLDER, load_words
from tests import proposing, roots
from tests.proposing import (
    ANSWERS,
    EN_UPDATE,
    EVIDENCE,
    INPUT,
    MEETING,
    NEW_SOURCE,
    REPORT,
    SHORT,
    SHOWN,
    UPDATE,
)
from tests.serving import serve_folder

pytest_plugins = ("tests.browsing",)

OpenPage = Callable[..., Page]

WORDS, _ = load_words(roots.ENGINE / "theme" / FOLDER)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return roots.copy_root(tmp_path / "root")


def imported(root: Path, form: str, text: str) -> dict[str, bytes]:
    """The files that the command adds, which the check then takes."""
    before = roots.snapshot(root)
    answers = root.parent / "answers.md"
    answers.write_text(text, encoding="utf-8")
    done = roots.run("import-form", form, answers, "--root", root, cwd=root.parent)
    assert done.returncode == 0, (done.stdout, done.stderr)
    checked = roots.run("check", "--root", root, cwd=root.parent)
    assert checked.returncode == 0, checked.stdout
    after = roots.snapshot(root)
    return {path: text for path, text in after.items() if before.get(path) != text}


@pytest.mark.parametrize(
    ("form", "path", "answers"),
    [("update", UPDATE, ANSWERS), ("meeting", MEETING, REPORT), ("evidence", EVIDENCE, SHOWN)],
)
def test_every_way_out_carries_the_file_that_the_command_makes(
    new_page: OpenPage, root: Path, form: str, path: str, answers: dict[str, str]
) -> None:
    page = new_page(path)
    proposing.finish(page, answers)
    _, text = proposing.download(page, ".exit--download [data-link]")
    [(name, made)] = imported(root, form, text).items()
    file = proposing.link(page, "file")
    [folder] = re.findall(r"^https://github.com/renaksi-ogi/renaksi/new/main/(.*)\?", file)
    assert folder + "/" + proposing.query(file)["filename"] == name
    assert proposing.query(file)["value"].encode() == made
    shown, content = proposing.download(page, "[data-made]")
    assert (shown, content.encode()) == (Path(name).name, made)
    page.locator(".exit--file summary").click()
    expect(page.locator("[data-path]")).to_have_text(name)
    issue = proposing.link(page, "issue")
    assert issue.startswith(
        "https://github.com/renaksi-ogi/renaksi/issues/new?template=website.yml&"
    )
    assert proposing.query(issue)["answers"] == text


def test_file_is_the_one_that_renaksi_new_makes(new_page: OpenPage, root: Path) -> None:
    page = new_page(UPDATE)
    proposing.finish(page, {**ANSWERS, "evidence": "https://example.org/satu"})
    name, content = proposing.download(page, "[data-made]")
    flags = ("commitment", "voice", "date", "completion", "evidence", "source")
    values = {**ANSWERS, "evidence": "https://example.org/satu"}
    given = [f"--{flag}={values[flag]}" for flag in flags]
    progress = " ".join(ANSWERS["progress"].split())
    command = ["new", "update", *given, "--reporting-period=2020-S1", f"--progress-id={progress}"]
    done = roots.run(*command, "--root", root, cwd=root)
    assert done.returncode == 0, (done.stdout, done.stderr)
    assert (root / "content/updates/2018-2020" / name).read_text(encoding="utf-8") == content


def test_new_source_is_sent_as_answers_and_becomes_two_files(
    new_page: OpenPage, root: Path
) -> None:
    page = new_page(EN_UPDATE)
    proposing.finish(page, {**ANSWERS, **NEW_SOURCE})
    expect(page.locator(".exit--file")).to_be_hidden()
    expect(page.locator("[data-made]")).to_be_hidden()
    name, text = proposing.download(page, ".exit--download [data-link]")
    assert name == "propose-progress.md"
    assert set(imported(root, "update", text)) == {
        "content/updates/2018-2020/06-civil-society-2020-s1.yaml",
        "data/sources.yaml",
    }


def test_correction_of_a_page_changes_the_one_spot(new_page: OpenPage, root: Path) -> None:
    page = new_page("komitmen/2018-2020/06-local-e-legislation/")
    page.get_by_role("link", name=WORDS["id"].t("report.by_form")).click()
    about = "https://renaksi-ogi.github.io/renaksi/komitmen/2018-2020/06-local-e-legislation/"
    expect(page.locator("[name='page']")).to_have_value(about)
    spot = {"wrong": "31 Desember 2020", "right": "30 Juni 2021"}
    proposing.finish(page, {**spot, "source": "bappenas-ran7", "consent": "yes"})
    expect(page.locator(".exit--file")).to_have_count(0)
    _, text = proposing.download(page, ".exit--download [data-link]")
    path = "content/commitments/2018-2020/06-local-e-legislation.md"
    before = (root / path).read_text(encoding="utf-8")
    assert set(imported(root, "correction", text)) == {path}
    assert (root / path).read_text(encoding="utf-8") != before


def test_too_long_for_a_link_is_said_and_can_be_downloaded(new_page: OpenPage) -> None:
    page = new_page(MEETING)
    report = "Kata demi kata.\n" * 600
    proposing.finish(page, {**REPORT, "report": report})
    for way in ("issue", "file"):
        expect(page.locator(f".exit--{way} [data-short]")).to_be_hidden()
        expect(page.locator(f".exit--{way} [data-long]")).to_be_visible()
    blank = page.locator("[data-blank]").get_attribute("href")
    assert blank == "https://github.com/renaksi-ogi/renaksi/issues/new?template=website.yml"
    assert report.strip() in proposing.download(page, "[data-made]")[1]
    assert report.strip() in proposing.download(page, ".exit--download [data-link]")[1]


def test_form_for_people_has_no_file(new_page: OpenPage) -> None:
    page = new_page(INPUT)
    proposing.finish(page, SHORT)
    expect(page.locator(".exit--file")).to_have_count(0)
    query = proposing.query(proposing.link(page, "issue"))
    assert query["title"] == "Input to the action plan: Data izin"
    assert "### Usulan / Proposal\n\nTerbitkan data izin.\n" in query["answers"]


def test_letter_is_written_only_where_an_address_is_known(
    chromium: Browser, golden_site: Path, new_page: OpenPage
) -> None:
    page = new_page(INPUT)
    proposing.finish(page, SHORT)
    expect(page.locator(".exit--mail")).to_have_count(0)
    with serve_folder(golden_site) as base:
        other = chromium.new_page()
        other.goto(base + INPUT)
        proposing.finish(other, SHORT)
        letter = proposing.link(other, "mail")
        assert letter.startswith("mailto:proposals@example.org?subject=Input")
        assert "### Usulan / Proposal\r\n\r\nTerbitkan data izin." in unquote(letter)
        proposing.finish(other, {**SHORT, "proposal": "Kata. " * 500})
        assert proposing.link(other, "mail").count("&body=") == 0
        expect(other.locator(".exit--mail [data-long]")).to_be_visible()
        other.close()
