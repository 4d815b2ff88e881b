"""The direction of dependencies, read from the imports: `a <- b` means that b imports a."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "renaksi"
# What each layer may import. A name stands for the module and all below it.
LAYERS = {
    "vocabulary": set(),
    "problem": set(),
    "garbage": set(),
    "dates": set(),
    "images": {"problem"},
    "syntax": {"problem"},
    "signs": {"problem"},
    "reader": {"problem", "signs", "syntax"},
    "model": {"dates", "vocabulary"},
    "layout": {"model", "vocabulary"},
    "files": {"images", "layout", "problem", "remedies"},
    "references": {"model", "reader", "vocabulary"},
    "pieces": {"model", "reader"},
    "markup": {"dialect"},
    "fields": {"model", "reader", "vocabulary"},
    "remedies": set(),
    "sentences": {"model"},
    "shape": {
        *("dates", "fields", "layout", "model", "problem", "reader", "remedies", "sentences"),
        "vocabulary",
    },
    "corpus": {
        *("markup", "model", "pieces", "problem", "reader", "references", "remedies"),
        "vocabulary",
    },
    "compare": {"corpus", "layout", "model", "problem", "vocabulary"},
    "revision": {"files", "layout", "problem"},
    "configuration": {"model", "problem", "reader", "shape"},
    "report": {"problem"},
    "build": {"portable"},
    "portable": set(),
    "github": {"problem"},
    "pulls": {"github"},
    "links": {"corpus", "model", "pieces", "problem", "vocabulary"},
    "write": {
        *("corpus", "dates", "layout", "model", "problem", "reader", "remedies", "shape", "signs"),
        "vocabulary",
    },
    "dialect": set(),
    "draw": set(),
    "narrative": {"corpus", "dialect", "layout", "model", "vocabulary"},
    "checks": {
        *("corpus", "dates", "layout", "model", "narrative", "pieces", "problem", "reader"),
        *("remedies", "shape", "vocabulary"),
    },
    "bounds": {"dialect", "problem"},
    "load": {
        *("bounds", "corpus", "files", "images", "layout", "model", "problem", "reader"),
        *("remedies", "shape", "strays", "vocabulary"),
    },
    "strays": {"layout", "problem"},
    "events": {"vocabulary"},
    "commits": {"files", "problem", "revision"},
    "history": {
        *("changes", "commits", "corpus", "events", "layout", "load", "markup", "model"),
        *("publish", "vocabulary"),
    },
    "assemble": {"history", "publish", "revision"},
    "manuals": {"bounds", "checks", "files", "images", "problem", "reader", "report"},
    "validate": {"checks", "configuration", "corpus", "garbage", "load", "problem", "vocabulary"},
    "publish": {
        *(
            "corpus",
            "dates",
            "dialect",
            "draw",
            "events",
            "images",
            "layout",
            "load",
            "markup",
            "model",
            "narrative",
            "problem",
        ),
        *("reader", "references", "vocabulary"),
    },
    "exchange": {
        *("bounds", "corpus", "dates", "dialect", "layout", "load", "model", "problem"),
        *("remedies", "signs", "vocabulary", "write"),
    },
    "export": {
        *("corpus", "dates", "events", "exchange", "garbage", "layout", "model", "publish"),
        "remedies",
        "vocabulary",
    },
    "changes": {
        *("corpus", "dates", "fields", "layout", "model", "pieces", "publish", "report"),
        "vocabulary",
    },
    "forms": {
        *("bounds", "changes", "corpus", "dates", "fields", "layout", "load", "model", "pieces"),
        *("problem", "publish", "reader", "remedies", "shape", "signs", "validate", "vocabulary"),
        "write",
    },
    "review": {"changes", "layout", "links", "problem", "publish", "report"},
    "search": {"dates", "model", "publish", "vocabulary"},
    "cli": {
        *(
            "assemble",
            "build",
            "changes",
            "compare",
            "corpus",
            "exchange",
            "export",
            "forms",
            "github",
            "files",
            "layout",
            "links",
            "load",
            "manuals",
            "problem",
        ),
        *("publish", "pulls", "reader", "report", "review", "revision", "validate", "vocabulary"),
        "write",
    },
    "preview": {"report", "validate"},
}
# The root package holds the version; `__main__` is the program.
ENTRY = {"__init__": set(), "__main__": {"cli"}}
HOOKS = {
    "assemble",
    "images",
    "build",
    "export",
    "forms",
    "layout",
    "markup",
    "narrative",
    "preview",
    "publish",
    "report",
    "revision",
    "search",
    "validate",
    "vocabulary",
}
DISK = {"draw", "revision", "files", "images", "load", "preview", "build", "cli"}
DISK |= {
    "commits",
    "export/write.py",
    "history/memory.py",
    "github",
    "portable",
    "search/index.py",
    "search/rename.py",
}
DISK_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "glob", "rglob"} | {
    *("iterdir", "mkdir", "unlink", "rename", "rmtree", "exists", "is_file", "is_dir", "stat"),
}
# Files that lie in memory alone.
MEMORY = {"io.BytesIO", "io.StringIO"}
CLOCKS = {"now", "today", "utcnow", "time", "localtime", "gmtime", "monotonic"}
MODULES = sorted(PACKAGE.rglob("*.py"))
HOOK_MODULES = sorted((ROOT / "hooks").glob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def layer(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> Iterator[str]:
    """Full dotted names; `from renaksi import model` gives `renaksi.model`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: a relative import"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def own_layers(path: Path) -> set[str]:
    parts = [item.split(".") for item in imports(path) if item.split(".")[0] == "renaksi"]
    return {part[1] for part in parts if part[1] != "__version__"}


