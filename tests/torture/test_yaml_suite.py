"""YAML's own test suite and its bombs: everything is read right or refused, nothing is guessed.

Read through the readers a desk has: `read_yaml` (briefings, editions, registers) and
`parse_settings` (`mkdocs.yml`). What is read is compared with what libyaml says it is.
"""

import gzip
import json
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefings.configuration import parse_settings
from briefings.errors import BadFileError
from briefings.store.yaml import FRONT_MATTER_BYTES, NULLS, Listing, Mapping, Node, read_yaml
from tests.torture.tallying import Tally
from tests.torture.texts import YAML_SUITE

SIGNS = {
    "␣": " ",
    "————»": "\t",
    "———»": "\t",
    "——»": "\t",
    "—»": "\t",
    "»": "\t",
    "⇔": "\ufeff",
    "←": "\r",
    "∎": "",
}
"""How the suite writes what cannot be seen."""
OWN = {
    "a bomb": "a: &a [x, x]\n"
    + "".join(f"k{n}: &k{n} [*{'a' if n == 0 else f'k{n - 1}'}]\n" for n in range(20)),
    "itself": "a: &a [*a]\n",
    "itself as a key": "&a {? *a : b}\n",
    "deep lists": "[" * 60_000,
    "deep keys": "{a: " * 15_000,
    "deep blocks": "".join(f"{' ' * n}k:\n" for n in range(300)),
    "deep dashes": "- " * 20_000 + "x",
    "many keys": "".join(f"k{n}: v\n" for n in range(6_000)),
    "long number": "a: " + "9" * 60_000,
    "float": "a: 1e999999\nb: .inf\nc: .nan\nd: -0\ne: 0x_1\nf: 0o8\ng: 1_000\nh: 190:20:30\n",
    "truths": "a: yes\nb: No\nc: on\nd: OFF\ne: y\nf: n\ng: True\nh: FALSE\n",
    "days": "a: 2026-03-14\nb: 2026-03-14T09:30:00Z\nc: 2001-12-14t21:59:43.10-05:00\n",
    "odd keys": "yes: a\n1: b\n1.0: c\n0x1: d\n2026-03-14: e\n'': f\n",
    "a null key": "~: a\n",
    "an empty key": ": a\n",
    "keys that are one": 'a: 1\n\'a\': 2\n"a": 3\n"\\x61": 4\n',
    "no key": "? \n: a\n",
    "a list as a key": "? [a]\n: b\n",
    "merging": "<<: {a: b}\n",
    "merging a list": "a: &a {b: c}\nd: {<<: [*a, *a]}\n",
    "tags": "a: !!int 1\nb: !!binary aGk=\nc: !!set {x}\nd: !!omap [a: b]\n",
    "a call": "a: !!python/object/apply:os.system [touch hacked]\n",
    "another call": "!!python/object/new:os.system [touch hacked]\n",
    "an import": "a: !!python/module:antigravity\n",
    "a directive": "%YAML 1.2\n%TAG !e! tag:a.example,2000:\n---\na: b\n",
    "documents": "a: b\n---\nc: d\n",
    "an end and more": "a: b\n...\nc: d\n",
    "controls": "a: \x00\nb: \x1b[31m\n",
    "escapes": 'a: "\\0\\a\\b\\e\\f\\v\\x1b\\u2028\\u202e\\U000e0041"\n',
    "half a pair": 'a: "\\ud800"\n',
    "beyond": 'a: "\\UFFFFFFFF"\n',
    "a mark in the middle": "a: b\n\ufeffc: d\n",
    "line ends": "a: b\x85c: d\u2028e: f\u2029g: h\r\ni: j\rk: l\n",
    "tabs": "a:\n\tb: c\n",
    "a long line": "a: " + "b " * 30_000,
    "a long key": "k" * 2_000 + ": v\n",
    "quotation marks": "a: " + "'" * 30_001,
    "backslashes": 'a: "' + "\\\\" * 20_000 + '"',
    "percent": "a: %\nb: @c\nc: `d\n",
    "braces": "a: }\n",
    "colons": "a: " + "b: " * 20_000,
    "comments": "#\n" * 30_000 + "a: b\n",
    "blocks": "a: |" + "9" * 500 + "\n x\n",
    "a huge indent": "a: |9\n x\n",
}


