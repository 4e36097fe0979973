"""`docs/rules.md`, made from the rulebook; `python -m tests.check.rules_page > docs/rules.md`."""

from collections.abc import Iterator

from briefings.rulebook import Chapter, Rule, chapters

_SENTENCES = "\n".join(
    (
        "Every finding has a place (`file:line:column`), a severity, a code and mostly a remedy.",
        "An error ends `briefings check` with exit code 1; with `--strict` a warning does, too.",
        "`briefings explain-rule BR105` prints what stands here of one rule.",
        "A desk may set another severity in `mkdocs.yml`, or turn a rule off, but for those that "
        "say why they stay: [settings](settings.md#severity).",
    )
)
HEAD = f"""# Findings

<!-- Made from briefings/rules/*.md by `python -m tests.check.rules_page`; edit those. -->

{_SENTENCES}
"""


def page() -> str:
    """Give the whole page."""
    return "\n".join([HEAD, *(part for chapter in chapters() for part in _chapter(chapter))])


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.title}\n"
    if chapter.intro:
        yield chapter.intro + "\n"
    yield "| code | severity | meaning | remedy |\n| --- | --- | --- | --- |"
    for rule in chapter.rules:
        yield f"| {rule.code} | {rule.severity.value} | {rule.meaning} | {rule.remedy} |"
    yield ""
    for rule in chapter.rules:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code}: {rule.meaning}\n"
    yield f"{rule.why[0].upper()}{rule.why[1:]}\n"
    if rule.fixed:
        yield f"`briefings check --fix` puts it right: {rule.fixed}.\n"
    if rule.stays:
        yield f"Its severity stays: {rule.stays}\n"
    yield f"```text\nwrong:\n{_indented(rule.wrong)}\nright:\n{_indented(rule.right)}\n```\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


if __name__ == "__main__":
    print(page(), end="")  # that is what the module is run for
