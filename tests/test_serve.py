"""`renaksi serve` as a process: edits show, and a mistake never takes the last good pages away."""

import re
import socket
from collections.abc import Iterator

import pytest

from tests.roots import replace, run
from tests.running import NARRATIVE, NEW, OLD, PAGE, Server, copy_corpus

FAULT = r"^theme/pages/commitment\.html:[0-9]+:1: error: .*'no' is undefined\. \[template\]$"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("serve")
    root = copy_corpus(folder / "root", theme=True)
    running = Server(root, folder / "log")
    try:
        running.until_page_has(PAGE, OLD)
        yield running
    finally:
        running.stop()


def test_the_address_is_printed(server) -> None:
    server.until_printed(server.base)


def test_an_edited_narrative_shows(server) -> None:
    replace(server.root / NARRATIVE, OLD, NEW)
    server.until_page_has(PAGE, NEW)
    replace(server.root / NARRATIVE, NEW, OLD)
    server.until_page_has(PAGE, OLD)


def test_an_edited_data_file_shows(server) -> None:
    data, page = server.root / "data" / "organizations.yaml", "en/organizations/ministry-of-mist/"
    replace(data, "en: Ministry of Mist", "en: Ministry of Haze")
    server.until_page_has(page, "Ministry of Haze")
    replace(data, "en: Ministry of Haze", "en: Ministry of Mist")
    server.until_page_has(page, "Ministry of Mist")


def test_an_edited_template_shows(server) -> None:
    template = server.root / "theme" / "pages" / "about.html"
    replace(template, "{% block body %}", "{% block body %}<p>An edited template.</p>")
    server.until_page_has("tentang/", "An edited template.")
    replace(template, "<p>An edited template.</p>", "")
    server.until(lambda: "edited template" not in (server.get("tentang/") or "edited template"))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (NARRATIVE, "number: 1\n", "number: [1\n"),
        (
            "data/organizations.yaml",
            "- id: ministry-of-mist\n",
            "- id: ministry-of-mist\n  kind: ]\n",
        ),
        ("mkdocs.yml", "theme:\n", "theme: [\n"),
        ("mkdocs.yml", "name: material", "name: readthedocs"),
        ("theme/pages/stage.html", "{% block body %}", "{% block body %}{% if %}"),
    ],
)
def test_a_mistake_is_located_the_old_page_stays_and_mending_it_shows(
    server, path, old, new
) -> None:
    before = len(server.printed())
    replace(server.root / NARRATIVE, OLD, NEW)
    server.until_page_has(PAGE, NEW)
    replace(server.root / path, old, new)
    server.until(lambda: f"{path}:" in server.printed()[before:])
    server.until(lambda: "The last good pages stay." in server.printed()[before:])
    assert "Traceback" not in server.printed()
    assert "BuildError" not in server.printed()
    assert NEW in server.get(PAGE)
    assert server.get("") != ""
    replace(server.root / path, new, old)
    replace(server.root / NARRATIVE, NEW, OLD)
    server.until_page_has(PAGE, OLD)


def test_a_broken_template_is_named_the_old_page_stays_and_mending_it_shows(server) -> None:
    template = server.root / "theme" / "pages" / "commitment.html"
    replace(template, "{% block body %}", "{% block body %}{{ no.such.value }}")
    replace(server.root / NARRATIVE, OLD, NEW)  # so that something is built in any case
    server.until(lambda: re.search(FAULT, server.printed(), re.M) is not None)
    assert OLD in server.get(PAGE)
    replace(template, "{{ no.such.value }}", "")
    server.until_page_has(PAGE, NEW)
    replace(server.root / NARRATIVE, NEW, OLD)
    server.until_page_has(PAGE, OLD)


def test_an_address_in_use_is_told_with_another_to_try(tmp_path) -> None:
    root = copy_corpus(tmp_path / "root")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--root", root, "--address", f"127.0.0.1:{port}", cwd=tmp_path)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert f"Alamat 127.0.0.1:{port} tidak dapat dipakai" in said
    assert f"The address 127.0.0.1:{port} cannot be used" in said
    assert "make serve ADDRESS=127.0.0.1:" in said
    assert "Traceback" not in said


def test_an_invalid_corpus_is_not_served(tmp_path) -> None:
    root = copy_corpus(tmp_path / "root")
    replace(root / NARRATIVE, "number: 1", "number: satu")
    done = run("serve", "--root", root, "--address", "127.0.0.1:0", cwd=tmp_path)
    assert done.returncode == 1
    assert f"{NARRATIVE}:" in done.stdout
    assert "\n1 kesalahan, " in done.stdout
