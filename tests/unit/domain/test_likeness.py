import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from evidence_app.domain.likeness import NEAR_BITS, bits_apart, groups, likeness


def bubbles(seed: int) -> Image.Image:
    """Draw a page with bubbles at places of its own."""
    source = random.Random(seed)
    page = Image.new("RGB", (1080, 2340), "#ededed")
    draw = ImageDraw.Draw(page)
    top = 240
    while top < 2200:
        width, height = source.randrange(200, 760), source.randrange(90, 300)
        left = 150 if source.random() < 0.5 else 930 - width
        draw.rounded_rectangle((left, top, left + width, top + height), 14, "#ffffff" if left == 150 else "#95ec69")
        for line in range(top + 25, top + height - 20, 50):
            draw.line((left + 25, line, left + width - 25, line), "#111111", 18)
        top += height + 40
    return page


def hashed(page: Image.Image) -> str:
    return likeness(page.convert("L").resize((64, 64), Image.Resampling.LANCZOS).tobytes())


def recompressed(page: Image.Image, width: int, quality: int) -> Image.Image:
    out = io.BytesIO()
    page.resize((width, page.height * width // page.width)).save(out, "JPEG", quality=quality)
    return Image.open(out)


@pytest.mark.parametrize(("width", "quality"), [(1080, 60), (720, 75), (540, 90)])
def test_a_recompressed_or_smaller_copy_is_near(width: int, quality: int) -> None:
    for seed in range(5):
        page = bubbles(seed)
        assert bits_apart(hashed(page), hashed(recompressed(page, width, quality))) <= NEAR_BITS


def test_other_pages_are_far() -> None:
    hashes = [hashed(bubbles(seed)) for seed in range(12)]
    assert min(bits_apart(one, other) for index, one in enumerate(hashes) for other in hashes[:index]) > 40


def test_an_even_picture_has_no_likeness() -> None:
    assert likeness(bytes([255]) * 4096) == ""


def test_the_hash_is_that_of_the_package_it_replaces() -> None:
    """Held to imagehash 4.3.2, phash(…, hash_size=16), computed once."""
    grey = bytes((x * x + 3 * y * x + 7 * y) % 251 for y in range(64) for x in range(64))
    assert len(likeness(grey)) == 64
    assert likeness(grey) == EXPECTED


EXPECTED = "800d121c018e040a04d9213e08f70b36dfff107d26ddbfff5ff707b949b16735"


@given(
    st.lists(st.integers(0, 2**256 - 1), min_size=1, max_size=6, unique=True),
    st.lists(st.tuples(st.integers(0, 5), st.sets(st.integers(0, 255), max_size=NEAR_BITS)), max_size=8),
)
def test_groups_are_those_within_reach(roots: list[int], copies: list[tuple[int, set[int]]]) -> None:
    values = {f"r{index}": root for index, root in enumerate(roots)}
    for index, (root, flips) in enumerate(copies):
        values[f"c{index}"] = roots[root % len(roots)] ^ sum(1 << bit for bit in flips)
    hashes = {name: f"{value:064x}" for name, value in values.items()}
    group_of = {name: group for group in groups(hashes) for name in group}
    for one in hashes:
        for other in hashes:
            if one != other and bits_apart(hashes[one], hashes[other]) <= NEAR_BITS:
                assert group_of[one] == group_of[other]
    assert all(len(group) > 1 for group in group_of.values())


def test_pictures_without_a_hash_are_in_no_group() -> None:
    assert groups({"a": "", "b": "", "c": "0" * 64}) == []


def test_pages_of_one_form_are_told_apart_by_their_numbers() -> None:
    hashes = {"bill": "0" * 64, "other": "0" * 63 + "1", "copy": "0" * 63 + "3"}
    texts = {"bill": "金额 200.00\n2025-02-22 08:15", "other": "金额 300.00\n2025-02-22 08:15"}
    assert groups(hashes, texts | {"copy": "金额: 200.00 2025-02-22 08:15"}) == [("bill", "copy")]


def test_a_number_that_was_seen_on_one_copy_only_parts_them_not() -> None:
    hashes = {"whole": "0" * 64, "smaller": "0" * 64}
    words = "2月22日13:46 工号80231为您服务"
    assert groups(hashes, {"whole": words, "smaller": f"41\n{words}"}) == [("whole", "smaller")]
    assert groups(hashes, {"whole": words, "smaller": f"1 2 3\n{words}"}) == []
