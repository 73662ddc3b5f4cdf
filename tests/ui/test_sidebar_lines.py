"""The lines of a dispute in the list at the left where there is little room."""

from PySide6.QtGui import QFontMetrics

from ui.sidebar.delegate import with_end
from ui.tokens import font


def test_how_much_is_there_is_not_cut_off(qapp: object) -> None:
    metrics = QFontMetrics(font("caption"))
    whole = "惠民消费金融有限公司 · 18 件证据"
    width = metrics.horizontalAdvance(whole) + 1  # which is rounded, and eliding is not
    short = with_end(metrics, whole, width * 3 // 4)
    assert short.endswith("… · 18 件证据")
    assert metrics.horizontalAdvance(short) <= width * 3 // 4
    assert with_end(metrics, whole, width) == whole
