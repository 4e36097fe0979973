"""References: every id and link leads to something, and no two things have one address."""

from collections.abc import Iterable, Iterator

from briefings.check.desk import Desk
from briefings.check.namesakes import check_namesakes
from briefings.check.rules import found
from briefings.errors import Finding
from briefings.link.addresses import briefing_url
from briefings.link.targets import find_links
from briefings.model import NameKind, Status
from briefings.store.faults import did_you_mean
from briefings.store.places import LoadedBriefing


def check_references(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Check what a briefing refers to."""
    yield from _check_pins(loaded, desk)
    yield from _check_links(loaded, desk)
    yield from _check_topics(loaded, desk)
    yield from _check_story(loaded, desk)
    yield from _check_names(loaded, desk)
    yield from check_namesakes(loaded, desk.names)
    yield from _check_sources(loaded, desk)


def check_doubles(desk: Desk) -> Iterator[Finding]:
    """Find ids and addresses that two briefings have; the later file is told of the earlier."""
    for name, items in desk.by_id.items():
        for item in items[1:]:
            message = f'the id "{name}" is also that of {items[0].briefing.path}'
            yield found("BR407", item.place("id"), message, "give the newer one another id")
    first: dict[str, LoadedBriefing] = {}
    for item in desk.loaded:
        url = briefing_url(item.briefing)
        other = first.setdefault(url, item)
        if other is not item:
            message = f"its address {url} is also that of {other.briefing.path}"
            remedy = "rename one file, or move it to another edition"
            yield found("BR408", item.place("edition"), message, remedy)


def _check_pins(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    b = loaded.briefing
    for key, names in (("related", b.related), ("unrelated", b.unrelated)):
        for number, name in enumerate(names):
            known = desk.by_id.get(name)
            place = loaded.place(key, number)
            if known is None:
                yield found(
                    "BR401", place, f'no briefing has the id "{name}"', _near(name, desk.by_id)
                )
            elif key == "related" and _is_hidden(loaded, known[0].briefing.status):
                message = f'"{name}" is a draft, so the pin shows nowhere'
                yield found("BR411", place, message, "publish it or take the pin out")


def _check_links(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    b = loaded.briefing
    for link in find_links(b.body):
        targets = desk.briefings_of(link.key)
        place = loaded.place("body")
        if not targets and link.key not in desk.link_keys and not link.key.startswith("/"):
            near = _near(link.key, [*desk.by_id, *desk.link_keys])
            yield found("BR402", place, f"[[{link.key}]] leads nowhere", near)
        elif targets and all(_is_hidden(loaded, target.status) for target in targets):
            message = f"[[{link.key}]] leads to a draft, so readers see its label alone"
            yield found("BR411", place, message, "publish it or take the link out")


def _check_topics(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    for number, topic in enumerate(loaded.briefing.topics):
        if topic not in desk.topics:
            message = f'no topic has the id "{topic}"'
            remedy = _near(topic, desk.topics) or "add it to content/registers/topics.yml"
            yield found("BR403", loaded.place("topics", number), message, remedy)


def _check_story(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Ask about a thread nothing else names where another has nearly the same id: a slip."""
    b = loaded.briefing
    if b.story is None or b.story == b.id or desk.stories[b.story] > 1:
        return
    near = _near(b.story, (story for story in desk.stories if story != b.story))
    if near:
        message = f'nothing else names the story "{b.story}"'
        yield found("BR406", loaded.place("story"), message, near)


def _check_names(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    for kind in NameKind:
        known = [record.id for record in desk.registers.names if record.kind is kind]
        for number, use in enumerate(loaded.briefing.names.of(kind)):
            if use.id is not None and use.id not in known:
                place = loaded.place("names", kind.plural(), number, "id")
                message = f'the register has no {kind.value} "{use.id}"'
                remedy = _near(use.id, known) or "add it to content/registers/names.yml"
                yield found("BR410", place, message, remedy)


def _check_sources(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    for number, article in enumerate(loaded.briefing.articles):
        source = desk.sources.source_of(article)
        if source is None:
            guess = article.source_proposed
            why = f"we guess {guess}" if guess else "the article does not say it"
            place = loaded.place("articles", number, "source")
            yield found("BR405", place, f"source not confirmed: {why}", _confirm(guess, desk))
        elif desk.sources.record(source) is None:
            names = [record.id for record in desk.registers.sources]
            remedy = _near(source, names) or "add it to content/registers/sources.yml"
            message = f'the register has no source "{article.source}"'
            yield found("BR404", loaded.place("articles", number, "source"), message, remedy)


def _confirm(guess: str | None, desk: Desk) -> str:
    """Say what confirms an outlet; one the register lacks has to be entered too."""
    if guess is None:
        return "write `source:` and the outlet's id if you know it"
    id_ = desk.sources.resolve(guess)
    if desk.sources.record(id_) is not None:
        return f"write `source: {id_}`"
    return f"write `source: {id_}`, and enter it in content/registers/sources.yml"


def _is_hidden(loaded: LoadedBriefing, status: Status) -> bool:
    return status is Status.DRAFT and loaded.briefing.status is Status.PUBLISHED


def _near(name: str, known: Iterable[str]) -> str | None:
    return did_you_mean(name, known)
