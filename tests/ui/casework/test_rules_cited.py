"""How far the rules were read that a letter cites: whoever writes it is told beside the letter."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.domain.letters import LetterKind
from evidence_app.phrases import Language
from evidence_app.rules.letters import Matter, letter
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY
from ui.casework.statements import Statements
from ui.i18n import language


@pytest.mark.parametrize("spoken", Language)
def test_how_a_rule_was_read_stands_beside_the_letter_and_not_in_it(qtbot: QtBot, spoken: Language) -> None:
    language.choose(spoken)
    beside = Statements()
    qtbot.addWidget(beside)
    found = work_out(DISPUTE, [], Stated(), TODAY)
    made = letter(LetterKind.DATA_ACCESS, Matter(DISPUTE, ()), spoken)
    beside.show_letter(made, found, can_add=False)
    [cited] = made.cited
    assert cited[spoken] in beside.read_how.text()
    assert cited[spoken] not in made.plain_text("")
    assert cited.source.title[spoken] in made.plain_text("")
    beside.show_letter(replace(made, sections=made.sections[:1]), found, can_add=False)
    assert beside.read_how.isHidden()
