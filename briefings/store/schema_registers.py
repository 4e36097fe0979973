"""The keys of the registers and of edition files. `docs/format.md` explains each."""

from typing import Any, Final

from briefings.errors import Severity
from briefings.model import (
    NameKind,
    NameRecord,
    Rights,
    SourceRecord,
    SpikedRecord,
    StoryRecord,
    TopicRecord,
    WordRecord,
)
from briefings.store.kinds import Kind, ListOf, Maybe
from briefings.store.records import Field, Record
from briefings.store.schema_articles import DIGEST
from briefings.store.values import ID, TEXT, YES, enum_of


def _field(key: str, kind: Kind[Any], meaning: str, example: str, **more: Any) -> Field:
    return Field(key=key, kind=kind, meaning=meaning, example=example, **more)


def _maybe(key: str, kind: Kind[Any], meaning: str, example: str) -> Field:
    return _field(key, Maybe(kind), meaning, example, default=None)


def _list(key: str, kind: Kind[Any], meaning: str, example: str) -> Field:
    return _field(key, ListOf(kind), meaning, example, default=())


SOURCE: Final = Record(
    "a source",
    (
        _field("name", TEXT, "as readers see it", "Harbour Courier"),
        _maybe("url", TEXT, "its front page", "https://courier.example/"),
        _list("hosts", TEXT, "host names whose articles are this outlet's", "[courier.example]"),
        _list("aliases", TEXT, "other names it goes by", "[the Courier]"),
        _maybe("kind", TEXT, "what it is", "state agency"),
        _maybe("owner", TEXT, "whose it is", "The Courier Trust"),
        _maybe("locale", TEXT, "decides how 04/03 is read", "en-GB"),
        _field(
            "rights",
            enum_of(Rights),
            "how much of its wording may be shown",
            "excerpt",
            default=Rights.EXCERPT,
        ),
        _maybe("description", TEXT, "a line for its page", "Daily newspaper, founded 1871"),
    ),
    SourceRecord,
)


def _name_record(kind: NameKind) -> Record[NameRecord]:
    # Only people are asked: an organisation, place or law has a page once it is registered.
    page = kind is not NameKind.PERSON

    def build(**values: Any) -> NameRecord:
        return NameRecord(kind=kind, **values)

    return Record(
        f"a {kind.value}",
        (
            _field("name", TEXT, "the name its page has", "Leonor Haddad"),
            _list("aliases", TEXT, "other spellings", "[Prime Minister Haddad]"),
            _maybe("description", TEXT, "one line", "Prime Minister since 2023"),
            _maybe("url", TEXT, "where more stands", "https://gov.example/haddad"),
            _field("page", YES, "whether it has a page; people only with yes", "yes", default=page),
            _list("not_to_confuse", ID, "ids of others of a like name", "[ruth-haddad]"),
        ),
        build,
    )


NAME_RECORDS: Final = {kind: _name_record(kind) for kind in NameKind}
STORY: Final = Record(
    "a story",
    (
        _maybe("title", TEXT, "of its page", "The ferry inquiry"),
        _maybe("standfirst", TEXT, "what it is about", "Three ferries failed inspection."),
        _list("merged", ID, "ids of threads that are part of it now", "[ferry-fire]"),
    ),
    StoryRecord,
)
TOPIC_RECORD: Final = Record(
    "a topic",
    (
        _field("name", TEXT, "as readers see it", "Transport"),
        _maybe("iptc", TEXT, "the Media Topic it stands under", "medtop:04000000"),
        _list("words", TEXT, "words that decide for it", "[ferry, harbour]"),
    ),
    TopicRecord,
)
SPIKED: Final = Record(
    "a spiked article",
    (
        _field("digest", DIGEST, "of the file's bytes, as `explain` prints it", '"v1:3f2a9c…"'),
        _field("by", TEXT, "who decided", "Mara Voss"),
        _field("why", TEXT, "the reason", "a press release"),
        _maybe("title", TEXT, "its headline, so that you know which it was", "Summer sale opens"),
        _maybe("sketch", TEXT, "of its wording, so that no copy of it is offered", "v1:AKph8g…"),
    ),
    SpikedRecord,
)
WORD: Final = Record(
    "a word",
    (
        _field("word", TEXT, "a word or phrase the desk does not use", "tragedy"),
        _maybe("instead", TEXT, "what it writes", "fire"),
        _field("why", TEXT, "the reason, which the finding gives", "it judges; say what happened"),
        _field(
            "severity",
            enum_of(Severity),
            "how much it matters",
            "warning",
            default=Severity.WARNING,
        ),
    ),
    WordRecord,
)
EDITION: Final = Record(
    "an edition",
    (
        _maybe("lead", ID, "the briefing that opens it", "ferry-inquiry-confirmed"),
        _list("order", ID, "ids of the others in reading order", "[teachers-strike-begins]"),
        _maybe("signed", TEXT, "who wrote the note below", "Mara Voss"),
        _maybe("closed", TEXT, "the sign-off", "Closed at 06:30"),
    ),
    dict[str, Any],
)
