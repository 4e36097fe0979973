"""What was planned and what was made, page by page, since the state began."""

import hashlib
import pickle
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefings.pages import Listed, Owner, PagePlan, precedence_of
from briefings.state.cells import Touched
from briefings.state.database import State, unpack

PAGE_TABLES = ("owner", "plan", "made")


class Made(NamedTuple):
    """A page or file as it was made last."""

    url: str
    shape: bytes
    """Of its plan."""
    reads: bytes
    """Cells, packed."""
    key: bytes
    """Digest of all that its rendering depends on."""
    listed: int
    """Whether the sitemap has it."""
    changed: str | None
    ref: bytes | None
    """Pickle of what search plans with; None keeps the page out of search."""
    stub: bytes | None
    """What search indexes, packed."""
    why: str
    """Why it was made."""


class Planned(NamedTuple):
    """A plan that has its address."""

    url: str
    shape: bytes
    plan: PagePlan


def shape_of(plan: PagePlan) -> bytes:
    """Digest all that planning found out: the same shape asks for the same page."""
    asked = repr((plan.make.__module__, plan.make.__qualname__, plan.of))
    return hashlib.blake2b(asked.encode(errors="backslashreplace"), digest_size=12).digest()


class PageBook:
    """The tables of owners, plans and pages."""

    def __init__(self, state: State) -> None:
        self._db = state.db
        self._asking = threading.Lock()

    def owners_touched(self, touched: Touched) -> list[Owner]:
        """Give the owners whose planning read what was touched."""
        rows = self._db.execute("SELECT kind, key, reads FROM owner")
        return [Owner(kind, key) for kind, key, reads in rows if touched.among(reads)]

    def put_plans(self, owner: Owner, reads: bytes, plans: Sequence[PagePlan]) -> set[str]:
        """Note what an owner plans now; give the addresses at which that differs from before."""
        row = self._db.execute("SELECT n FROM owner WHERE kind = ? AND key = ?", owner).fetchone()
        number = row[0] if row else None
        before = dict(self._db.execute("SELECT url, shape FROM plan WHERE owner = ?", (number,)))
        now = {plan.url: (shape_of(plan), plan) for plan in reversed(plans)}
        if number is None and now:
            added = self._db.execute(
                "INSERT INTO owner (kind, key, reads) VALUES (?, ?, ?)", (*owner, reads)
            )
            number = added.lastrowid
        elif now:
            self._db.execute("UPDATE owner SET reads = ? WHERE n = ?", (reads, number))
        else:
            self._db.execute("DELETE FROM owner WHERE n = ?", (number,))
        gone = before.keys() - now.keys()
        self._db.executemany(
            "DELETE FROM plan WHERE owner = ? AND url = ?", [(number, url) for url in gone]
        )
        new = {url for url, (shape, _) in now.items() if before.get(url) != shape}
        rank = precedence_of(owner)
        self._db.executemany(
            "INSERT OR REPLACE INTO plan VALUES (?, ?, ?, ?, ?)",
            [(url, rank, number, now[url][0], pickle.dumps(now[url][1], 5)) for url in new],
        )
        return new | gone

    def fill_plans(
        self, owners: Iterable[tuple[Owner, bytes, Sequence[PagePlan]]]
    ) -> list[Planned]:
        """Note all plans anew, of owners by precedence; give those that have their address."""
        having: dict[str, Planned] = {}
        rows: list[tuple[object, ...]] = []
        heads: list[tuple[object, ...]] = []
        for number, (owner, reads, plans) in enumerate(owners, start=1):
            heads.append((number, *owner, reads))
            for url, plan in {plan.url: plan for plan in reversed(plans)}.items():
                shape = shape_of(plan)
                having.setdefault(url, Planned(url, shape, plan))
                rows.append((url, precedence_of(owner), number, shape, pickle.dumps(plan, 5)))
        self._db.executemany("INSERT INTO owner VALUES (?, ?, ?, ?)", heads)
        self._db.executemany("INSERT INTO plan VALUES (?, ?, ?, ?, ?)", sorted(rows))
        return list(having.values())

    def planned(self, urls: Iterable[str]) -> Iterator[Planned]:
        """Give, of each address, the plan that has it; nothing where none asks for it."""
        for url in urls:
            row = self._db.execute(
                "SELECT shape, plan FROM plan JOIN owner ON n = owner WHERE url = ? "
                "ORDER BY precedence, key LIMIT 1",
                (url,),
            ).fetchone()
            if row:
                yield Planned(url, row[0], unpack(row[1]))

    def made_touched(self, touched: Touched) -> dict[str, str]:
        """Give the addresses of what read anything that was touched, with what it was."""
        rows = self._db.execute("SELECT url, reads FROM made")
        return {url: touched.first_among(reads) for url, reads in rows if touched.among(reads)}

    def shape_made(self, url: str) -> bytes | None:
        """Give the shape a page was made with; None where it was not made."""
        row = self._db.execute("SELECT shape FROM made WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def key_made(self, url: str) -> bytes | None:
        """Give the key a page was made with; None where it was not made."""
        row = self._db.execute("SELECT key FROM made WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def urls(self) -> list[str]:
        """Give every address that was planned, once."""
        return [url for (url,) in self._db.execute("SELECT DISTINCT url FROM plan ORDER BY url")]

    def put_made(self, made: Iterable[Made]) -> None:
        """Note what was made."""
        self._db.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", made)

    def forget(self, urls: Iterable[str]) -> None:
        """Forget pages that are no more."""
        self._db.executemany("DELETE FROM made WHERE url = ?", [(url,) for url in urls])

    def made(self) -> set[str]:
        """Give the addresses of everything that was made."""
        return {url for (url,) in self._db.execute("SELECT url FROM made")}

    def keys(self) -> list[bytes]:
        """Give the keys of everything that was made, by address in order."""
        return [key for (key,) in self._db.execute("SELECT key FROM made ORDER BY url")]

    def count_pages(self) -> int:
        """Count the pages; feeds, pictures and letters are none."""
        (count,) = self._db.execute(
            "SELECT count(*) FROM made WHERE url LIKE '%/' OR url LIKE '%.html'"
        ).fetchone()
        return int(count)

    def listed(self) -> list[Listed]:
        """Give what the sitemap lists."""
        rows = self._db.execute("SELECT url, changed FROM made WHERE listed = 1")
        return [Listed(url, changed) for url, changed in rows]

    def refs(self) -> list[bytes]:
        """Give what search plans with."""
        rows = self._db.execute("SELECT ref FROM made WHERE ref IS NOT NULL ORDER BY url")
        return [ref for (ref,) in rows]

    def stub(self, url: str) -> bytes:
        """Give what search indexes of a page; several threads ask at once.

        One connection has one statement for one text, whoever runs it: without the lock a thread
        is given the row that another asked for, or an error (seen on Python 3.12 and 3.13).
        """
        with self._asking:
            row = self._db.execute("SELECT stub FROM made WHERE url = ?", (url,)).fetchone()
        return bytes(row[0])

    def why(self, url: str) -> str | None:
        """Say why a page was made when it was made last; None where there is none."""
        row = self._db.execute("SELECT why FROM made WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None