REFUSED = {
    "a bomb", "itself", "itself as a key", "deep lists", "deep keys", "deep blocks", "deep dashes", "a null key",
    "keys that are one", "no key", "a list as a key", "merging", "merging a list", "tags", "a call", "another call",
    "an import", "documents", "an end and more", "controls", "half a pair", "beyond",
}  # fmt: skip
"""Of our own: what must not be read in any way."""


def suite() -> Iterator[tuple[str, str]]:
    """Give the cases of the suite, where the machine has it, and our own."""
    yield from OWN.items()
    if YAML_SUITE.exists():
        with gzip.open(YAML_SUITE, "rt", encoding="utf-8") as lines:
            for case in map(json.loads, lines):
                text = case["yaml"]
                for sign, meant in SIGNS.items():
                    text = text.replace(sign, meant)
                yield f"{case['id']} {case['name']}", text


def plain(node: Node | None) -> object:
    """Give a node as Python values."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.node) for entry in node.entries}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.text if node is not None else None


def as_libyaml_has_it(node: yaml.Node | None) -> object:
    """Give what another reader makes of a text, every scalar a text as our schema types them."""
    if isinstance(node, yaml.MappingNode):
        return {as_libyaml_has_it(key): as_libyaml_has_it(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_libyaml_has_it(item) for item in node.value]
    if node is None or (not node.style and node.value in NULLS):
        return None
    return node.value.rstrip("\n") if node.style in ("|", ">") else node.value


def read(text: str) -> object:
    """Read a text, or say that it is refused."""
    try:
        return plain(read_yaml(text, "x.yml", limit=FRONT_MATTER_BYTES))
    except BadFileError as error:
        lines = [str(finding).splitlines() for finding in error.findings]
    assert all(len(line) == 1 for line in lines)
    return BadFileError


def test_every_text_is_read_right_or_refused(tally: Tally) -> None:
    """Nothing else is raised, no value is typed, none differs from libyaml's.

    Seen to fail with a scalar typed (`yes` as True), and with the last of two keys taken.
    """
    for name, text in suite():
        try:
            got = read(text)
            wanted = got if got is BadFileError else as_libyaml_has_it(
                yaml.compose(text, Loader=yaml.CSafeLoader)
            )  # fmt: skip
        except Exception as error:  # any is a fault
            tally.add(name, f"{type(error).__name__}: {error}")
            continue
        let_through = name in REFUSED and got is not BadFileError
        tally.add(
            name,
            let_through and "it is read",
            got != wanted and f"{got!r:.150} instead of {wanted!r:.150}",
        )

    assert not Path("hacked").exists()
    tally.check(least=len(OWN))


@pytest.mark.skipif(not YAML_SUITE.exists(), reason="the shared YAML test suite is not here")
def test_what_the_suite_says_must_be_refused_is_refused(tally: Tally) -> None:
    """But for the cases libyaml itself reads; none of them is read as another thing than it is."""
    with gzip.open(YAML_SUITE, "rt", encoding="utf-8") as lines:
        cases = [case for case in map(json.loads, lines) if case["fail"]]
    let_through = 0
    for case in cases:
        text = case["yaml"]
        for sign, meant in SIGNS.items():
            text = text.replace(sign, meant)
        let_through += read(text) is not BadFileError
    tally.extend(len(cases), [f"{let_through} read"] if let_through > len(cases) / 4 else [])

    tally.check(least=90)


def test_settings_are_read_or_refused(tally: Tally) -> None:
    """`mkdocs.yml` with each of them in it: nothing but a message, and soon."""
    top = "site_name: A\nsite_url: https://a.example/\nplugins: [briefings]\n"
    for name, text in suite():
        inner = "".join(f"  {line}\n" for line in text.split("\n"))
        for whole in (text, f"{top}extra:\n{inner}"):
            start = time.process_time()
            try:
                parse_settings(whole, root=Path("/desk"))
            except BadFileError:
                pass
            except Exception as error:  # any is a fault
                tally.add(name, f"{type(error).__name__}: {error}")
                continue
            tally.add(name, time.process_time() - start > 10 and "it took more than 10 s")

    assert not Path("hacked").exists()
    tally.check(least=len(OWN))


def test_no_text_of_64_kilobytes_eats_the_memory(tally: Tally) -> None:
    """The worst of them takes less than 256 MiB; aliases would take gigabytes."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, text in OWN.items():
        read(text)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        tally.add(name, grown > 256 and f"{grown} MiB")

    tally.check()
