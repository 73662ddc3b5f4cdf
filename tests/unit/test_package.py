"""What goes into the built program: everything that the program reads beside its modules."""

import tomllib
from pathlib import Path

import pytest

from tools.package import contents

ROOT = Path(__file__).resolve().parents[2]

ONE_OF_EACH = (  # by hand: what the program and the test look for in the same way, both may miss
    "LICENSE",
    "resources/style.qss",
    "resources/limits.toml",
    "resources/authorities/apple-root.pem",
    "resources/authorities/apple.toml",
    "resources/characters/Pinyin.txt",
    "resources/fonts/NotoSansSC-Regular.ttf",
    "resources/fonts/OFL-NotoSansSC.txt",
    "resources/icons/phone-call.svg",
    "resources/law/bodies/cn-pboc.toml",
    "resources/law/checklists/account_stolen.toml",
    "resources/licences/LGPL-3.0.txt",
    "resources/phrases/dossier.zh-Hans.toml",
    "resources/profiles/lawyer.toml",
    "resources/reading/words.toml",
    "resources/samples/story.toml",
    "resources/translations/juzheng_zh_CN.qm",
    "resources/verification/verify.py",
)


@pytest.mark.usefixtures("translations")
def test_every_bundled_file_is_built_in_where_the_program_looks_for_it() -> None:
    built_in = {Path(place) / Path(path).name for path, place in contents.resource_files()}
    needed = {
        path.relative_to(ROOT)
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix != ".ts"  # what is read of them is compiled
    }
    assert needed | {Path("LICENSE")} == built_in
    assert {*map(Path, ONE_OF_EACH)} <= built_in
    assert {path.parts[1] for path in built_in if len(path.parts) > 2} == {
        folder.name for folder in (ROOT / "resources").iterdir() if folder.is_dir()
    }
    assert all(contents.is_wanted(path.as_posix()) for path in built_in)


def test_every_step_of_an_upgrade_is_built_in() -> None:
    steps = {Path(path).name for path, _ in contents.migration_files()}
    assert {"env.py", "script.py.mako"} <= steps
    assert {path.name for path in (ROOT / "evidence_app/vault/migrations/versions").glob("0*.py")} <= steps


def test_the_tool_that_builds_is_pinned_with_hashes_and_no_address() -> None:
    lines = (ROOT / "tools/package/requirements.txt").read_text("utf-8").splitlines()
    assert any(line.startswith("pyinstaller==") for line in lines)
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert not [line for line in asked if "pyinstaller" in line.lower()]
