"""The window's language: chosen at start, changeable at run time, complete in three.

Widgets connect ``language.changed`` to the method that sets their texts, or handle Qt's LanguageChange event.
"""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from evidence_app.phrases import Language, name_of
from evidence_app.resources import resource

QT_NAMES = {Language.ZH_HANS: "zh_CN", Language.ZH_HANT: "zh_TW", Language.EN: "en"}
NATIVE_NAMES = {Language.ZH_HANS: "简体中文", Language.ZH_HANT: "繁體中文", Language.EN: "English"}


class WindowLanguage(QObject):
    """Holds the installed translators and announces a change once all of them are in place."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen = Language.EN
        self._translators: list[QTranslator] = []

    def choose(self, chosen: Language) -> None:
        """Install a language's translators, the program's and Qt's own, and set the locale of dates and numbers."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        qt_name = QT_NAMES[chosen]
        own = str(resource("translations"))
        qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = [_loaded(f"qtbase_{qt_name}", qts), _loaded(f"juzheng_{qt_name}", own)]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        self.chosen = chosen
        QLocale.setDefault(QLocale(qt_name))
        self.changed.emit()


def listed(parts: Iterable[str]) -> str:
    """Return several things in a row, as the window's language puts them."""
    return (", " if language.chosen is Language.EN else "、").join(parts)


def run_on(sentences: Iterable[str]) -> str:
    """Return sentences one after the other; Chinese ones need no space between them."""
    return (" " if language.chosen is Language.EN else "").join(filter(None, sentences))


def _loaded(name: str, folder: str) -> QTranslator:
    translator = QTranslator()
    translator.load(name, folder)
    return translator


language = WindowLanguage()


def system_language() -> Language:
    """Return the language the system's user reads, English for all but Chinese."""
    locale = QLocale.system()
    if locale.language() is not QLocale.Language.Chinese:
        return Language.EN
    traditional = locale.script() is QLocale.Script.TraditionalHanScript
    return Language.ZH_HANT if traditional else Language.ZH_HANS


def word(member: StrEnum) -> str:
    """Return the word for an enumeration's member in the window's language."""
    return name_of(member, language.chosen)
