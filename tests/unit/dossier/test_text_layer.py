from pathlib import Path

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.review import ExhibitReview
from evidence_app.dossier.gathering import StoredPicture
from evidence_app.dossier.parts import Band
from evidence_app.dossier.sections.text_layer import TextLayer
from tests.fakes.dossier_case import encoded, image_media, new_case, picture


def test_a_line_that_a_person_corrected_is_found_by_what_the_person_reads(tmp_path: Path) -> None:
    shot = picture(400, 800)
    exhibit = new_case(tmp_path).add("chat.png", encoded(shot, "PNG"), image_media(shot, "image/png"))
    line = MachineLine("工号8O231", (40, 100, 200, 40), 0.9, corrected="工号80231")
    layer = TextLayer(exhibit, ExhibitReview(exhibit, (line,)))
    (found,) = layer.over(0, StoredPicture(0, 400, 800), Band(0, 1, 0), (0.0, 200.0, 400.0))
    assert found.text == "工号80231"
