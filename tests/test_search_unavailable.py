"""A site without Pagefind is a whole site, and whoever builds or reads it is told."""

import subprocess

import pytest
from playwright.sync_api import expect

from tests import cases
from tests.roots import ENGINE, ENVIRONMENT, command
from tests.serving import serve_folder

pytest_plugins = ("tests.browsing",)
# Packages that stand before the real one: without its program, with one that is gone, and one that
# ends with an error.
GONE = {
    "nothing": "",
    "no file": "def get_executable():\n    return '/nowhere/pagefind'\n",
    "error": "def get_executable():\n    return '/bin/false'\n",
}


@pytest.mark.parametrize("how", GONE)
def test_a_build_without_pagefind_says_so_in_both_languages(tmp_path, how, chromium) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "pagefind_bin.py").write_text(GONE[how])
    path = f"{tmp_path / 'first'}:{ENGINE}"
    site = tmp_path / "site"
    done = subprocess.run(
        command("build", "--root", cases.CORPUS, "--output", site, "--as-of", "2031-06-30"),
        env={**ENVIRONMENT, "PYTHONPATH": path},
        cwd=ENGINE,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "Indeks pencarian tidak dapat dibuat" in said
    assert "The search index cannot be made" in said
    assert "Traceback" not in said
    if how == "nothing":
        with serve_folder(site) as base:
            page = chromium.new_page()
            for address in ("cari/?q=awan", "en/search/?q=cloud"):
                page.goto(base + address)
                expect(page.locator("#_search-failed")).to_be_visible()
                expect(page.locator("#_search-failed a")).to_be_visible()
            page.close()
