"""The pane of disputes: vault at the top, disputes below, the window's settings at the bottom."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from evidence_app.domain.disputes import DisputeSummary
from ui.controls import Button, IconButton, part, short_tip
from ui.gear import GearMenu
from ui.i18n import language
from ui.icons import pixmap
from ui.sidebar.delegate import DisputeDelegate, badge_rect
from ui.sidebar.model import DisputesModel, Role
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, current, scaled

CARET_SIZE = 12


class DisputeList(QListView):
    """The list of disputes; a drag over it aims at single disputes, a click on a badge at what it counts."""

    badge_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(DisputeDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a badge."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = index.data(Role.SUMMARY)
        if event.button() is Qt.MouseButton.LeftButton and isinstance(line, DisputeSummary):
            badge = badge_rect(self.visualRect(index), line.open_conflict_count)
            if line.open_conflict_count and badge.contains(event.position()):
                self.badge_clicked.emit(line.dispute.id)

    def dispute_at(self, point: QPoint) -> str:
        """Return the id of the dispute under a point of the list's viewport, empty if there is none."""
        found = self.indexAt(point).data(Role.DISPUTE_ID)
        return found if isinstance(found, str) else ""


class MenuButton(Button):
    """A row that opens a menu, as the caret at its end says."""

    def __init__(self, icon_name: str) -> None:
        super().__init__(look="row", icon_name=icon_name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits, and the caret."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - self.iconSize().width() - scaled(CARET_SIZE) - 4 * SPACE_2
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        caret_size = scaled(CARET_SIZE)
        top = (self.height() - caret_size) // 2
        caret = pixmap("caret-down", current().text_muted, caret_size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - caret_size - SPACE_2, top, caret)
        painter.end()


class VaultMenu(QMenu):
    """What can be done with the whole vault, and what was done last in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._undoing: tuple[Callable[[], str], Callable[[], str]] = (str, str)
        self.undo = QAction(self)
        self.redo = QAction(self)
        self.addActions([self.undo, self.redo])
        self.addSeparator()
        self.open_other = QAction(self)
        self.back_up = QAction(self)
        self.restore = QAction(self)
        self.verify = QAction(self)
        self.check = QAction(self)
        self.show_folder = QAction(self)
        self.erase = QAction(self)
        self.addActions([self.open_other, self.show_folder])
        self.addSeparator()
        self.addActions([self.back_up, self.restore])
        self.addSeparator()
        self.addActions([self.verify, self.check])
        self.addSeparator()
        self.addAction(self.erase)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.open_other.setText(self.tr("Open another vault…"))
        self.show_folder.setText(self.tr("Show the vault's folder"))
        self.back_up.setText(self.tr("Back up…"))
        self.restore.setText(self.tr("Restore from a backup…"))
        self.verify.setText(self.tr("Verify every original"))
        self.check.setText(self.tr("Check a dossier…"))
        self.erase.setText(self.tr("Erase this vault from this computer…"))
        self._name_undoing()

    def offer_undo(self, undo: Callable[[], str], redo: Callable[[], str]) -> None:
        """Offer to take back and to do again what the words say in the language in force; empty for nothing."""
        self._undoing = (undo, redo)
        self._name_undoing()

    def _name_undoing(self) -> None:
        standard = QKeySequence.StandardKey
        for action, keys, verb, what in (
            (self.undo, standard.Undo, self.tr("Undo: %1"), self._undoing[0]() or self.tr("nothing")),
            (self.redo, standard.Redo, self.tr("Redo: %1"), self._undoing[1]() or self.tr("nothing")),
        ):
            shortcut = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{verb.replace('%1', what)}\t{shortcut}")  # after the tab, a menu shows the keys
        self.undo.setEnabled(bool(self._undoing[0]()))
        self.redo.setEnabled(bool(self._undoing[1]()))

    def set_open(self, is_open: bool) -> None:
        """Offer only what works without an open vault, or everything."""
        for action in (self.back_up, self.verify, self.show_folder, self.erase):
            action.setEnabled(is_open)


class Sidebar(QWidget):
    """The left pane."""

    dispute_chosen = Signal(str)
    new_dispute_wanted = Signal()
    edit_wanted = Signal(str)
    removal_wanted = Signal(str)
    tray_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "background")
        self.model = DisputesModel(self)
        self.vault_button = MenuButton("hard-drive")
        self.vault_menu = VaultMenu(self)
        self.vault_button.clicked.connect(self._open_vault_menu)
        self.vault_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.new_button = Button(look="row", icon_name="plus")
        self.new_button.clicked.connect(self.new_dispute_wanted)
        self.list = DisputeList()
        self.list.setModel(self.model)
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer_actions)
        self._removed_count = 0
        self.tray_button = Button(look="row", icon_name="trash")
        self.tray_button.clicked.connect(self.tray_wanted)
        self.tray_button.hide()
        self.settings_button = IconButton("gear")
        self.settings_menu = GearMenu(self)
        self.settings_button.setMenu(self.settings_menu)
        self.settings_button.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.new_button.setText(self.tr("New dispute"))
        count = f"{self._removed_count:,}"
        self.tray_button.setText(self.tr("Removed items (%1)").replace("%1", count))
        self.list.setAccessibleName(self.tr("Disputes"))
        self.settings_button.set_name(self.tr("Settings and help"))
        self.vault_button.setAccessibleName(self.tr("Vault: %1").replace("%1", self.vault_button.text()))

    def show_vault(self, name: str, folder: str) -> None:
        """Name the open vault; empty for none."""
        self.vault_button.setText(name)
        self.vault_button.setToolTip(short_tip(folder))
        self.retranslate()

    def add_to_foot(self, button: QWidget) -> None:
        """Put one more button beside the settings'."""
        self._foot.insertWidget(0, button)

    def show_removed(self, count: int) -> None:
        """Lead to the removed items while there are any."""
        self._removed_count = count
        self.tray_button.setVisible(count > 0)
        self.retranslate()

    def show_disputes(self, lines: Sequence[DisputeSummary], chosen_id: str) -> None:
        """Show the disputes with one chosen, without announcing a choice."""
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.model.replace(lines)
        row = self.model.row_of(chosen_id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        else:
            self.list.clearSelection()
        selection.blockSignals(False)
        self.list.viewport().update()

    def _open_vault_menu(self) -> None:
        self.vault_menu.popup(self.vault_button.mapToGlobal(self.vault_button.rect().bottomLeft()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_3, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_1)
        column.addWidget(self.vault_button)
        column.addWidget(self.new_button)
        column.addSpacing(SPACE_2)
        column.addWidget(self.list, 1)
        column.addWidget(self.tray_button)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.settings_button)
        self._foot.addStretch(1)
        column.addLayout(self._foot)

    def _selected(self, selected: QItemSelection) -> None:
        for index in selected.indexes():
            self.dispute_chosen.emit(index.data(Role.DISPUTE_ID))

    def _offer_actions(self, point: QPoint) -> None:
        dispute_id = self.list.dispute_at(point)
        if not dispute_id:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit the dispute…"), lambda: self.edit_wanted.emit(dispute_id))
        menu.addAction(self.tr("Remove the dispute…"), lambda: self.removal_wanted.emit(dispute_id))
        menu.popup(self.list.viewport().mapToGlobal(point))
