"""The launcher on Windows: shortcuts in the start menu and on the desktop, made by PowerShell.

Written from the documentation of WScript.Shell and not tried on Windows yet. Files dropped on a shortcut arrive as
arguments behind those that it has.
"""

import subprocess
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
    $link.TargetPath = {python}
    $link.Arguments = {arguments}
    $link.WorkingDirectory = {folder}
    $link.IconLocation = {icon}
    $link.Description = {description}
    $link.Save()"""
REMOVE = "if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path }"


def install(python: Path, program: Path, picture: Path) -> list[Path]:
    """Make both shortcuts and return where they are."""
    from tools.launcher.drawing import convert

    icon = program.parent / "build" / "juzheng.ico"
    icon.parent.mkdir(exist_ok=True)
    convert(picture, icon, "ICO")
    return _run(script_for(python, program, icon))


def uninstall() -> list[Path]:
    """Remove both shortcuts."""
    return _run(SCRIPT.format(name=_text(NAME), act=REMOVE))


def script_for(python: Path, program: Path, icon: Path) -> str:
    """Return what PowerShell is told."""
    without_console = python.with_name("pythonw.exe")
    act = MAKE.format(
        python=_text(str(without_console)),
        arguments=_text(f'"{program}"'),
        folder=_text(str(program.parent)),
        icon=_text(str(icon)),
        description=_text("Evidence organizer"),
    )
    return SCRIPT.format(name=_text(NAME), act=act)


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
