"""Pages made from their plans: each with what it read, its key, and what stands beside it."""

import hashlib
import json
import marshal
import pickle
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from briefings.link.reads import Reads
from briefings.model import File, OutputFile, PageModel, SearchStub
from briefings.pages import Run, listed
from briefings.site.planning import Work
from briefings.site.search import StubRef, ref_of
from briefings.state.cells import pack
from briefings.state.database import StateError, unpack
from briefings.state.pagebook import Made

_QUICK = 1
"""Of zlib: three times smaller, in a tenth of a millisecond."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes pages of a run."""

    run: Run
    reads: Reads

    def make(self, work: Work) -> tuple[Made, PageModel | File]:
        """Make one page or file, noting what it read."""
        with self.reads.frame() as cells:
            made = work.planned.plan.made(self.run)
        return _row(work, pack(cells), made), made


def is_page(work: Work) -> bool:
    """Tell whether a template makes it."""
    return work.planned.url.endswith(("/", ".html"))


def _row(work: Work, reads: bytes, made: PageModel | File) -> Made:
    page = made if isinstance(made, PageModel) else None
    line = next(listed(page), None) if page else None
    stub = page.stub if page else None
    return Made(
        url=work.planned.url,
        shape=work.planned.shape,
        reads=reads,
        key=key_of(made),
        listed=int(line is not None),
        changed=line.changed if line else None,
        ref=pickle.dumps(ref_of(work.planned.url, stub), 5) if stub else None,
        stub=zlib.compress(pickle.dumps(stub, 5), _QUICK) if stub else None,
        why=work.why,
    )


def key_of(made: PageModel | File) -> bytes:
    """Digest all that the bytes of a page or a file depend on, the theme and the desk apart."""
    if isinstance(made, OutputFile):
        content = made.content
    elif isinstance(made, PageModel):
        content = _packed([made.template, made.shell, made.view])
    else:
        content = _packed(asdict(made))
    return hashlib.blake2b(content, digest_size=16).digest()


def _packed(parts: object) -> bytes:
    """Write plain values down, always alike: marshal's second form knows nothing of identity."""
    with suppress(ValueError):  # a date, say
        return marshal.dumps(parts, 2)  # type: ignore[arg-type]  # it says so itself
    written = json.dumps(parts, ensure_ascii=False, default=str)
    return written.encode(errors="surrogatepass")


def load_ref(packed: bytes) -> StubRef:
    """Give what search plans with, as it was packed."""
    ref: StubRef = unpack(packed)
    return ref


def load_stub(packed: bytes) -> SearchStub:
    """Give a stub that was packed."""
    try:
        stub: SearchStub = unpack(zlib.decompress(packed))
    except zlib.error as error:
        raise StateError(f"the state holds what cannot be read ({error})") from error
    return stub


def write_file(folder: Path, output: OutputFile) -> None:
    """Write a file into a tree; what stands there is replaced, never written into."""
    target = folder / output.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.write_bytes(output.content)
