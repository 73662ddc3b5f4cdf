"""Files made to harm a decoder, through the real worker processes: the app goes on, the item is kept."""

import io
import os
import random
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pikepdf
import pillow_heif
import pytest
from PIL import Image

from evidence_app.domain.exhibits import MediaKind
from evidence_app.errors import InputProblem
from evidence_app.intake.decoders import Decoders, RenderRequest
from tests.faults.campaign import MINUTES, SEED
from tests.samples import SAMPLES

MUTANTS = 20_000 if os.environ.get("JUZHENG_SOAK") else 150


@pytest.fixture(scope="module")
def decoders() -> Iterator[Decoders]:
    with Decoders() as pool:
        yield pool


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_claiming(width: int, height: int, packed: bytes = b"", colour_type: int = 2) -> bytes:
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour_type, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")


def test_a_picture_that_claims_too_many_pixels_is_kept_undecoded(decoders: Decoders, tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_claiming(60_000, 60_000))
    media = decoders.inspect(path, "bomb.png").result(60).media
    assert (media.kind, media.width_px, media.height_px, media.problem) == (
        MediaKind.IMAGE,
        60_000,
        60_000,
        "too-large",
    )
    with pytest.raises(InputProblem, match="too-large"):
        decoders.render(path, RenderRequest()).result(60)


def test_text_that_inflates_inside_a_png_does_not_fill_the_memory(decoders: Decoders, tmp_path: Path) -> None:
    path = tmp_path / "text.png"
    whole = png_claiming(1, 1, zlib.compress(b"\0\0\0\0"))
    bomb = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200 * 2**20)))
    path.write_bytes(whole[:33] + bomb + whole[33:])
    assert decoders.inspect(path, "text.png").result(60).media.kind is MediaKind.IMAGE


