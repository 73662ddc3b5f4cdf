"""The launcher on Windows: shortcuts in the start menu and on the desktop, made by PowerShell.

Written from the documentation of WScript.Shell and not tried on Windows yet. Files dropped on a shortcut arrive as
arguments behind those that it has.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path

NAME = "Juzheng.lnk"
SCRIPT = """
$ErrorActionPreference = 'Stop'
$shell = New-Object -ComObject WScript.Shell
foreach ($place in 'Programs', 'Desktop') {{
    $path = Join-Path $shell.SpecialFolders.Item($place) {name}
    {act}
    Write-Output $path
}}
"""
MAKE = """$link = $shell.CreateShortcut($path)
    $link.TargetPath = {program}
    $link.Arguments = {arguments}
    $link.WorkingDirectory = {folder}
    $link.IconLocation = {icon}
    $link.Description = {description}
    $link.Save()"""
REMOVE = "if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path }"


def install(command: Sequence[str], picture: Path) -> list[Path]:
    """Make both shortcuts and return where they are."""
    from tools.launcher.drawing import convert

    icon = _folder(command) / "build" / "juzheng.ico"
    icon.parent.mkdir(exist_ok=True)
    convert(picture, icon, "ICO")
    return _run(script_for(command, icon))


def uninstall() -> list[Path]:
    """Remove both shortcuts."""
    return _run(SCRIPT.format(name=_text(NAME), act=REMOVE))


def script_for(command: Sequence[str], icon: Path) -> str:
    """Return what PowerShell is told."""
    act = MAKE.format(
        program=_text(command[0]),
        arguments=_text(" ".join(f'"{each}"' for each in command[1:])),
        folder=_text(str(_folder(command))),
        icon=_text(str(icon)),
        description=_text("Evidence organizer"),
    )
    return SCRIPT.format(name=_text(NAME), act=act)


def _folder(command: Sequence[str]) -> Path:
    """Return where the program lies: the last thing that is named is its own."""
    return Path(command[-1]).parent


def _text(text: str) -> str:
    """Return a PowerShell text in which nothing is interpreted; its quotation marks are of four kinds."""
    for mark in "'\u2018\u2019\u201a\u201b":
        text = text.replace(mark, mark * 2)
    return f"'{text}'"


def _run(script: str) -> list[Path]:
    done = subprocess.run(
        ["powershell", "-NoProfile", "-NonInteractive", "-Command", script], capture_output=True, text=True, check=True
    )
    return [Path(line) for line in done.stdout.splitlines() if line]