def calls(path: Path) -> set[str]:
    """Names of the methods that a module calls, and of the bare `open`."""
    functions = [node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    methods = {function.attr for function in functions if isinstance(function, ast.Attribute)}
    return methods | {getattr(function, "id", "") for function in functions} & {"open"}


def test_every_module_belongs_to_a_layer() -> None:
    assert {layer(path) for path in MODULES} == {*LAYERS, *ENTRY}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_imports_lower_layers_only(path: Path) -> None:
    allowed = {**LAYERS, **ENTRY}[layer(path)]
    assert own_layers(path) <= allowed | {layer(path)}


def test_layers_have_no_circle() -> None:
    settled: set[str] = set()
    while len(settled) < len(LAYERS):
        free = {one for one, needs in LAYERS.items() if needs <= settled} - settled
        assert free, f"a circle among {LAYERS.keys() - settled}"
        settled |= free


def test_every_allowed_import_is_used() -> None:
    used: dict[str, set[str]] = {one: set() for one in (*LAYERS, *ENTRY)}
    for path in MODULES:
        used[layer(path)] |= own_layers(path)
    unused = {one: needs - used[one] for one, needs in LAYERS.items() if needs - used[one]}
    assert unused == {}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_domain_knows_neither_mkdocs_nor_the_hooks(path: Path) -> None:
    tops = {item.split(".")[0] for item in imports(path)}
    assert not tops & {"mkdocs", "material", "hooks", "tests"}


def test_hooks_use_the_package_through_its_upper_layers() -> None:
    for path in (ROOT / "hooks").glob("*.py"):
        assert own_layers(path) <= HOOKS, name(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_loader_build_and_command_line_touch_the_disk(path: Path) -> None:
    if layer(path) in DISK or path.relative_to(PACKAGE).as_posix() in DISK:
        return
    assert calls(path) & DISK_CALLS == set()
    used = {item.split(".")[0] for item in imports(path) if item not in MEMORY}
    assert not {"os", "shutil", "tempfile", "io"} & used


def test_only_the_build_and_the_reader_of_revisions_run_other_programs() -> None:
    found = [name(path) for path in MODULES if "subprocess" in set(imports(path))]
    assert found == ["renaksi/build.py", "renaksi/revision.py", "renaksi/search/index.py"]


@pytest.mark.parametrize("path", [*MODULES, *HOOK_MODULES], ids=name)
def test_nothing_asks_the_clock_or_the_network(path: Path) -> None:
    """The day on which a build holds is asked for once, where nobody gave one.

    Other sites are asked by one module alone, which no build imports.
    """
    assert calls(path) & CLOCKS == ({"now"} if path == PACKAGE / "build.py" else set())
    tops = {item.split(".")[0] for item in imports(path)}
    asks = {"socket", "http", "ssl"} if path == PACKAGE / "links" / "ask.py" else set()
    banned = {"socket", "http", "requests", "httpx", "ssl", "random", "time", "secrets"}
    assert not tops & (banned - asks)
    assert "urllib.request" not in {item.rpartition(".")[0] for item in imports(path)}


@pytest.mark.parametrize("path", [*MODULES, *HOOK_MODULES], ids=name)
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
