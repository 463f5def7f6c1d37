"""The four floors import only downwards, files stay short, and nothing is named like a drawer."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT: dict[str, set[str]] = {
    "ontology": set(),
    "graph": {"ontology"},
    "ingest": {"graph", "ontology"},
    "api": {"ingest", "graph", "ontology"},
}
MOST_LINES = 400
GENERATED = {"namespace.py"}  # as long as the vocabulary it is generated from
DRAWERS = {"utils.py", "helpers.py", "common.py", "misc.py"}


def sources(package: str) -> list[Path]:
    """Return a package's Python files."""
    return sorted((ROOT / package).rglob("*.py"))


def imported_packages(path: Path) -> Iterator[str]:
    """Yield the top-level name of each import in a file, wherever it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_floor_imports_only_floors_below(package: str) -> None:
    """No file of a package imports one of our packages that stands above it."""
    allowed = MAY_IMPORT[package] | {package}
    wrong = [
        (path.relative_to(ROOT).as_posix(), name)
        for path in sources(package)
        for name in imported_packages(path)
        if name in MAY_IMPORT and name not in allowed
    ]

    assert wrong == []


def test_every_floor_has_sources() -> None:
    """The check above looks at real files in each of the four packages."""
    assert all(len(sources(package)) > 2 for package in MAY_IMPORT)


def module_of(path: Path) -> str:
    """Return the dotted name under which a file is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def top_level_imports(path: Path) -> set[str]:
    """Return the modules of ours that a file imports when it is itself imported."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_modules_import_each_other_without_cycles() -> None:
    """Following imports from any module never leads back to it."""
    paths = [path for package in MAY_IMPORT for path in sources(package)]
    graph = {module_of(path): top_level_imports(path) for path in paths}
    graph = {name: found & graph.keys() for name, found in graph.items()}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())
    assert done == graph.keys()


def test_files_are_short_and_named_for_an_idea() -> None:
    """No file that a person writes passes 400 lines, and none is a drawer for leftovers."""
    paths = [path for package in MAY_IMPORT for path in sources(package)]
    lines = {p.name: len(p.read_text().splitlines()) for p in paths if p.name not in GENERATED}
    long = {name: n for name, n in lines.items() if n > MOST_LINES}

    assert long == {}
    assert [path for path in paths if path.name in DRAWERS] == []


def test_only_quads_and_the_context_write_predicates() -> None:
    """Extracted facts get their predicates in ``graph.quads`` and nowhere else."""
    writers = {
        path.relative_to(ROOT).as_posix()
        for package in ("graph", "ingest", "api")
        for path in sources(package)
        if "ox.Quad(" in path.read_text(encoding="utf-8")
    }

    # ingest.corpus only moves finished triples into the graph they belong to; graph.store copies them
    # into the merge and stamps their graphs.
    assert writers == {"graph/quads.py", "ingest/corpus.py", "graph/store.py"}
