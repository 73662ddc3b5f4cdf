"""The finished PDF, judged by other programs: qpdf, poppler, pdfium, and pikepdf's checks for PDF/A."""

import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pikepdf
import pikepdf.pdfa as pdfa
import pypdfium2
import pytest
from PIL import Image, ImageChops

from evidence_app.dossier.profiles import profile_codes
from evidence_app.dossier.source import DossierResult
from evidence_app.dossier.writing import write_dossier
from evidence_app.phrases import Language, phrase
from evidence_app.progress import Silent
from tests.acceptance.pdf_words import run, squeezed, words_of
from tests.fakes.dossier_case import (
    READ_LINE,
    WORDS,
    Case,
    full_case,
    options,
    picture,
)

Box = tuple[float, float, float, float]

FOOT, HEADING_HEIGHT = 50, 34
"""Points: what lies below is the footer; the height of a section's heading."""

pytestmark = pytest.mark.skipif(not shutil.which("qpdf") or not shutil.which("pdftotext"), reason="needs qpdf, poppler")


@dataclass(frozen=True)
class Export:
    case: Case
    profile: str
    language: Language
    result: DossierResult

    @property
    def path(self) -> Path:
        return self.result.path


@pytest.fixture(scope="module", params=[(p, lang) for p in profile_codes() for lang in Language], ids=str)
def export(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Export:
    profile, language = request.param
    folder = tmp_path_factory.mktemp("dossier")
    case = full_case(folder / "originals", language)
    chosen = options(profile, language, prepared_by="Li Xiaoming")
    return Export(case, profile, language, write_dossier(case.source(), chosen, folder / "dossier.pdf", Silent()))


def test_qpdf_finds_nothing_to_complain_about(export: Export) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", export.path)


def test_pdftotext_finds_every_line_of_the_chronology(export: Export) -> None:
    words = words_of(export.path)
    told = [event for event in export.case.events if event.text]
    assert told
    for event in told:
        assert squeezed(event.text) in words
        assert squeezed(event.promise) in words
        assert event.reference in words


def test_captions_say_what_joins_pictures_and_where_there_is_a_gap(export: Export) -> None:
    words = words_of(export.path)
    seams = (("joined", 1), ("joined", 2), ("gap_before", 2), ("gap_after", 3), ("apart_before", 3), ("apart_after", 4))
    for key, number in seams:
        other = phrase("dossier", "exhibit.name", export.language, number=number)
        assert squeezed(phrase("dossier", f"fact.{key}", export.language, exhibit=other, count=1)) in words


def test_what_was_read_on_a_picture_can_be_found_where_it_stands(export: Export) -> None:
    name = squeezed(phrase("dossier", "exhibit.name", export.language, number=1))
    pages = range(1, export.result.page_count + 1)
    found = [page for page in pages if name in words_of(export.path, page) and boxes(export.path, page, READ_LINE.text)]
    page = next(page for page in found if pictures_on(export.path, page))
    left, bottom, right, top = pictures_on(export.path, page)[0]
    scale, (x, y, width, height) = (right - left) / 1080, READ_LINE.region
    upper = export.result.page_height_pt - top + y * scale
    box, *_ = [each for each in boxes(export.path, page, READ_LINE.text) if each[2] <= right]  # not that beside it
    assert box[0] == pytest.approx(left + x * scale, abs=1)
    assert box[2] == pytest.approx(left + (x + width) * scale, abs=1)
    assert upper - 3 < box[1] < box[3] < upper + height * scale + 3


def boxes(path: Path, page: int, word: str) -> list[Box]:
    """Return where a word stands on a page, in points from its upper left corner."""
    listed = run("pdftotext", "-bbox", path, "-").split("<page ")[page]
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">' + re.escape(word)
    return [(float(a), float(b), float(c), float(d)) for a, b, c, d in re.findall(pattern, listed)]


def pictures_on(path: Path, page: int) -> list[Box]:
    """Return where pictures are drawn on a page: left, bottom, right, top."""
    with pypdfium2.PdfDocument(path) as document:
        return [each.get_bounds() for each in document[page - 1].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]


def test_a_transcript_says_of_each_line_whether_somebody_confirmed_it(export: Export) -> None:
    words, language = words_of(export.path), export.language
    transcript = words[words.index(squeezed(phrase("dossier", "transcript.title", language))) :]
    unconfirmed = squeezed(phrase("dossier", "transcript.machine", language))
    assert squeezed(READ_LINE.text) in transcript
    assert (
        squeezed(phrase("dossier", "transcript.confirmed_in", language, seq=len(export.case.custody) - 1)) in transcript
    )
    assert unconfirmed in transcript


def link_texts(export: Export) -> Iterator[tuple[int, str]]:
    """Yield where each link leads (page from 1) and the words a reader sees on it."""
    with pikepdf.open(export.path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        document = pypdfium2.PdfDocument(export.path)
        for index, page in enumerate(pdf.pages):
            text = document[index].get_textpage()
            for annotation in page.obj.get("/Annots", []):
                assert annotation.F == 4
                left, bottom, right, top = (float(value) for value in annotation.Rect)
                yield pages[annotation.Dest[0].objgen], text.get_text_bounded(left, bottom, right, top)
        document.close()


def test_every_link_lands_on_the_page_whose_number_it_prints(export: Export) -> None:
    checked = 0
    for page_number, words in link_texts(export):
        numbers = re.findall(r"\d+", words)
        if numbers:
            assert int(numbers[-1]) == page_number, words
            checked += 1
    print(f"{checked} links checked")
    assert checked > 30


def test_an_exhibit_begins_on_the_page_its_links_name(export: Export) -> None:
    for exhibit in export.case.exhibits[:8]:
        name = squeezed(phrase("dossier", "link.exhibit", export.language, number=exhibit.number)).split("→")[0]
        page = next(page for page, words in link_texts(export) if squeezed(words).startswith(f"{name}→"))
        assert name in words_of(export.path, page)


def test_every_font_is_embedded_as_a_subset(export: Export) -> None:
    rows = run("pdffonts", export.path).splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes yes yes\b", row) for row in rows)


def test_no_metadata_and_no_private_note_is_anywhere_in_the_file(export: Export) -> None:
    opened = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", export.path, "-"], check=True, capture_output=True
    ).stdout
    for secret in (b"Exif", b"GPS", b"SecretPhoneMaker", b"SECRETNOTE", "SECRETNOTE".encode("utf-16-be")):
        assert secret not in opened
    assert "SECRETNOTE" not in words_of(export.path)


def test_page_labels_are_the_page_numbers(export: Export) -> None:
    with pikepdf.open(export.path) as pdf:
        assert [page.label for page in pdf.pages] == [str(number) for number in range(1, len(pdf.pages) + 1)]
    count = export.result.page_count
    assert f"{count}/{count}" in words_of(export.path, count)


def test_bookmarks_name_all_sections_and_exhibits(export: Export) -> None:
    with pikepdf.open(export.path) as pdf, pdf.open_outline() as outline:
        names = [item.title for item in outline.root]
        exhibits = next(item for item in outline.root if item.children)
        assert len(exhibits.children) == 8
    assert phrase("dossier", "section.chronology", export.language) in names
    assert phrase("dossier", "section.verify", export.language) in names


def test_the_file_says_its_title_language_and_date(export: Export) -> None:
    with pikepdf.open(export.path) as pdf:
        assert export.case.dispute.title in str(pdf.docinfo.Title)
        assert str(pdf.Root.Lang) == export.language.value
        assert str(pdf.docinfo.CreationDate) == "D:20250403093000+00'00'"
        assert "/Helvetica" not in str(pdf.pages[0].obj.Resources)


def test_it_becomes_an_archive_pdf_without_complaint(export: Export, tmp_path: Path) -> None:
    with pikepdf.open(export.path) as pdf:
        pdfa.prepare(pdf, "3b")
        report = pdfa.save(pdf, tmp_path / "archive.pdf", "3b")
    assert not report.findings


def test_page_two_answers_who_what_how_much_and_what_is_asked(export: Export) -> None:
    words, dispute = words_of(export.path, 2), export.case.dispute
    for answer in (dispute.complainant, dispute.institution, dispute.title, "3,000.00", *dispute.demands):
        assert squeezed(answer) in words


def test_the_case_stays_on_one_page(export: Export) -> None:
    """The section after the summary begins on page three."""
    assert squeezed(phrase("dossier", "section.parties", export.language)) in words_of(export.path, 3)


def test_the_removed_exhibit_is_named_with_its_reason(export: Export) -> None:
    assert squeezed("belongs to another dispute") in words_of(export.path)


def test_what_is_not_on_paper_is_stated_with_the_reason(export: Export) -> None:
    words = words_of(export.path)
    reason = phrase("dossier", "problem.encrypted", export.language)
    for stated in (phrase("dossier", "why.unread", export.language, reason=reason), "why.audio", "why.other"):
        assert squeezed(phrase("dossier", stated, export.language) if stated.startswith("why.") else stated) in words


def test_the_root_can_be_recomputed_from_the_printed_leaf_hashes(export: Export) -> None:
    words = run("pdftotext", export.path, "-")
    leaf_word = phrase("dossier", "custody.leaf", export.language, leaf="")
    leaves = [bytes.fromhex(leaf) for leaf in re.findall(re.escape(leaf_word) + r"([0-9a-f]{64})", words)]
    assert len(leaves) == len(export.case.custody)
    assert tree(leaves).hex() in words
    assert tree(leaves).hex()[:8] in run("pdftotext", export.path, "-").split("\f")[0]


def tree(leaves: list[bytes]) -> bytes:
    """Return the RFC 6962 root, by its recursive definition."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + tree(leaves[:half]) + tree(leaves[half:])).digest()


def printed_log(export: Export) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield number, time, kind, commitment and leaf hash of each entry, from the words on paper alone."""
    words = run("pdftotext", "-raw", export.path, "-")
    commit, leaf = (
        phrase("dossier", f"custody.{key}", export.language, **dict.fromkeys(("kind", "commit", "leaf"), "@"))
        for key in ("commit", "leaf")
    )
    hashes = re.escape(f"{commit}\n{leaf}").replace("@", "([0-9a-z]+)")
    rows = re.findall(rf"^(\d+) (\d{{4}}-\S+Z) .*?{hashes}$", words, re.DOTALL | re.MULTILINE)
    yield from rows


def test_each_leaf_hash_can_be_recomputed_with_sha256sum_from_what_is_printed(export: Export) -> None:
    previous, count = "0" * 64, 0
    for seq, at, kind, commit, leaf in printed_log(export):
        entry = f'{{"at":"{at}","dispute":"{export.case.dispute.id}","kind":"{kind}","payload":"{commit}",'
        entry += f'"prev":"{previous}","seq":{seq},"v":1}}'
        assert run("sh", "-c", f"printf '\\000%s' '{entry}' | sha256sum").split()[0] == leaf
        previous, count = leaf, count + 1
    assert count == len(export.case.custody)


def test_the_commands_to_check_the_log_are_printed_with_the_disputes_own_id(export: Export) -> None:
    words = words_of(export.path)
    assert f'"dispute":"{export.case.dispute.id}"' in words
    assert "python3-Ic'importhashlib" in words


@pytest.mark.parametrize("language", Language)
def test_the_printed_commands_for_a_leaf_and_for_a_pair_compute_them(language: Language) -> None:
    """As a shell runs them, with what is to be put in put in."""
    shown = {
        key: phrase("dossier", f"verify.{key}", language, dispute="d1") for key in ("leaf_command", "tree_command")
    }
    entry = re.sub(r'":"(?!d1)[^"]+"', '":"x"', "".join(re.findall("'(\\{?[^'|]+)'", shown["leaf_command"])))
    expected = re.sub(r'"seq":[^,]+', '"seq":7', entry.replace("\\000%s", ""))
    command = re.sub(r'"seq":[^,]+', '"seq":7', re.sub(r'":"(?!d1)[^"]+"', '":"x"', shown["leaf_command"]))
    assert expected == '{"at":"x","dispute":"d1","kind":"x","payload":"x","prev":"x","seq":7,"v":1}'
    assert run("sh", "-c", command).split()[0] == hashlib.sha256(b"\0" + expected.encode()).hexdigest()
    left, right = hashlib.sha256(b"l"), hashlib.sha256(b"r")
    pair = re.sub("n=01.*", f"n=01{left.hexdigest()}{right.hexdigest()}", shown["tree_command"])
    whole = hashlib.sha256(b"\1" + left.digest() + right.digest()).hexdigest()
    assert run("sh", "-c", pair).split()[0] == whole


def test_notes_at_times_of_a_recording_follow_its_transcript(export: Export) -> None:
    words, first = words_of(export.path), str(WORDS[export.language]["promise"])
    transcript, _, rest = words.partition(squeezed(phrase("dossier", "exhibit.marks", export.language)))
    assert transcript.endswith(squeezed(first))
    at = [squeezed(phrase("dossier", "exhibit.mark_at", export.language, time=time)) for time in ("1:23", "1:02:03")]
    assert rest.index(at[0]) < rest.index(squeezed(first)) < rest.index(at[1]) < rest.index("<b>挂断</b>{time}")
    assert rest.index("</b>") < rest.index("Aspecialistwillcallyou.")


def test_hashes_are_printed_in_groups_of_four(export: Export) -> None:
    words = run("pdftotext", export.path, "-")
    sha256 = export.case.exhibits[0].original.sha256
    assert " ".join(re.findall("....", sha256)) in words


def test_a_screenshot_in_the_pdf_has_the_originals_pixels(export: Export, tmp_path: Path) -> None:
    original = picture(1080, 2340, 1)
    listed = [line.split() for line in run("pdfimages", "-list", export.path).splitlines()[2:]]
    page = next(each[0] for each in listed if (each[3], each[4]) == tuple(map(str, original.size)))
    run("pdfimages", "-f", page, "-l", page, export.path, tmp_path / "image")
    found = [Image.open(path).convert("RGB") for path in sorted(tmp_path.glob("image*"))]
    same = [image for image in found if image.size == original.size]
    assert any(ImageChops.difference(image, original).getbbox() is None for image in same)


def test_parts_of_a_long_screenshot_draw_one_picture_and_say_which_part(export: Export) -> None:
    with pikepdf.open(export.path) as pdf:
        drawn = [image.objgen for page in pdf.pages for image in dict(page.obj.Resources.get("/XObject", {})).values()]
    most = max(drawn.count(image) for image in drawn)
    assert most >= 3
    part = phrase("dossier", "exhibit.part", export.language, part=1, count=most)
    assert squeezed(part) in words_of(export.path)


def overlap(one: Box, other: Box) -> float:
    """Return by how many points two boxes (left, bottom, right, top) on one height run into each other."""
    return min(one[2], other[2]) - max(one[0], other[0]) if stacked(one, other) else 0.0


def stacked(one: Box, other: Box) -> bool:
    return min(one[3], other[3]) - max(one[1], other[1]) > 2.5


def test_no_text_is_drawn_over_another(export: Export) -> None:
    with pypdfium2.PdfDocument(export.path) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_rect(index) for index in range(text.count_rects())]
            for one, other in combinations(boxes, 2):
                assert overlap(one, other) < 1


def test_nothing_is_drawn_outside_the_margins(export: Export) -> None:
    with pypdfium2.PdfDocument(export.path) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                on_tab = left > 571
                assert on_tab or (left > 56 and right < 540)
                assert bottom > 30
                assert top < 815


def test_no_heading_stands_alone_at_the_foot_of_a_page(export: Export) -> None:
    with pikepdf.open(export.path) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        places = [(item.title, item.destination) for item in outline.root]
        headings = [(title, numbers[place[0].objgen], float(place[3])) for title, place in places]
    with pypdfium2.PdfDocument(export.path) as document:
        for title, index, top in headings:
            text = document[index].get_textpage()
            tops = [text.get_rect(rect)[3] for rect in range(text.count_rects())]
            assert any(FOOT < below < top - HEADING_HEIGHT for below in tops), title
