"""A BagIt bag (RFC 8493) against its own list: everything listed is there, unchanged, and nothing else is.

Every byte is read once; the digests found serve all later steps of the plan.
"""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field

from evidence_app.domain.verification import Finding, StepOutcome
from evidence_app.progress import Progress
from evidence_app.proof.checking.packages import Package, is_safe, is_system_file

DECLARATION = "bagit.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
INFO = "bag-info.txt"
FETCH = "fetch.txt"
PAYLOAD = "data/"

DECLARED = re.compile(rb"BagIt-Version: (0\.9[67]|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?")
LISTED = re.compile(r"(?P<sha256>[0-9A-Fa-f]{64})[ \t]+\*?(?P<name>[^ \t].*)")

LARGEST_TAG_FILE_BYTES = 32 << 20
"""A list of 100,000 files has about 10 MB."""

CHUNK_BYTES = 1 << 20
HASHING_THREADS = 2
"""Hashing releases Python's lock; more threads than that wait for the disk."""

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)
"""What reading a member of a broken or hostile ZIP raises."""


@dataclass(slots=True)
class CheckedBag:
    """The digests of every file of a bag, and what does not hold of its list."""

    digests: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    byte_count: int = 0


Hashing = Mapping["Future[str | Finding]", str]
"""The digests that are being made, or why there is none, and of which files."""


@contextmanager
def hashing(package: Package) -> Iterator[Hashing]:
    """Hash every file in threads of their own, while the block does something else; they end with it."""
    reader = _Hashing(package)
    with ThreadPoolExecutor(HASHING_THREADS) as pool:
        try:
            yield {pool.submit(reader.digest, name): name for name in package.sizes}
        finally:
            reader.stopped = True
            pool.shutdown(cancel_futures=True)


def check_bag(package: Package, hashed: Hashing, progress: Progress) -> CheckedBag:
    """Wait for every file's digest and compare it with the lists. Units of progress are bytes. Raises Cancelled."""
    bag = CheckedBag(byte_count=sum(package.sizes.values()))
    progress.start(bag.byte_count, "byte")
    waiting = set(hashed)
    while waiting:  # progress is told from this thread only
        done, waiting = wait(waiting, LOOK_UP_S, FIRST_COMPLETED)
        progress.check()
        progress.advance(sum(package.sizes[hashed[job]] for job in done))
    for job, name in hashed.items():
        found = job.result()
        if isinstance(found, Finding):
            bag.findings.append(found)
        else:
            bag.digests[name] = found
    bag.findings += _check_declaration(package)
    bag.findings += _check_lists(package, bag.digests)
    return bag


LOOK_UP_S = 0.1


class _Hashing:
    """Hashes the files of a bag in several threads, until it is stopped."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.stopped = False

    def digest(self, name: str) -> str | Finding:
        """Return the SHA-256 of one file, or why it cannot be read to its end."""
        digest = hashlib.sha256()
        try:
            with self._package.open(name) as file:
                while not self.stopped and (chunk := file.read(CHUNK_BYTES)):
                    digest.update(chunk)
        except OSError:
            return Finding("file-unreadable", name, StepOutcome.UNCHECKED)
        except DAMAGED:
            return Finding("file-changed", name)  # a ZIP keeps a checksum of its own, and this is not what went in
        return digest.hexdigest()


def read_small(package: Package, name: str, most: int) -> bytes | None:
    """Return a file's bytes; None if it is not there, cannot be read, or is longer than ``most``."""
    if package.sizes.get(name, most + 1) > most:
        return None
    try:
        with package.open(name) as file:
            data = file.read(most + 1)
    except (OSError, *DAMAGED):
        return None
    return data if len(data) <= most else None


def _check_declaration(package: Package) -> Iterable[Finding]:
    declared = read_small(package, DECLARATION, LARGEST_TAG_FILE_BYTES)
    if declared is None or not DECLARED.fullmatch(declared.removeprefix(b"\xef\xbb\xbf")):
        yield Finding("bag-not-declared", DECLARATION)
    if FETCH in package.sizes:  # a bag whose files have to be downloaded first
        yield Finding("bag-incomplete", FETCH)


def _check_lists(package: Package, digests: Mapping[str, str]) -> Iterable[Finding]:
    payload = {name for name in package.sizes if name.startswith(PAYLOAD)}
    listed = _listed(package, MANIFEST)
    if listed is None:
        yield Finding("bag-no-list", MANIFEST)
        return
    yield from _compare(listed, digests, package)
    for name in sorted(payload - listed.keys()):
        yield _extra(name)
    outside = set(package.sizes) - payload
    tags = _listed(package, TAG_MANIFEST) if TAG_MANIFEST in package.sizes else {}
    if tags is None:
        yield Finding("bag-no-list", TAG_MANIFEST)
        return
    yield from _compare(tags, digests, package)
    if tags:
        for name in sorted(outside - tags.keys() - {TAG_MANIFEST}):
            yield _extra(name)


def _extra(name: str) -> Finding:
    return Finding("file-of-system", name, StepOutcome.HOLDS) if is_system_file(name) else Finding("file-extra", name)


def _compare(listed: Mapping[str, str], digests: Mapping[str, str], package: Package) -> Iterable[Finding]:
    for name, sha256 in sorted(listed.items()):
        if name not in package.sizes:
            yield Finding("file-missing", name)
        elif name in digests and digests[name] != sha256:
            yield Finding("file-changed", name)


def _listed(package: Package, manifest: str) -> dict[str, str] | None:
    """Return a list's hashes by name; None unless every line of it is one, each name once and inside the bag."""
    data = read_small(package, manifest, LARGEST_TAG_FILE_BYTES)
    try:
        lines = data.decode().split("\n") if data else []
    except UnicodeDecodeError:
        return None
    found: dict[str, str] = {}
    for line in (line.removesuffix("\r") for line in lines):
        match = LISTED.fullmatch(line)
        if not line:
            continue
        name = _unescaped(match["name"]) if match else ""
        if not match or not is_safe(name) or name in found or name.startswith(PAYLOAD) != (manifest == MANIFEST):
            return None
        found[name] = match["sha256"].lower()
    return found or None


def _unescaped(name: str) -> str:
    """Undo what RFC 8493 section 2.1.3 escapes; names with line breaks are unsafe anyway."""
    return re.sub("%(0[AaDd]|25)", lambda match: chr(int(match[1], 16)), name)
