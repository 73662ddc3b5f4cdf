"""A process that has the whole program loaded and runs each command line in a fork of itself.

So a kill, or a fault in a system call, falls into the work and not into the start of Python; and a round takes a
fraction of the time. Speaks JSON, a line each: in comes a command, out goes the fork's process id, and how it ended.
"""

import io
import json
import os
import signal
import sys
import tempfile
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from PIL import Image

from evidence_app.__main__ import main


def warm_up(folder: Path) -> None:
    """Run every command once, so that whatever is imported when it is first needed has been."""
    Image.new("RGB", (60, 120), "#dceeec").save(folder / "a.png")
    (folder / "b.txt").write_bytes("词语".encode("gb18030"))
    (folder / "f.txt").write_bytes(b"\xff\x01 in no encoding")
    Image.new("RGB", (60, 120), "#dceeec").save(folder / "c.webp")
    with zipfile.ZipFile(folder / "d.zip", "w") as archive:
        archive.writestr("e.txt", "words")
    vault = ["--vault", str(folder / "vault"), "--lang", "en"]
    main([*vault, "new", "t", "--type", "other", "--institution", "i"])
    told = io.StringIO()
    with redirect_stdout(told):
        main([*vault, "list", "--json"])
    dispute = json.loads(told.getvalue())["disputes"][0]["id"]
    main([*vault, "add", dispute, *(str(folder / name) for name in ("a.png", "b.txt", "c.webp", "d.zip", "f.txt"))])
    main([*vault, "timeline", dispute])
    for profile in ("plain", "lawyer"):
        main([*vault, "export", dispute, str(folder / "a.pdf"), "--profile", profile])
    main([*vault, "backup", str(folder / "backup")])
    main(["--vault", str(folder / "restored"), "restore", str(folder / "backup")])
    main(["verify", str(folder / "vault")])
    main([*vault, "add", dispute, str(folder / "missing.png")])  # what an error needs is loaded, too


def serve() -> None:
    """Fork for each command until the input ends; one at a time."""
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if child == 0:
            become(wanted)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def become(wanted: dict[str, object]) -> None:
    """Be the command line: own process group, own output. Waits for SIGUSR1 first if that is wanted."""
    os.setpgid(0, 0)
    for descriptor, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(str(wanted[name]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
    if wanted["wait"]:
        signal.sigwait({signal.SIGUSR1})
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1})
    code = 70
    try:
        code = main([str(word) for word in wanted["words"]])  # type: ignore[attr-defined]
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:
                code = code or 71
        os._exit(code)


if __name__ == "__main__":
    nowhere = io.StringIO()
    with tempfile.TemporaryDirectory() as scratch, redirect_stdout(nowhere), redirect_stderr(nowhere):
        warm_up(Path(scratch))
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})  # told before it waits, it finds it all the same
    print("ready", flush=True)
    serve()
