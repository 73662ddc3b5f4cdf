"""Qt's own file dialog speaks the window's language where the system has none of its own."""

import re

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from ui.i18n import language


@pytest.mark.parametrize("chosen", [Language.ZH_HANS, Language.ZH_HANT])
def test_no_label_of_a_chinese_file_dialog_is_english(qtbot: QtBot, chosen: Language) -> None:
    language.choose(chosen)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert labels
    assert not [text for text in labels if re.search("[a-z]", text)]
