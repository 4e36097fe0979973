"""Asking an OpenAI-compatible endpoint, and paying for each question once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import openai

from briefings.store.disk import save_text

Messages = Sequence[Mapping[str, str]]
_MILLION = 1_000_000
_LONGEST_ANSWER = 1500
"""Tokens: a summary and five points are about 300."""


class AskError(Exception):
    """The endpoint gave no answer; the message says why, without the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where the model is, and what it costs."""

    url: str
    """Up to `/v1`."""
    model: str
    key: str
    timeout: float = 60.0
    """Seconds for one question."""
    prices: tuple[float, float] | None = None
    """Of a million tokens in and out, in any currency."""


@dataclass(slots=True)
class Bill:
    """What a run asked and used."""

    asked: int = 0
    remembered: int = 0
    """Questions whose answer was in the cache."""
    tokens_in: int = 0
    tokens_out: int = 0

    def cost(self, prices: tuple[float, float]) -> float:
        """Give the price of the tokens used."""
        return (self.tokens_in * prices[0] + self.tokens_out * prices[1]) / _MILLION


class Model:
    """An endpoint with a memory."""

    def __init__(self, endpoint: Endpoint, cache: Path) -> None:
        self.endpoint = endpoint
        self.bill = Bill()
        self._cache = cache
        self._client = openai.OpenAI(
            base_url=endpoint.url,
            api_key=endpoint.key or "none",
            timeout=endpoint.timeout,
            max_retries=2,
        )

    def ask(self, messages: Messages) -> str:
        """Give the model's answer, from the cache where the same was asked before.

        Raises:
            AskError: no answer came within the time, or a useless one.
        """
        kept = self._cache / f"{self._digest(messages)}.json"
        if remembered := _remembered(kept):
            self.bill.remembered += 1
            return remembered
        self.bill.asked += 1
        answer = self._ask(messages)
        save_text(kept, json.dumps({"model": self.endpoint.model, "answer": answer}))
        return answer

    def _ask(self, messages: Messages) -> str:
        try:
            given: Any = self._client.chat.completions.create(
                model=self.endpoint.model,
                # The client's type names each role's own keys; ours are of any role.
                messages=[dict(message) for message in messages],  # type: ignore[misc]
                temperature=0,
                max_tokens=_LONGEST_ANSWER,
            )
            answer = given.choices[0].message.content
            usage = given.usage
        except openai.APITimeoutError as error:
            raise AskError(f"no answer within {self.endpoint.timeout:g} s") from error
        except openai.APIStatusError as error:
            raise AskError(f"it answers with status {error.status_code}") from error
        except openai.APIConnectionError as error:
            raise AskError("it cannot be reached") from error
        # A stranger's server may answer anything, which the client then meets in its own ways.
        except (openai.OpenAIError, AttributeError, IndexError, TypeError, ValueError) as error:
            raise AskError("its answer is not in the form of the interface") from error
        if not isinstance(answer, str) or not answer.strip():
            raise AskError("its answer is empty")
        self.bill.tokens_in += getattr(usage, "prompt_tokens", 0) or 0
        self.bill.tokens_out += getattr(usage, "completion_tokens", 0) or 0
        return answer

    def _digest(self, messages: Messages) -> str:
        asked = [self.endpoint.url, self.endpoint.model, [dict(one) for one in messages]]
        return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:40]


def _remembered(kept: Path) -> str | None:
    """Give a kept answer; a broken file is as good as none."""
    try:
        answer = json.loads(kept.read_text(encoding="utf-8"))["answer"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return answer if isinstance(answer, str) else None
