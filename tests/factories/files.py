"""Bytes of files as officers choose them, good and bad."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from pikepdf import Array, AttachedFileSpec, Dictionary, Encryption, Name, Pdf
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

CSV = b"Area,Complaints\r\nNorth,1200\r\nSouth,4100\r\n"


def pdf(pages: int = 1, *, carries: str = "", comments: int = 0, password: str = "") -> bytes:
    """A PDF of empty pages."""
    made = Pdf.new()
    for _ in range(pages):
        made.add_blank_page()
    if carries:
        made.attachments[carries] = AttachedFileSpec(made, b"PK", filename=carries)
    if comments:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9])
        made.pages[0].obj.Annots = made.make_indirect([made.make_indirect(note) for _ in range(comments)])
    content = io.BytesIO()
    made.save(content, encryption=Encryption(owner="owner", user=password) if password else False)
    return content.getvalue()


def pdf_hiding(filename: str, where: str) -> bytes:
    """A PDF that carries a file where no list of its attachments names it."""
    made = Pdf.new()
    page = made.add_blank_page().obj
    carried = AttachedFileSpec(made, workbook(), filename=filename).obj
    if where == "behind a paperclip":
        page.Annots = Array([Dictionary(Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=carried)])
    elif where == "with the page":
        page.AF = Array([carried])
    elif where == "with the whole":
        made.Root.AF = Array([carried])
    else:
        made.Root.PieceInfo = Dictionary(Program=Dictionary(Private=Array([Dictionary(File=carried)])))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def pdf_with_odd_marks() -> bytes:
    """A PDF whose page has a number where a comment should be."""
    made = Pdf.new()
    made.add_blank_page().obj.Annots = Array([3])
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def workbook() -> bytes:
    """What every .xlsx begins with: a ZIP with its list of parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet2.xml", '<sheet state="hidden"/>')
    return content.getvalue()


def png(width: int = 400, height: int = 100, *, notes: PngInfo | None = None) -> bytes:
    """A disc on a background that can be seen through."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((width * 0.1, height * 0.1, width * 0.9, height * 0.9), fill="#7a1f3d")
    return saved(picture, pnginfo=notes)


def saved(picture: Image.Image, **options: Any) -> bytes:
    """A picture as a PNG."""
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True, **options)
    return content.getvalue()


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" onload="alert(1)">'
    b'<script>alert(1)</script><rect width="60" height="60" fill="#7a1f3d"/></svg>'
)
"""A square logo as a drawing program might write it, and somebody else after it."""
