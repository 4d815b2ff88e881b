"""The examples of the page "open data", run as they stand there, against a server."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from renaksi.publish.views.data import EXAMPLES
from tests import golden, trees
from tests.serving import serve_folder

PAGES = golden.PAGES["data"]
COMMITMENTS = 19


@pytest.fixture(scope="module")
def base(real_site: Path) -> Iterator[str]:
    with serve_folder(real_site) as served:
        yield served


def example(site: Path, path: str, name: str, base: str) -> str:
    """An example as a page has it, with the address of the server instead of the site's."""
    texts = [trees.text(each) for each in trees.elements(site / path / "index.html", "pre")]
    text = texts[EXAMPLES.index(name)]
    found = json.loads((site / "api/v1/openapi.json").read_bytes())["servers"][0]["url"]
    published = found.removesuffix("api/v1")
    assert published in text
    return text.replace(published, base)


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("path", PAGES)
def test_python_prints_each_commitment_with_its_rating(
    real_site: Path, base: str, path: str, tmp_path: Path
) -> None:
    code = example(real_site, path, "python", base)
    lines = run([sys.executable, "-c", code], tmp_path).splitlines()
    assert len(lines) == COMMITMENTS
    assert [line.split()[0] for line in lines] == [str(n + 1) for n in range(COMMITMENTS)]
    assert any(line.endswith(" substantial") for line in lines)


@pytest.mark.parametrize("path", PAGES)
def test_curl_gets_everything_and_the_latest_changes(
    real_site: Path, base: str, path: str, tmp_path: Path
) -> None:
    code = example(real_site, path, "curl", base)
    assert "latest" in json.loads(run(["sh", "-ec", code], tmp_path))["data"]
    with zipfile.ZipFile(tmp_path / "renaksi.zip") as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize("path", PAGES)
def test_r_counts_commitments_by_rating(
    real_site: Path, base: str, path: str, tmp_path: Path
) -> None:
    code = example(real_site, path, "r", base)
    names, counts = run([find_r(), "-e", code], tmp_path).strip().splitlines()[-2:]
    assert names.split() == ["limited", "substantial", "<NA>"]  # the last are not known
    assert sum(map(int, counts.split())) == COMMITMENTS


@pytest.mark.parametrize("path", PAGES)
def test_spreadsheets_import_a_table_that_is_there(real_site: Path, base: str, path: str) -> None:
    code = example(real_site, path, "spreadsheet", base)
    found = re.fullmatch(r'=IMPORTDATA\("([^"]+)"\)', code.strip())
    assert found
    with urlopen(found[1]) as answer:
        rows = list(csv.reader(io.StringIO(answer.read().decode("utf-8"), newline="")))
    assert len(rows) == COMMITMENTS + 1
    assert {len(row) for row in rows} == {len(rows[0])}


def find_r() -> str:
    """R, installed where that may be done; where not, the one example of it is left out."""
    found = shutil.which("Rscript")
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "r-base-core"]
        for command in (["apt-get", "update", "-qq"], install):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(command, env=environment, capture_output=True, check=False)
        found = shutil.which("Rscript")
    if found is None:
        pytest.skip("R is not there (apt install r-base-core)")
    return found
