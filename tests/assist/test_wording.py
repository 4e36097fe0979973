"""A language model words a draft: what the gate lets through, and what it does not."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from briefings.assist import Endpoint, Model, Wording
from briefings.check import check_desk
from briefings.cli import commands
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.filed import read_one
from briefings.model import Briefing
from briefings.runs import DraftRun
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.registers import load_registers
from tests.assist.endpoint import Endpoint as Fake
from tests.assist.endpoint import an_endpoint
from tests.desks import FERRY, WIRE, a_desk

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
LEDE = "All six Saltmere ferries were boarded by inspectors after a fire in one engine room."
TOLD = {"text": LEDE, "from": ["p1s1"]}
POINTS = [
    {"text": "Three crossings are suspended until the inspection ends.", "from": ["p3s1"]},
    {"text": "The line carries 4,000 passengers a day.", "from": ["p3s2"]},
    {
        "text": "Saltmere Lines would refund every ticket and denied putting off repairs.",
        "from": ["p4s1"],
    },
]


@pytest.fixture
def fake() -> Iterator[Fake]:
    """Give an endpoint."""
    with an_endpoint() as endpoint:
        yield endpoint


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give a desk with one article it may show in full."""
    return a_desk(tmp_path, options="sample: no\n      rights: full", ferry_txt=FERRY)


def wording(fake: Fake, settings: Settings, *, timeout: float = 10) -> Wording:
    """Give what asks the endpoint, without the client's pauses between attempts."""
    endpoint = Endpoint(url=fake.url, model="fake", key="secret", timeout=timeout)
    model = Model(endpoint, settings.root / ".briefings" / "model")
    model._client = model._client.with_options(max_retries=0)
    return Wording(model)


def answers(fake: Fake, *points: dict[str, Any], summary: object = (TOLD,)) -> None:
    """Have the endpoint answer a summary and points."""
    given = {"summary": list(summary) if isinstance(summary, tuple) else summary}
    fake.answer = lambda _: json.dumps(given | {"key_points": list(points)})


def draft(settings: Settings, words: Wording) -> tuple[Briefing, DraftRun]:
    """Draft the desk's article."""
    run = draft_desk(
        settings, now=NOW, by="briefings test", engine=Processes(1), wording=words.word
    )
    loaded, _ = load_all(settings)
    return loaded[0].briefing, run


def texts(briefing: Briefing) -> list[str]:
    """Give all its points."""
    return [point.text for point in (*briefing.summary, *briefing.key_points)]


def test_sentences_the_article_bears_out_are_let_through(fake: Fake, settings: Settings) -> None:
    """They carry what they stand on, and the file says who worded them."""
    answers(fake, *POINTS)

    briefing, run = draft(settings, wording(fake, settings))

    assert texts(briefing) == [LEDE, *(point["text"] for point in POINTS)]
    assert [str(ref) for ref in briefing.summary[0].grounds.refs] == ["p1s1"]
    assert briefing.drafted
    assert briefing.drafted.by == "briefings test, worded by fake"
    assert run.findings == []


def test_check_finds_nothing_against_what_the_gate_let_through(
    fake: Fake, settings: Settings
) -> None:
    """The same gate serves an editor's own text."""
    answers(fake, *POINTS)
    draft(settings, wording(fake, settings))
    loaded, _ = load_all(settings)
    registers, _ = load_registers(settings)

    found = check_desk(
        loaded,
        registers,
        settings,
        lambda path: read_one(path, settings, registers)[0],
        editions=[],
        now=NOW,
    )

    assert [finding.code for finding in found if finding.code.startswith("BR30")] == []


@pytest.mark.parametrize(
    ("text", "refs", "why"),
    [
        ("Three crossings were suspended, Karin Tamm said.", ["p3s1"], "does not have Karin"),
        ("Four crossings were suspended until the 14 inspections end.", ["p3s1"], "not have 14"),
        ("The line carries 5,000 passengers a day.", ["p3s2"], "does not have 5,000"),
        ("The line carries 4,000 passengers a day.", ["p3s1"], "does not have 4,000"),
        ("Omar Haddad said “we will publish each finding”.", ["p2s1"], "publish each finding"),
        ("Saltmere Lines would refund every ticket.", ["p4s1"], "leaves out “denied”"),
        ("Nothing will be held back.", ["p9s9"], "cites no sentence"),
        ("Nothing will be held back.", [], "cites no sentence"),
        ("He said that crossings were suspended until the inspection ends.", ["p3s1"], "pronoun"),
        ("Passengers screamed for hours while terrified crowds watched.", ["p3s2"], "says more"),
        (" ".join(["crossings"] * 40), ["p3s1"], "more than 30 words"),
    ],
)
def test_a_sentence_the_article_does_not_bear_out_is_left_out_and_told(
    fake: Fake, settings: Settings, text: str, refs: list[str], why: str
) -> None:
    """An invented name, another digit, an altered quotation, a dropped denial."""
    answers(fake, {"text": text, "from": refs})

    briefing, run = draft(settings, wording(fake, settings))

    assert text not in texts(briefing)
    assert [finding.code for finding in run.findings] == ["BR250"]
    assert why in run.findings[0].message
    assert len(briefing.key_points) >= 3  # the built-in draft stands in


