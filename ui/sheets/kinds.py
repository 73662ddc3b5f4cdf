"""What happened, as choices one can read: the kind of dispute, and one line that tells it from the others."""

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from evidence_app.domain.disputes import DisputeType
from ui.i18n import language, word
from ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3, current, font, theme

AnyIndex = QModelIndex | QPersistentModelIndex
FEW_ROWS = 4
KIND = Qt.ItemDataRole.UserRole
EXPLAINED = Qt.ItemDataRole.UserRole + 1


def explained(kind: DisputeType) -> str:
    """Return one line about a kind of dispute, in the words of somebody to whom it happened."""
    translate = QCoreApplication.translate
    return {
        DisputeType.UNAUTHORISED_LOAN: translate("Kinds", "Money arrived from an app I never applied to"),
        DisputeType.LOAN_PORTAL: translate("Kinds", "I paid a fee; then no loan, no refund, no answer"),
        DisputeType.MISDIRECTED_SMS: translate("Kinds", "The debt is not mine, or is paid already"),
        DisputeType.HARASSMENT: translate("Kinds", "Too many or threatening calls; others were contacted"),
        DisputeType.TOPUP_FAILED: translate("Kinds", "Money left my bank, but the wallet did not rise"),
        DisputeType.WITHDRAWAL_BLOCKED: translate("Kinds", "The wallet refuses, delays or froze my money"),
        DisputeType.ACCOUNT_STOLEN: translate("Kinds", "Somebody else used my account, and money is gone"),
        DisputeType.REFUND_REFUSED: translate("Kinds", "I cancelled or was refunded; they still collect"),
        DisputeType.POOR_SERVICE: translate("Kinds", "They do not answer, or do not keep their word"),
        DisputeType.OTHER: translate("Kinds", "Something else; it can be told in your own words"),
    }[kind]


class KindDelegate(QStyledItemDelegate):
    """Paints a kind and its line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of both lines."""
        lines = QFontMetrics(font("body")).height() + QFontMetrics(font("caption")).height()
        return QSize(0, lines + SPACE_1 + SPACE_1 // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the kind over its line; the chosen one on the selection's ground, with a frame."""
        tokens = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect.adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(tokens.accent, 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.selection if chosen else tokens.hover)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        inner = box.adjusted(SPACE_3, SPACE_1 // 2, -SPACE_2, 0)
        top = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(font("body")).height())
        below = QRect(inner.left(), top.bottom() + 1, inner.width(), QFontMetrics(font("caption")).height())
        for role, place, text, colour in (
            ("body", top, str(index.data()), tokens.text),
            ("caption", below, str(index.data(EXPLAINED)), tokens.text_muted),
        ):
            painter.setFont(font("body" if role == "body" else "caption"))
            painter.setPen(colour)
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class KindList(QListWidget):
    """All kinds of disputes; none is chosen before the person chooses: a guess would be kept unread."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "framed")
        self.setItemDelegate(KindDelegate(self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        for kind in DisputeType:
            item = QListWidgetItem()
            item.setData(KIND, kind)
            self.addItem(item)
        self.currentRowChanged.connect(lambda _: self.changed.emit())
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._fit)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.setAccessibleName(QCoreApplication.translate("Fields", "What happened"))
        for kind, item in zip(DisputeType, self._items(), strict=True):
            item.setText(word(kind))
            item.setData(EXPLAINED, explained(kind))
            item.setToolTip(f"{word(kind)} – {explained(kind)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word(kind)}. {explained(kind)}")
        self._fit()

    def kind(self) -> DisputeType | None:
        """Return the chosen kind, None before one was chosen."""
        chosen = self.selectedItems()
        return DisputeType(chosen[0].data(KIND)) if chosen else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without a kind to begin with: the first arrow chooses the first one."""
        super().focusInEvent(event)
        if not self.selectedItems():
            self.selectionModel().clearCurrentIndex()

    def choose(self, kind: DisputeType) -> None:
        """Choose a kind."""
        self.setCurrentRow(list(DisputeType).index(kind))

    def sizeHint(self) -> QSize:
        """Return what shows all kinds."""
        em = QFontMetrics(font("body")).horizontalAdvance("m")
        return QSize(24 * em, self._row_height() * self.count() + 2 * self.frameWidth() + 4)

    def show_few(self, few: bool) -> None:
        """Be low, so that what stands below is seen, or as tall as all kinds are."""
        self.setMaximumHeight(self._row_height() * FEW_ROWS if few else self.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return what shows about half of them."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height() // 2)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _row_height(self) -> int:
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), self.model().index(0, 0)).height()

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
