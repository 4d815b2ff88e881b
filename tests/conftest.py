"""The two built sites that tests look at; each test process builds the ones it needs, once."""

import os
from pathlib import Path

import pytest

from tests import golden
from tests.poison import poison
from tests.tabular import Made, publish

# In GitHub Actions `renaksi check` makes annotations; tests look at what it prints elsewhere.
os.environ.pop("GITHUB_ACTIONS", None)


# The files that take longest begin, so that no process waits for another one at the end.
_LONGEST = (
    *("test_axe", "test_serve", "test_workflows", "test_browser", "test_shifts", "test_keyboard"),
    *("test_search", "test_budget", "test_search_unavailable", "test_propose_page", "test_reflow"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts them there; the order within a file stays."""
    places = {name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


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


@pytest.fixture(scope="session", params=["golden", "real", "hostile"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The tables of either corpus, and of the invented one with texts that would be calculated."""
    publication = publish(golden.ROOT if request.param == "real" else golden.CORPUS)
    if request.param == "hostile":
        publication = poison(publication)
    return Made(publication, tmp_path_factory.mktemp(request.param))
