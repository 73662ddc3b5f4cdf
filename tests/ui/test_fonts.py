"""Fonts follow the window's language, in the running program."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontMetricsF
from evidence_app.phrases import Language
from ui.app import make_application
from ui.i18n import language
from ui.settings import Settings
from ui.tokens import font, theme
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
settings.language = Language.EN
app = make_application(sys.argv[:1], settings)
for chosen in (Language.ZH_HANT, Language.EN, Language.ZH_HANS):
    language.choose(chosen)
    metrics = QFontMetricsF(app.font())
    print(chosen, theme.families[0], metrics.horizontalAdvance("，") < metrics.horizontalAdvance("信"))
"""


def test_fonts_and_the_width_of_marks_follow_the_language(tmp_path: Path, translations: None) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "settings.ini")], check=True, capture_output=True, text=True
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    assert [(line[0], line[-1]) for line in lines] == [("zh-Hant", "False"), ("en", "True"), ("zh-Hans", "False")]
    assert lines[0][1:-1] != lines[2][1:-1]
