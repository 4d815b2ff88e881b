"""The two built sites that tests look at; each test process builds the ones it needs, once."""

import os
from pathlib import Path

import pytest

from tests import golden

# In GitHub Actions `renaksi check` makes annotations; tests look at what it prints elsewhere.
os.environ.pop("GITHUB_ACTIONS", None)


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented corpus."""
    return golden.build(golden.CORPUS, tmp_path_factory.mktemp("golden") / "site", seed=1)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that is published."""
    return golden.build(golden.ROOT, tmp_path_factory.mktemp("real") / "site", seed=1)


@pytest.fixture(params=["golden", "real"])
def site(request: pytest.FixtureRequest) -> Path:
    """Either site."""
    found: Path = request.getfixturevalue(f"{request.param}_site")
    return found
