"""Members of a zip that are locked with a password: WinZip's AES, and the older ZipCrypto.

Wallets mail their bills so. Passwords are given by a person; they are kept nowhere and named in no message.
"""

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from evidence_app.errors import InputProblem

if TYPE_CHECKING:
    from pyzipper import AESZipFile

PASSWORD_ENCODINGS = ("utf-8", "gb18030")
"""Programs of China lock with the bytes of GBK; a password of digits is the same in both."""

Copy = Callable[[IO[bytes], Path], int]


class WrongPassword(Exception):  # a finding, not a failure
    """A member does not open with a password."""


def is_locked(info: zipfile.ZipInfo) -> bool:
    """Tell whether a member needs a password."""
    return bool(info.flag_bits & 1)


class Unlocking:
    """The locked members of one zip. ``file`` is the archive itself, open; passwords are tried in their order.

    The password that opened the last member is tried first on the next one.
    """

    def __init__(self, file: IO[bytes], passwords: Sequence[str]) -> None:
        self._file = file
        self._passwords = list(dict.fromkeys(_bytes_of(passwords)))
        self._archive: AESZipFile | None = None

    def copy(self, index: int, info: zipfile.ZipInfo, path: Path, copy: Copy) -> int:
        """Write a member's bytes with ``copy``; ``index`` is its place in the directory.

        Raises InputProblem (``archive-encrypted`` where no password is given, ``archive-password-wrong``), and what
        ``copy`` raises.
        """
        if not self._passwords:
            raise InputProblem("archive-encrypted")
        for password in tuple(self._passwords):
            try:
                size_bytes = self._copied(index, info, password, path, copy)
            except WrongPassword:
                path.unlink(missing_ok=True)
                continue
            self._passwords.remove(password)
            self._passwords.insert(0, password)
            return size_bytes
        raise InputProblem("archive-password-wrong")

    def _copied(self, index: int, info: zipfile.ZipInfo, password: bytes, path: Path, copy: Copy) -> int:
        archive = self._opened()
        members = archive.infolist()
        if index >= len(members) or members[index].header_offset != info.header_offset:
            raise InputProblem("archive-damaged")
        with _told_apart(), archive.open(members[index], pwd=password) as member:
            return copy(member, path)

    def _opened(self) -> "AESZipFile":
        import pyzipper

        try:
            self._archive = self._archive or pyzipper.AESZipFile(self._file)
        except (pyzipper.BadZipFile, RuntimeError) as error:
            raise InputProblem("archive-damaged") from error
        return self._archive


def _bytes_of(passwords: Sequence[str]) -> Iterator[bytes]:
    for encoding in PASSWORD_ENCODINGS:
        for password in passwords:
            if password:
                yield password.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")


@contextmanager
def _told_apart() -> Iterator[None]:
    """Tell a wrong password from an archive that is not what it claims to be.

    The check that ZipCrypto makes beforehand lets one wrong password in 256 pass, AES one in 65,536: they show by
    what comes out, which is not what the checksum says, or nothing that unpacks.
    """
    import pyzipper

    try:
        yield
    except (pyzipper.BadZipFile, zlib.error, lzma.LZMAError) as error:
        raise WrongPassword from error
    except NotImplementedError as error:
        raise InputProblem("archive-damaged") from error
    except RuntimeError as error:
        raise WrongPassword from error