@pytest.mark.parametrize(
    "answer",
    [
        "Certainly! Here is your summary.",
        "{",
        "[]",
        "null",
        '{"summary": 7, "key_points": "none"}',
        '{"summary": [1, null, "x"], "key_points": [[]]}',
        '{"summary": [{"text": null, "from": null}], "key_points": [{}]}',
        "[" * 5000,
        '{"a":' * 5000,
    ],
)
def test_an_answer_of_any_other_form_leaves_the_built_in_draft(
    fake: Fake, settings: Settings, answer: str, tmp_path: Path
) -> None:
    """Nothing of it is shown, and nothing fails."""
    plain = a_desk(tmp_path / "plain", options="sample: no\n      rights: full", ferry_txt=FERRY)
    draft_desk(plain, now=NOW, by="briefings test", engine=Processes(1))
    built_in = load_all(plain)[0][0].briefing
    fake.answer = lambda _: answer

    briefing, _ = draft(settings, wording(fake, settings))

    assert texts(briefing) == texts(built_in)
    assert briefing.drafted
    assert briefing.drafted.by == "briefings test"


@pytest.mark.parametrize(
    ("status", "raw", "why"),
    [
        (500, b"{}", "status 500"),
        (401, b'{"error": {"message": "wrong key secret"}}', "status 401"),
        (200, b"not json", "not in the form"),
        (200, b"{}", "not in the form"),
        (200, b'{"choices": []}', "not in the form"),
    ],
)
def test_an_endpoint_that_fails_is_told_and_the_draft_is_made_all_the_same(
    fake: Fake, settings: Settings, status: int, raw: bytes, why: str
) -> None:
    """The message holds no key."""
    fake.status, fake.raw = status, raw

    briefing, run = draft(settings, wording(fake, settings))

    assert briefing.summary
    assert [finding.code for finding in run.findings] == ["BR251"]
    assert why in run.findings[0].message
    assert "secret" not in str(run.findings)


def test_an_endpoint_that_hangs_costs_its_time_and_no_more(fake: Fake, settings: Settings) -> None:
    """One question has a limit."""
    fake.wait = 3.0

    briefing, run = draft(settings, wording(fake, settings, timeout=1))

    assert briefing.summary
    assert "no answer within 1 s" in run.findings[0].message


def test_an_endpoint_that_is_gone_is_asked_three_times_and_no_more(
    fake: Fake, tmp_path: Path
) -> None:
    """Ten thousand articles do not wait ten thousand times."""
    articles = {f"a{n}_txt": FERRY.replace("Saltmere", f"Port{n} Bay") for n in range(5)}
    settings = a_desk(tmp_path, **articles)
    fake.status = 500
    words = wording(fake, settings)

    draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1), wording=words.word)

    assert len(fake.asked) == 3


def test_the_same_question_is_paid_for_once(fake: Fake, settings: Settings) -> None:
    """Answers are kept in .briefings/, which may be deleted."""
    answers(fake, *POINTS)
    draft(settings, wording(fake, settings))
    for file in settings.briefings().rglob("*.md"):
        file.unlink()
    again = wording(fake, settings)

    briefing, _ = draft(settings, again)

    assert len(fake.asked) == 1
    assert (again.model.bill.remembered, again.model.bill.tokens_in) == (1, 0)
    assert briefing.summary[0].text == LEDE


def test_an_accusation_does_not_pass_without_its_denial(fake: Fake, tmp_path: Path) -> None:
    """Fair as well as grounded."""
    story = (
        "Harbour union accuses operator over ramps\n\n"
        "The harbour union accused Saltmere Lines of hiding cracks in six ramps since January. "
        "Saltmere Lines denied it and said every ramp was inspected in January.\n\n"
        "The ministry will measure the six ramps before the crossings open again on Monday.\n"
    )
    settings = a_desk(tmp_path, options="sample: no\n      rights: full", ramps_txt=story)
    accused = {
        "text": "The harbour union accused Saltmere Lines of hiding cracks in six ramps.",
        "from": ["p1s1"],
    }
    answers(fake, summary=(accused,))

    _, run = draft(settings, wording(fake, settings))

    assert "accuses without the denial" in run.findings[-1].message


def test_the_command_words_the_drafts_and_shows_the_bill(
    fake: Fake, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key comes from the environment; the articles go to the address given."""
    monkeypatch.setenv("BRIEFINGS_MODEL_KEY", "secret")
    answers(fake, *POINTS)
    command = ["-C", str(settings.root), "draft", "--with", fake.url, "--model", "fake"]

    ran = CliRunner().invoke(commands, [*command, "--price", "1000/5000"])

    assert "fake: 1 question asked, 0 answered before, 100 tokens in, 20 out, 0.2000" in ran.output
    assert fake.keys == ["Bearer secret"]
    assert "Inspectors board every ferry after fire" in fake.asked[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--with", "ftp://x"], "begins with https://"),
        (["--with", "https://x.example/v1"], "needs --model NAME"),
        (["--model", "x"], "belong to --with URL"),
        (["--with", "https://x.example/v1", "--model", "x", "--price", "1"], "0.15/0.60"),
    ],
)
def test_wrong_options_are_told(settings: Settings, options: list[str], said: str) -> None:
    """Before anything is read or asked."""
    ran = CliRunner().invoke(commands, ["-C", str(settings.root), "draft", *options])

    assert ran.exit_code == 2
    assert said in ran.output


def test_wire_copy_too_is_worded(fake: Fake, tmp_path: Path) -> None:
    """A dateline and an agency change nothing."""
    settings = a_desk(tmp_path, options="sample: no\n      rights: full", teachers_txt=WIRE)
    text = "The teachers' union accepted a pay offer of four per cent after eleven hours of talks."
    answers(fake, summary=({"text": text, "from": ["p1s1"]},))

    briefing, _ = draft(settings, wording(fake, settings))

    assert briefing.summary[0].text == text
