"""A logo is kept with nothing hidden in it, and refused in plain words where it would not show whole."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from foi_tracker.files.contents import Unreadable
from foi_tracker.files.logos import LARGEST, PNG, SVG, read_logo
from tests.factories.files import png, saved

HEAD = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 30"'
)


def _svg(inside: bytes, more: bytes = b"") -> bytes:
    return HEAD + more + b">" + inside + b"</svg>"


def _vast_png() -> bytes:
    """One that says of itself that it is thirty thousand pixels wide and high, as a poster may be."""
    small = png(40, 40)
    header = b"IHDR" + struct.pack(">II", 30_000, 30_000) + small[24:29]
    return small[:12] + header + struct.pack(">I", zlib.crc32(header)) + small[33:]


CIRCLE = b'<circle cx="30" cy="15" r="9" fill="#123456"/>'


def test_a_png_keeps_its_picture_and_its_transparency_and_loses_its_notes() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Somebody in the office")
    logo = read_logo(png(400, 100, notes=notes))
    assert (logo.media_type, logo.width, logo.height) == (PNG, 400, 100)
    with Image.open(io.BytesIO(logo.content)) as kept:
        assert kept.mode == "RGBA"
        assert kept.getpixel((0, 0))[3] == 0
        assert kept.info == {}
    assert b"Somebody" not in logo.content


def test_a_wide_png_is_made_as_small_as_a_letter_needs() -> None:
    logo = read_logo(png(2400, 1200))
    assert (logo.width, logo.height) == (1200, 600)


def _dithered(width: int, height: int) -> bytes:
    """One of black and white alone, in a fine grain: small as a file, and large in any other form."""
    return saved(Image.effect_noise((width, height), 60).convert("1"))


@pytest.mark.parametrize(
    ("content", "modes"),
    [
        (_dithered(2800, 600), {"L"}),
        (_dithered(1400, 1200), {"L"}),
        (saved(Image.linear_gradient("L").resize((1400, 300))), {"L"}),
        (saved(Image.linear_gradient("L").resize((1400, 300)), transparency=0), {"LA"}),
        (saved(Image.linear_gradient("L").resize((1400, 300)).convert("1"), transparency=0), {"LA"}),
        (saved(Image.effect_noise((1300, 300), 40).quantize(16)), {"RGB"}),
        (saved(Image.effect_noise((1300, 300), 40).quantize(16), transparency=3), {"RGBA"}),
        (_dithered(1000, 500), {"1"}),
        (saved(Image.effect_noise((900, 300), 40).quantize(16)), {"P"}),
    ],
)
def test_what_passes_is_never_kept_larger_than_the_most_and_passes_again(
    content: bytes, modes: set[str]
) -> None:
    """The settings' form carries it while another setting has an error, and sends it once more."""
    assert len(content) <= LARGEST
    kept = read_logo(content)
    assert len(kept.content) <= LARGEST
    assert kept.width >= 500  # 60 mm at 200 to the inch
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert picture.mode in modes
    assert read_logo(kept.content) == kept


def test_a_grey_of_sixteen_bits_stays_that_grey() -> None:
    picture = Image.new("I;16", (2, 1))
    picture.putpixel((0, 0), 77 * 256)
    picture.putpixel((1, 0), 200 * 256)
    for made, mode in ((saved(picture), "L"), (saved(picture, transparency=77 * 256), "LA")):
        with Image.open(io.BytesIO(read_logo(made).content)) as kept:
            greys = kept.convert(mode)
            assert [greys.getpixel((place, 0)) for place in (0, 1)] == (
                [77, 200] if mode == "L" else [(77, 0), (200, 255)]
            )


