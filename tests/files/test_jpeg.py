"""A photo keeps its picture and loses what stands beside it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from foi_tracker.files.jpeg import NotJpeg, without_notes

SECRET = b"Robin Ash, 12 Mill Lane"


def jpeg(mode: str = "RGB", **options: Any) -> bytes:
    """A picture of noise."""
    content = io.BytesIO()
    Image.effect_noise((90, 70), 80).convert(mode).save(content, "JPEG", **options)
    return content.getvalue()


def seen(content: bytes) -> bytes:
    """The picture, point by point."""
    return Image.open(io.BytesIO(content)).tobytes()


def noted() -> Image.Exif:
    """Notes such as a camera writes."""
    notes = Image.Exif()
    notes[0x010E] = SECRET.decode()  # what is in the picture
    return notes


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize(
    "options",
    [
        {"comment": SECRET},
        {"exif": noted()},
        {"icc_profile": SECRET * 5000, "progressive": True},
        {"comment": SECRET, "restart_marker_blocks": 2},
    ],
    ids=["comment", "camera", "colours", "restarts"],
)
def test_the_picture_is_the_same_and_its_notes_are_gone(mode: str, options: dict[str, Any]) -> None:
    content = jpeg(mode, **options)
    kept = without_notes(content + SECRET)
    assert SECRET in content
    assert SECRET not in kept
    assert seen(kept) == seen(content)
    assert without_notes(kept) == kept


def test_a_small_picture_at_its_beginning_is_gone() -> None:
    small = b"JFIF\0\1\2\0\0\1\0\1" + b"\5\1" + SECRET[:15]
    content = jpeg()
    with_it = b"\xff\xd8\xff\xe0" + (len(small) + 2).to_bytes(2) + small + content[20:]
    assert seen(with_it) == seen(content)
    assert SECRET[:15] not in without_notes(with_it)
    assert seen(without_notes(with_it)) == seen(content)


def test_a_picture_that_is_cut_short_stays_as_far_as_it_goes() -> None:
    content = jpeg(comment=SECRET)
    kept = without_notes(content[:-100])
    assert SECRET not in kept
    assert kept[-102:-2] == content[-200:-100]


@pytest.mark.parametrize("content", [b"", b"PK", b"\xff\xd8PK\3\4"])
def test_anything_else_is_no_picture(content: bytes) -> None:
    with pytest.raises(NotJpeg):
        without_notes(content)
