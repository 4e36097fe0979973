"""`explain-rule`: what a finding means, why it matters, and what to do."""

import click

from briefings.rulebook import Rule, all_rules, chapters, near_code


@click.command("explain-rule")
@click.argument("code", required=False)
def explain_rule(code: str | None) -> None:
    """Print the page of a rule: meaning, why, an example of wrong and of right, what to do.

    Without CODE every rule is listed with its severity.

    \b
    Examples:
      briefings explain-rule BR105
      briefings explain-rule
    """
    if code is None:
        _list_all()
        return
    rule = all_rules().get(code.upper())
    if rule is None:
        near = near_code(code)
        hint = f'did you mean "{near}"?' if near else "`briefings explain-rule` lists all"
        raise click.UsageError(f'no rule has the code "{code}"; {hint}')
    click.echo(_page(rule))


def _list_all() -> None:
    for number, chapter in enumerate(chapters()):
        click.echo(f"{chr(10) if number else ''}{chapter.title}")
        for rule in chapter.rules:
            click.echo(f"  {rule.code}  {rule.severity.value:<7}  {rule.meaning}")


def _page(rule: Rule) -> str:
    parts = [
        f"{rule.code} ({rule.severity.value}): {rule.meaning}",
        f"Why: {rule.why}",
        f"Wrong:\n{_indented(rule.wrong)}",
        f"Right:\n{_indented(rule.right)}",
        f"What to do: {rule.remedy}",
    ]
    if rule.fixed:
        parts.append(f"`briefings check --fix` puts it right: {rule.fixed}.")
    if rule.stays:
        parts.append(f"Its severity cannot be set: {rule.stays}")
    else:
        parts.append(f"Its severity is set in mkdocs.yml: `severity: {{{rule.code}: off}}`.")
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
