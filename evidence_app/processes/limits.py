"""What only one platform has, for worker processes: memory limits, priority, options of starting.

Where a platform lacks a limit, the counts of pixels, packets and seconds remain.
"""

import os
import sys
from contextlib import suppress
from typing import BinaryIO, TypedDict

OPEN_FILES = 64
LOWER_PRIORITY = 5  # the window stays quick while four hundred screenshots are decoded
BACKGROUND_PRIORITY = 10  # below that of other workers, for what takes minutes and nobody waits for

PIPE_BYTES = 2**20
"""The most that Linux lets anybody have."""


class LaunchOptions(TypedDict, total=False):
    """What differs between platforms in starting a process."""

    start_new_session: bool
    creationflags: int


def launch_options() -> LaunchOptions:
    """Keep Ctrl-C in a terminal, and console windows, away from workers."""
    if sys.platform == "win32":
        import subprocess

        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        return {"creationflags": flags | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def widen(pipe: BinaryIO) -> None:
    """Let a pipe hold more, so that who writes need not wait until the other side finds the time to read."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # the person may have as many wide pipes as they may
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)


def confine(memory_bytes: int) -> None:
    """Limit this process for good: memory, open files, no written files, no core dumps, low priority."""
    if sys.platform == "win32":
        return  # started with low priority; memory is bounded by the pixels counted before decoding
    import resource

    limits = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in limits.items():
        try:
            _, hard = resource.getrlimit(limit)
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(limit, (value, value))
        except (OSError, ValueError):
            continue  # macOS refuses RLIMIT_AS
    os.nice(LOWER_PRIORITY)


def yield_to_all() -> None:
    """Let this process work only while neither the window nor another worker has anything to do."""
    if sys.platform == "win32":
        import ctypes
        import subprocess

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), subprocess.IDLE_PRIORITY_CLASS)
        return
    os.nice(BACKGROUND_PRIORITY)