def _grey_of_four_bits() -> bytes:
    """Two pixels, 5 and 15 of fifteen, of which 5 is seen through: no library here writes such a file."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 2, 1, 4, 0, 0, 0, 0)),
        (b"tRNS", struct.pack(">H", 5)),
        (b"IDAT", zlib.compress(b"\x00\x5f")),
        (b"IEND", b""),
    )
    framed = (struct.pack(">I", len(data)) + name + data for name, data in chunks)
    checks = (struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(frame + check for frame, check in zip(framed, checks, strict=True))


def test_the_grey_that_is_seen_through_is_so_in_whatever_depth_it_was_written() -> None:
    with Image.open(io.BytesIO(read_logo(_grey_of_four_bits()).content)) as kept:
        seen = kept.convert("LA")
        assert [seen.getpixel((place, 0)) for place in (0, 1)] == [(85, 0), (255, 255)]


def test_an_svg_that_grows_past_the_most_when_it_is_made_safe_is_refused_at_once() -> None:
    styles = (
        b"<style>.a{" + b"fill:#123456;stroke:#123456;stroke-width:2;stroke-linejoin:round" + b"}</style>"
    )
    with pytest.raises(Unreadable, match=r"grows to \d+ KB .* 250 KB is the most"):
        read_logo(_svg(styles + b'<path class="a" d="M0 0h9v9"/>' * 4000))


def test_what_is_a_little_too_large_is_not_said_to_be_just_right() -> None:
    with pytest.raises(Unreadable, match="has 251 KB"):
        read_logo(b"\x89PNG\r\n\x1a\n" + b"x" * LARGEST)


def test_a_png_that_breaks_off_is_refused_even_where_pillow_would_load_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """WeasyPrint switches that on for the whole process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(Unreadable, match="damaged or not whole"):
        read_logo(png(400, 100)[:-200])


def test_the_same_picture_is_the_same_bytes() -> None:
    again = read_logo(png(40, 40)).content
    assert read_logo(again).content == again


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>alert(1)</script>",
        b"<metadata><x:secret xmlns:x='urn:x'>who made it</x:secret></metadata>",
        b"<title>draft 7</title><desc>secret</desc>",
        b"<animate attributeName='href' values='http://e.org'/>",
        b"<set attributeName='onload' to='alert(1)'/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
        b"<!-- secret --><?php secret ?>",
    ],
)
def test_what_draws_nothing_is_thrown_away(inside: bytes) -> None:
    assert read_logo(_svg(CIRCLE + inside)).content == read_logo(_svg(CIRCLE)).content


@pytest.mark.parametrize(
    "attribute",
    [
        b'onload="alert(1)"',
        b'onclick="alert(1)"',
        b'style="fill:url(http://example.org/x)"',
        b'style="background:url(http://example.org/x);behavior:url(x)"',
        b'stroke="url(//example.org/#g)"',
        b'stroke="url(data:image/svg+xml,x)"',
        b'stroke="javascript:alert(1)"',
        b'clip-path="url(http://example.org/#c)"',
        b'filter="url(#f)"',
        b'xlink:href="http://example.org/x"',
        b'class="unknown"',
        b'data-secret="who"',
    ],
)
def test_no_handler_no_address_and_no_unknown_attribute_is_kept(attribute: bytes) -> None:
    marked = CIRCLE.replace(b"<circle", b"<circle " + attribute)
    assert read_logo(_svg(marked)).content == read_logo(_svg(CIRCLE)).content


def test_a_link_around_a_shape_goes_and_the_shape_stays() -> None:
    kept = read_logo(_svg(b'<a xlink:href="javascript:alert(1)">' + CIRCLE + b"</a>")).content
    assert b"circle" in kept
    assert b"javascript" not in kept


def test_classes_and_styles_become_plain_attributes() -> None:
    kept = read_logo(
        _svg(
            b"<style>.a,.b{fill:#0a0;}.b{stroke:#00a}</style><path class='b' style='opacity:.5' d='M0 0h9'/>"
        )
    ).content
    assert b'fill="#0a0"' in kept
    assert b'stroke="#00a"' in kept
    assert b'opacity=".5"' in kept
    assert b"style" not in kept


