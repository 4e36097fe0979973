"""Templates escape every value, run no inline code, and read only what the views declare."""

import re
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from tests.theme.rendering import THEME, environment, templates

EXPRESSION = re.compile(r"\{\{-?(.*?)-?\}\}", re.DOTALL)
IMPORTED = re.compile(r'\{%-? import "[^"]+" as (\w+)')
MACRO = re.compile(r"\{%-? *macro +(\w+)\(")
HTML = {"view.html", "view.note_html", "view.edition.note_html", "shell.jsonld"}
"""Sanitised last by `pages/`; nothing else may be printed as it is."""
GIVEN = {"site", "shell", "view"}
WORDS = {"_", "ngettext", "pgettext", "npgettext", "_desk", "_desk_as"}
ONCE = re.compile(r"\{%-? once (.*?) -?%\}(.*?)\{%-? endonce -?%\}", re.DOTALL)
INCLUDED = re.compile(r'\{% include "([^"]+)" %\}')
OF_THE_PAGE = re.compile(r"\b(?:shell\.\w+|view\b[.\w]*|page_language)")


def names(files: list[Path]) -> list[str]:
    """Name templates for the test report."""
    return [file.relative_to(THEME).as_posix() for file in files]


def without_comments(source: str) -> str:
    """Give a template without its comments."""
    return re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)


def is_safe(expression: str, spaces: set[str], macros: set[str]) -> bool:
    """Tell whether an expression is escaped, a macro of ours, or HTML that pages/ sanitised.

    As Jinja reads it: a filter binds closer than `~` and `if`, so `a ~ b|e` prints `a` bare.
    """
    (output,) = environment().parse(f"{{{{ {expression} }}}}").body
    assert isinstance(output, nodes.Output)
    return expression in HTML or all(_is_escaped(node, spaces, macros) for node in output.nodes)


def _is_escaped(node: nodes.Node | None, spaces: set[str], macros: set[str]) -> bool:
    match node:
        case nodes.CondExpr():
            parts: list[nodes.Node | None] = [node.expr1, node.expr2]
            return all(_is_escaped(one, spaces, macros) for one in parts)
        case nodes.Concat():
            return all(_is_escaped(one, spaces, macros) for one in node.nodes)
        case nodes.Call(node=nodes.Name(name=name)):
            return name in macros
        case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=space))):
            return space in spaces
    is_ours = node is None or isinstance(node, nodes.Const | nodes.TemplateData)
    return is_ours or (isinstance(node, nodes.Filter) and node.name in {"e", "escape"})


@pytest.mark.parametrize("file", templates(), ids=names(templates()))
def test_every_value_is_escaped(file: Path) -> None:
    """Every printed value ends in the escape filter; autoescape is off in MkDocs."""
    source = without_comments(file.read_text(encoding="utf-8"))
    spaces, macros = set(IMPORTED.findall(source)), set(MACRO.findall(source))
    printed = [match.strip() for match in EXPRESSION.findall(source)]

    assert [one for one in printed if not is_safe(one, spaces, macros)] == []


def test_the_lint_sees_a_bare_value() -> None:
    """The rule itself refuses what it must refuse."""
    assert not is_safe("view.title.text", {"ui"}, {"card"})
    assert not is_safe("other.card(view)", {"ui"}, {"card"})
    assert not is_safe("view.title|e ~ view.dek", {"ui"}, {"card"})
    assert not is_safe("view.title ~ view.dek|e", {"ui"}, {"card"})
    assert not is_safe("view.title if view.dek else view.title|e", {"ui"}, {"card"})
    assert not is_safe("ui.card(view) ~ view.title.upper()", {"ui"}, set())
    assert not is_safe("view.title|e|replace('&lt;', '<')", {"ui"}, set())
    assert is_safe("ui.card(view)", {"ui"}, set())
    assert is_safe("(view.title ~ view.dek)|e", set(), set())
    assert is_safe("view.title|e if view.dek else '-'", set(), set())


@pytest.mark.parametrize("file", templates(), ids=names(templates()))
def test_filters_are_known_to_be_harmless(file: Path) -> None:
    """No template marks a value safe or switches escaping."""
    source = without_comments(file.read_text(encoding="utf-8"))

    assert re.findall(r"\|\s*safe\b|autoescape|Markup", source) == []


@pytest.mark.parametrize("file", templates(), ids=names(templates()))
def test_attributes_are_quoted(file: Path) -> None:
    """A value inside a tag stands between double quotes, or it could add an attribute."""
    source = without_comments(file.read_text(encoding="utf-8"))

    assert re.findall(r"=\{\{|='[^'>]*\{\{", re.sub(r"\{%.*?%\}", "", source)) == []


@pytest.mark.parametrize("file", templates(), ids=names(templates()))
def test_no_code_or_style_stands_in_a_template(file: Path) -> None:
    """No inline script, handler or style: the content security policy forbids them."""
    source = without_comments(file.read_text(encoding="utf-8"))
    scripts = re.findall(r"<script\b([^>]*)>", source)

    styled = "" if file.parent.name == "mail" else r"<style|\sstyle=|"  # mail knows no style sheets
    assert re.findall(rf"{styled}\son[a-z]+=|javascript:", source) == []
    assert all(" src=" in tag or "application/ld+json" in tag for tag in scripts)


@pytest.mark.parametrize("file", templates(), ids=names(templates()))
def test_nothing_but_site_shell_and_view_is_read(file: Path) -> None:
    """No template reads MkDocs' page, nav or config: a page's key is its view model."""
    source = file.read_text(encoding="utf-8")
    read = meta.find_undeclared_variables(environment().parse(source))

    assert read - set(IMPORTED.findall(source)) <= GIVEN | WORDS


def with_included(source: str) -> str:
    """Give a part of a template with what it includes."""
    files = [THEME / name for name in INCLUDED.findall(source)]
    return source + "".join(
        with_included(f.read_text(encoding="utf-8")) for f in files if f.exists()
    )


@pytest.mark.parametrize("file", templates(), ids=names(templates()))
def test_what_is_printed_once_reads_nothing_but_what_it_is_given(file: Path) -> None:
    """A part kept for all pages would show one page's values on another."""
    for given, part in ONCE.findall(without_comments(file.read_text(encoding="utf-8"))):
        read = OF_THE_PAGE.findall(without_comments(with_included(part)))

        assert set(read) <= set(given.split(", "))


def test_a_part_is_printed_once_for_the_same_values() -> None:
    """Other values, or another place, print anew."""
    printed: list[str] = []

    def note(word: str) -> str:
        printed.append(word)
        return word

    env = environment()
    one = env.from_string("{% once a %}{{ note(a) }}{% endonce %}{{ b }}")

    assert [one.render(a=a, b=b, note=note) for a, b in ("xy", "xz", "zz")] == ["xy", "xz", "zz"]
    assert printed == ["x", "z"]
    two = env.from_string("{% once 1 %}here{% endonce %}\n{% once 1 %}there{% endonce %}")
    assert two.render() == "here\nthere"


def test_every_included_template_exists() -> None:
    """Includes and imports name files that are there, Material's icons among them."""
    for file in templates():
        for name in meta.find_referenced_templates(
            environment().parse(file.read_text(encoding="utf-8"))
        ):
            assert name is not None
            environment().get_template(name)
