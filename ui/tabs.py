"""The pages of a dispute and the tabs that lead to them, always in the same order."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QToolButton

from ui.i18n import language
from ui.tokens import font, theme


class PageKey(StrEnum):
    """A page of a dispute, in the order of the tabs."""

    OVERVIEW = "overview"
    TIMELINE = "timeline"
    EVIDENCE = "evidence"
    REVIEW = "review"
    CASE = "case"
    DOSSIER = "dossier"
    CUSTODY = "custody"


UNDER = {PageKey.REVIEW: PageKey.EVIDENCE}
"""Pages without a tab of their own, and under which tab they are found."""

WITH_INSPECTOR = frozenset({PageKey.TIMELINE, PageKey.EVIDENCE})
"""Pages beside which the inspector stands; the others take its place too."""


def page_name(key: PageKey) -> str:
    """Return a page's name in the window's language."""
    translate = QCoreApplication.translate
    return {
        PageKey.OVERVIEW: translate("Pages", "Overview"),
        PageKey.TIMELINE: translate("Pages", "Timeline"),
        PageKey.EVIDENCE: translate("Pages", "Evidence"),
        PageKey.REVIEW: translate("Pages", "Review"),
        PageKey.CASE: translate("Pages", "Case"),
        PageKey.DOSSIER: translate("Pages", "Dossier"),
        PageKey.CUSTODY: translate("Pages", "Custody log"),
    }[key]


class PageTabs(QTabBar):
    """One tab for each page that there is. ``chosen`` carries the page that a person asks for."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._short = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabBarClicked.connect(self._clicked)
        self.currentChanged.connect(self._clicked)
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._dress)
        self.retranslate()
        self._dress()

    def offer(self, keys: list[PageKey]) -> None:
        """Show tabs for these pages, in their order, but for those under another's; the chosen one stays."""
        before = self.key()
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for key in (key for key in PageKey if key in keys and key not in UNDER):
            self.setTabData(self.addTab(self._name(key)), key)
        self.blockSignals(False)
        self.show_key(before or keys[0])

    def keys(self) -> list[PageKey]:
        """Return the pages that there are, in order."""
        return [PageKey(self.tabData(index)) for index in range(self.count())]

    def key(self) -> PageKey | None:
        """Return the page whose tab is chosen, None while there is none."""
        data = self.tabData(self.currentIndex())
        return PageKey(data) if data else None

    def show_key(self, key: PageKey) -> None:
        """Mark a page's tab as chosen without asking for the page."""
        key = UNDER.get(key, key)
        if key in self.keys():
            self.blockSignals(True)
            self.setCurrentIndex(self.keys().index(key))
            self.blockSignals(False)
            self.update()

    def retranslate(self) -> None:
        """Set all texts."""
        self.setAccessibleName(QCoreApplication.translate("Pages", "Pages of the dispute"))
        for arrow in self.findChildren(QToolButton):  # Qt's own, named in the language of the start
            arrow.setAccessibleName(QCoreApplication.translate("Pages", "More pages"))
        for index, key in enumerate(self.keys()):
            self.setTabText(index, self._name(key))
            self.setTabToolTip(index, page_name(key) if self._short else "")

    def shorten(self, short: bool) -> None:
        """Say the longer names in short, where large text leaves no room for them."""
        if short != self._short:
            self._short = short
            self.retranslate()

    def full_width(self) -> int:
        """Return how wide the tabs are with all names in full."""
        saved = sum(
            self.fontMetrics().horizontalAdvance(page_name(key)) - self.fontMetrics().horizontalAdvance(self._name(key))
            for key in self.keys()
        )
        return self.sizeHint().width() + saved

    def _name(self, key: PageKey) -> str:
        translate = QCoreApplication.translate
        short = {
            PageKey.OVERVIEW: translate("Pages", "Home"),
            PageKey.EVIDENCE: translate("Pages", "Files"),
            PageKey.CUSTODY: translate("Pages", "Log"),
        }
        return short.get(key, page_name(key)) if self._short else page_name(key)

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than the words."""
        return self.sizeHint()

    def _clicked(self, index: int) -> None:
        data = self.tabData(index)
        if data:
            self.chosen.emit(PageKey(data))

    def _dress(self) -> None:
        self.setFont(font("body"))