def test_comments_of_a_style_sheet_go_even_one_that_is_never_closed() -> None:
    styles = b"<style>/* one * two */.a{fill:#0a0}/* three</style>"
    assert b'fill="#0a0"' in read_logo(_svg(styles + b"<path class='a' d='M0 0h9'/>")).content


@pytest.mark.parametrize(
    "styles",
    [
        b".a " * 60_000 + b">b{}",
        b".a," * 60_000 + b">b{}",
        b"/*" * 100_000 + b"*/}",
        b"." + b"a" * 200_000 + b">b{}",
        b" " * 200_000 + b">b{}",
        b".a{fill:" + b"0" * 200_000 + b"}",
    ],
)
def test_a_style_sheet_that_is_long_is_refused_as_soon_as_a_short_one(styles: bytes) -> None:
    """One that is read by trying again and again would not be refused in a lifetime."""
    with pytest.raises(Unreadable, match="has a style sheet"):
        read_logo(_svg(b"<style>" + styles + b"</style>" + CIRCLE))


def test_a_size_of_many_digits_is_no_size() -> None:
    sized = _svg(CIRCLE, b' width="' + b"1" * 200_000 + b'x" height="30"').replace(b"0 0 60 30", b"")
    with pytest.raises(Unreadable, match="how large it is"):
        read_logo(sized)


def test_a_gradient_of_its_own_stays() -> None:
    drawn = b'<linearGradient id="g"><stop offset="1" stop-color="#123"/></linearGradient>'
    kept = read_logo(_svg(drawn + b'<rect width="9" height="9" fill="url(\'#g\')"/>'))
    assert b'fill="url(#g)"' in kept.content
    assert kept.media_type == SVG
    assert kept.width == 2 * kept.height


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (_svg(CIRCLE + b"<text>Vale</text>"), "turn them into outlines"),
        (_svg(CIRCLE + b"<image href='x.png'/>"), "save it as PNG"),
        (_svg(CIRCLE + b"<foreignObject/>"), "a web page inside it"),
        (_svg(CIRCLE + b"<use href='#a'/>"), "parts drawn by reference"),
        (_svg(CIRCLE + b"<style>circle{fill:red}</style>"), "has a style sheet"),
        (_svg(CIRCLE + b"<style>.a .b{fill:red}</style>"), "has a style sheet"),
        (_svg(CIRCLE + b"<style>@media print{.a{fill:red}}</style>"), "has a style sheet"),
        (_svg(CIRCLE + b"<style>.a{fill:red} .b</style>"), "has a style sheet"),
        (_svg(CIRCLE + b"<style>@import url(http://example.org)</style>"), "has a style sheet"),
        (_svg(b"<g/>"), "draws nothing"),
        (HEAD.replace(b"0 0 60 30", b"") + b">" + CIRCLE + b"</svg>", "how large it is"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + _svg(CIRCLE), "defines entities"),
        (_svg(b"<g>" * 60 + CIRCLE + b"</g>" * 60), "nested too deeply"),
        (_svg(CIRCLE * 5001), "more than 5,000 shapes"),
        (_svg(b'<linearGradient id="a" href="#a"/>' + CIRCLE), "rest on one another"),
        (_svg(b"<clipPath><path clip-path='url(#a)' d='M0 0'/></clipPath>" + CIRCLE), "clips a clip"),
        (_svg(CIRCLE)[:-4], "does not read as one"),
        (b"<html><body>hello</body></html>", "does not read as one"),
        (b"GIF89a", "PNG or an SVG"),
        (b"", "PNG or an SVG"),
        (b"\x89PNG\r\n\x1a\n and then nothing", "damaged or not whole"),
        (png(40, 40)[:60], "damaged or not whole"),
        (png(4000, 10), "4,000 by 10 pixels"),
        (_vast_png(), "far too many pixels"),
        (png(900, 90), "8 times as long"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * LARGEST, "250 KB is the most"),
    ],
)
def test_what_cannot_be_shown_whole_is_refused_in_plain_words(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read_logo(content)
