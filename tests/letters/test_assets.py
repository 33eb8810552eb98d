"""A letter is drawn with bundled files alone, in colours that can be read and letters that can be drawn."""

from __future__ import annotations

import pytest

from foi_tracker.letters import assets


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/x.ttf",
        "https://example.org/x.css",
        "file:///etc/passwd",
        "data:text/css,p{}",
        "bundled:../pdf.py",
        "bundled:fonts/../../pdf.py",
        "bundled:/etc/passwd",
        "bundled:fonts/nothing.ttf",
        "bundled:",
        "letter.css",
        "",
    ],
)
def test_anything_but_our_own_files_is_refused(address: str) -> None:
    with pytest.raises(assets.NotBundled):
        assets.read(address)


def test_a_mark_takes_the_authoritys_colour() -> None:
    data, media_type = assets.read("bundled:marks/shield.svg?23365e")
    assert media_type == "image/svg+xml"
    assert b"#23365e" in data
    plain, _media_type = assets.read('bundled:marks/shield.svg?"/><script>')
    assert b"script" not in plain


@pytest.mark.parametrize(("colour", "contrast"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)])
def test_contrast_is_that_of_wcag(colour: str, contrast: float) -> None:
    assert round(assets.contrast_with_white(colour), 2) == contrast


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#1234567", "#17495a;}"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError):
        assets.contrast_with_white(colour)
    assert assets.legible(colour) == assets.INK


def test_a_pale_accent_gives_way_to_ink() -> None:
    assert assets.legible("#23365E") == "#23365e"
    assert assets.legible("#00a0ff") == assets.INK


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, £5, “quotes”, 20–25 °C and ½",
        "Cymraeg: Llŷn, ŵ, ŷ, â; Gàidhlig: Àrd; Polski: Łódź",
        "Ελληνικά, Українська, Tiếng Việt, Türkçe",
        "שלום עולם",
        "حرية المعلومات",
        "a tab\tand\u00a0spaces\u2009and\u200bnothing\r\n",
        "cafe\u0301",
    ],
)
def test_the_bundled_fonts_draw_the_languages_people_write_in(text: str) -> None:
    assert assets.missing_glyphs(text) == []


def test_what_no_bundled_font_draws_is_named_once_in_order() -> None:
    assert assets.missing_glyphs("漢字 and 漢 and 🎉") == ["漢", "字", "🎉"]


def test_the_preview_takes_its_fonts_from_where_they_are_served() -> None:
    css = assets.preview_css("/letters/fonts/")
    assert 'url("/letters/fonts/SourceSans3-Regular.ttf")' in css
    assert "bundled:" not in css
    assert "@font-face" not in assets.preview_css()


def test_every_font_comes_with_its_licence() -> None:
    fonts = assets.BUNDLED / "fonts"
    families = {file.stem.split("-")[0] for file in fonts.glob("*.ttf")}
    assert families == {"SourceSans3", "Arimo", "NotoSansArabic"}
    for family in families:
        assert "SIL Open Font License" in (fonts / f"{family}-OFL.txt").read_text()


def test_there_are_marks_to_choose_from() -> None:
    assert set(assets.marks()) >= {"hills", "shield", "tower"}
    assert "marks/hills.svg" in assets.head_css("#17495a", "hills")
    assert "url(" not in assets.head_css("#17495a", "x);background:url(http://e.org")