@pytest.mark.parametrize(("format", "size"), [("JPEG", (600, 65_500)), ("PNG", (1080, 120_000))])
def test_a_very_long_screenshot_works_and_its_tiles_are_decoded_once(
    decoders: Decoders, tmp_path: Path, format: str, size: tuple[int, int]
) -> None:
    path = tmp_path / "long"
    Image.new("RGB", size, (10, 200, 10)).save(path, format)
    found = decoders.inspect(path, "long").result(60)
    assert (found.media.width_px, found.media.height_px, found.media.problem) == (*size, "")
    assert Image.open(io.BytesIO(found.preview)).size == (160, 320)
    for y in (0, size[1] // 2, size[1] - 512):
        tile = decoders.render(path, RenderRequest(region=(0, y, 512, 512), width_px=256)).result(60)
        assert (tile.width_px, tile.height_px) == (256, 256)


def test_two_hundred_megapixels_with_transparency_fit_the_memory_limit(decoders: Decoders, tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    packer, row = zlib.compressobj(1), b"\0" + bytes((10, 200, 10, 128)) * 2000
    packed = b"".join(packer.compress(row * 100) for _ in range(990)) + packer.flush()
    path.write_bytes(png_claiming(2000, 99_000, packed, colour_type=6))
    assert decoders.inspect(path, "huge.png").result(120).media.problem == ""
    picture = decoders.render(path, RenderRequest(width_px=200)).result(120)
    assert (picture.width_px, picture.height_px) == (200, 9900)


def test_more_memory_than_allowed_costs_one_item(
    decoders: Decoders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("resource")
    path = tmp_path / "hungry.webp"
    Image.new("RGB", (4000, 4000), (1, 2, 3)).save(path, quality=1)
    from evidence_app import starting

    start, little = "importlib.import_module(sys.argv[2])", "worker.MEMORY_BYTES = 120 * 2**20"
    command = starting.worker_command("evidence_app.intake.worker")
    tight = [part.replace(f"{start}.main()", f"worker = {start}; {little}; worker.main()") for part in command]
    assert tight != command
    monkeypatch.setattr(starting, "worker_command", lambda _module: tight)
    with Decoders(1) as pool:
        media = pool.inspect(path, "hungry.webp").result(60).media
    assert media.kind is MediaKind.IMAGE
    assert media.problem in ("too-large", "damaged", "decoder-crashed")


def test_a_pdf_that_refers_to_itself_is_survived(decoders: Decoders, tmp_path: Path) -> None:
    path = tmp_path / "loop.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    media = decoders.inspect(path, "loop.pdf").result(60).media
    assert (media.kind, media.problem) == (MediaKind.PDF, "damaged")


def test_a_page_larger_than_any_paper_is_rendered_within_bounds(decoders: Decoders, tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(14_400, 3))
        pdf.add_blank_page(page_size=(3, 14_400))
        pdf.pages[0].MediaBox = [0, 0, 1_000_000, 200]
        pdf.save(path)
    assert decoders.inspect(path, "odd.pdf").result(60).media.problem == ""
    wide, tall = (decoders.render(path, RenderRequest(page_index=n, width_px=1_000_000)).result(60) for n in (0, 1))
    assert wide.width_px <= 65_501
    assert tall.height_px <= 65_501


def samples() -> list[tuple[str, bytes]]:
    """Small files of every readable kind."""
    noise = Image.effect_noise((60, 90), 80).convert("RGB")
    made: list[tuple[str, bytes]] = []
    for format in ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"):
        out = io.BytesIO()
        noise.save(out, format)
        made.append((format, out.getvalue()))
    out = io.BytesIO()
    pillow_heif.from_pillow(noise).save(out)
    made.append(("HEIC", out.getvalue()))
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        pdf.save(out)
    made.append(("PDF", out.getvalue()))
    made += [
        (format, recording(format, codec)) for format, codec in (("mp4", "mpeg4"), ("wav", "pcm_s16le"), ("mp3", "mp3"))
    ]
    return made


def recording(format: str, codec: str) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format=format) as container:
        if codec == "mpeg4":
            stream = container.add_stream(codec, rate=10)
            stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
            frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), dtype=np.uint8), format="rgb24")
        else:
            stream = container.add_stream(codec, rate=16000, layout="mono")
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1152), dtype=np.int16), format="s16", layout="mono")
            frame.sample_rate = 16000
            frame = av.AudioResampler(stream.format, "mono", 16000, frame_size=stream.frame_size or None).resample(
                frame
            )[0]
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Change some bytes, preferring the front where headers are; sometimes cut the end off."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(min(len(changed), 400)) if rng.random() < 0.7 else rng.randrange(len(changed))
        changed[at] = rng.choice((0, 255, 127, rng.randrange(256)))
    if rng.random() < 0.2:
        del changed[rng.randrange(1, len(changed)) :]
    return bytes(changed)


def test_no_mutated_file_harms_more_than_itself(decoders: Decoders, tmp_path: Path) -> None:
    rng, end, tried = random.Random(f"20250222 {SEED}"), time.monotonic() + MINUTES * 60, 0
    originals = samples()
    for sample in ("imessage/comic.heic", "ocr/ch_en_num.jpg"):
        if (SAMPLES / sample).exists():
            originals.append((sample, (SAMPLES / sample).read_bytes()))
    fates: dict[str, int] = {}
    for first in range(0, MUTANTS, 50):
        if time.monotonic() > end:
            break
        batch = []
        for number in range(first, min(first + 50, MUTANTS)):
            path = tmp_path / str(number % 50)
            path.write_bytes(mutated(originals[number % len(originals)][1], rng))
            batch.append((path, decoders.inspect(path, "mutant"), decoders.render(path, RenderRequest(width_px=32))))
        for path, inspection, picture in batch:
            problem = inspection.result(120).media.problem or "read"
            fates[problem] = fates.get(problem, 0) + 1
            error = picture.exception(120)
            assert error is None or isinstance(error, InputProblem)
            path.unlink()
        tried += len(batch)
    print(f"mutated files tried: {tried} of {MUTANTS}, of which {fates}")
    assert fates.get("decoder-timeout", 0) == 0
