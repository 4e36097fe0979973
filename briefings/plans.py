"""The plan of a drafting run: which articles belong together, kept until all are drafted.

A run that is killed amid drafting has put part of its events into files. Grouping what is left
anew would weigh it against drafts where it was weighed against articles, so the next run goes on
by the plan, where nothing but the dead run's own files has come since.
"""

import json
from dataclasses import dataclass

from briefings.events import Group, Grouping, Perhaps, group_events
from briefings.notebook import Notebook
from briefings.pile import Pile
from briefings.sheaf import Sheaf

_NAME = "plan"


@dataclass(frozen=True, slots=True)
class _Plan:
    articles: dict[str, str]
    """Digests by path."""
    held: list[str]
    """Ids of the briefings there were, sorted."""
    grouping: Grouping


def plan_events(sheaf: Sheaf, pile: Pile, notebook: Notebook) -> Grouping:
    """Group the articles of a run, or go on by the plan of one that was killed."""
    plan = _read(notebook.noted(_NAME))
    if plan is not None and _is_of_now(plan, sheaf, pile):
        left = (group for group in plan.grouping.groups if not _is_done(group, plan, pile))
        return Grouping(groups=tuple(left), perhaps=plan.grouping.perhaps)
    grouping = group_events(sheaf, pile)
    articles = {path: sheaf[path].order[-1] for path in sheaf}
    notebook.note(_NAME, _written(_Plan(articles, sorted(pile.ids()), grouping)))
    return grouping


def _is_of_now(plan: _Plan, sheaf: Sheaf, pile: Pile) -> bool:
    """Tell whether all that differs is what the dead run drafted by this plan."""
    if any(plan.articles.get(path) != sheaf[path].order[-1] for path in sheaf):
        return False
    if not all(path in sheaf or pile.holder(path) is not None for path in plan.articles):
        return False
    made = {
        id_
        for path in plan.articles
        if (holder := pile.holder(path)) is not None
        for id_ in [holder.id]
    }
    held = set(plan.held)
    return set(pile.ids()) == held | made


def _is_done(group: Group, plan: _Plan, pile: Pile) -> bool:
    if group.held is not None:
        return False  # drafting into it again changes nothing
    holders = [pile.holder(path) for path in group.paths]
    return all(one is not None and one.id not in plan.held for one in holders)


def _written(plan: _Plan) -> str:
    groups = [[group.held, list(group.paths)] for group in plan.grouping.groups]
    perhaps = [[one.new, one.other, one.why] for one in plan.grouping.perhaps]
    told = {"articles": plan.articles, "held": plan.held, "groups": groups, "perhaps": perhaps}
    return json.dumps(told)


def _read(written: str | None) -> _Plan | None:
    if written is None:
        return None
    told = json.loads(written)  # our own, in a file of this program's version
    groups = tuple(Group(held=held, paths=tuple(paths)) for held, paths in told["groups"])
    perhaps = tuple(Perhaps(new=new, other=other, why=why) for new, other, why in told["perhaps"])
    return _Plan(told["articles"], told["held"], Grouping(groups=groups, perhaps=perhaps))
