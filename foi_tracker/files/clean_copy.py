"""A PDF for release, written anew: what is in the copy is what its pages need, and nothing beside.

The bytes of a PDF hold more than it shows: what was there before it was last saved, and whatever somebody put
between or behind its objects. No such bytes reach the copy, as it is made from the objects alone.
"""

from __future__ import annotations

import io

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, PdfError, Stream, String
from pikepdf.sanitize import Sanitizer
from pikepdf.settings import set_qpdf_limits

from foi_tracker.files.contents import DAMAGED, Unreadable, open_pdf
from foi_tracker.files.jpeg import NotJpeg, without_notes
from foi_tracker.files.unseen import parts_of

END = b"%%EOF"
FOR_NEW_READERS = [b"xref", b"0", b"0", b"trailer"]  # begins the second ending of a PDF from Word: no object

SIGNED = (
    "The PDF is signed electronically. What it may hold unseen cannot be taken out without breaking the "
    "signature: print it to a new PDF first."
)
LARGEST_PART = 200_000_000  # bytes of one part, unpacked: a page scanned in colour at 600 dpi has half
set_qpdf_limits(flate_max_memory=LARGEST_PART, run_length_max_memory=LARGEST_PART)

LOCKED = "The PDF is locked with a password against changes. Save a copy without one."

# What a reader needs of the whole and of a page (ISO 32000-2, tables 29 and 31). All else may hold anything:
# thumbnails, a program's own data (PieceInfo), the web pages that it was made from, a name somebody made up.
_OF_THE_WHOLE = """
    /Type /Version /Extensions /Pages /PageLabels /Names /Dests /ViewerPreferences /PageLayout /PageMode
    /Outlines /OpenAction /AcroForm /StructTreeRoot /MarkInfo /Lang /OutputIntents /OCProperties /AF
"""
_OF_A_PAGE = """
    /Type /Parent /Resources /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Contents /Rotate /Group
    /Annots /StructParents /Tabs /UserUnit /AF
"""
_OF_THE_NAMES = "/Dests /EmbeddedFiles"
_OF_NO_PICTURE = ("/PieceInfo", "/Metadata", "/Alternates", "/OPI", "/LastModified")

# What its XMP may still say, beside its title: that it is archival or accessible, by a number or a letter.
_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfaid:rev", "pdfuaid:part", "pdfuaid:rev")
_OF_A_CLAIM = 4  # characters, for a year


def clean_copy(content: bytes) -> bytes:
    """The PDF without earlier versions, stray bytes, objects that no page needs, and notes of programs.

    The same bytes always give the same copy. Files carried inside, comments and layers stay: see `read_pdf`.

    Raises:
        Unreadable: it is no PDF, is damaged, locked or signed.
    """
    with open_pdf(content) as pdf:
        if pdf.is_encrypted:
            raise Unreadable(LOCKED)
        if any(Name.ByteRange in each for each in parts_of(pdf)):
            raise Unreadable(SIGNED)
        try:
            return _written(pdf)
        except NotJpeg:
            raise Unreadable("A picture in the PDF is damaged. Print it to a new PDF first.") from None
        except (TypeError, ValueError, AttributeError, RuntimeError, PdfError):
            raise Unreadable(DAMAGED) from None  # something in it is not what the format says it is


def held_more(content: bytes) -> bool:
    """Whether the PDF shows something else as it was saved before, or has bytes behind its end.

    Programs save again and change nothing, so that it is the copies of both that are compared.

    Raises:
        Unreadable: see `clean_copy`.
    """
    whole, _, behind = content.rpartition(END)
    if behind.strip(b"\0\t\n\f\r "):
        return True
    before, _, last = whole.rpartition(END)
    first_page = b"/Linearized" in content[:1024]  # of which the first end is its first page's, and no save
    if not before or (first_page and END not in before) or last.split(None, 4)[:4] == FOR_NEW_READERS:
        return False
    try:
        return clean_copy(before + END) != clean_copy(content)
    except Unreadable:
        return False


def _written(pdf: Pdf) -> bytes:
    Sanitizer().remove_javascript().remove_multimedia().apply(pdf)
    _keep(pdf.Root.get(Name.Names), _OF_THE_NAMES)
    for page in pdf.pages:
        _keep(page.obj, _OF_A_PAGE)
    _empty_what_no_page_shows(pdf)
    _take_notes_off_pictures(pdf)
    _say_little(pdf)
    pdf.remove_unreferenced_resources()
    copy = io.BytesIO()
    pdf.save(copy, deterministic_id=True, recompress_flate=True, object_stream_mode=ObjectStreamMode.generate)
    return copy.getvalue()


def _keep(holder: Object | None, keys: str) -> None:
    if isinstance(holder, Dictionary):
        for key in set(holder.keys()) - set(keys.split()):
            del holder[key]


def _empty_what_no_page_shows(pdf: Pdf) -> None:
    """Empty the pages that were taken out and that something still points to, such as a bookmark."""
    shown = {page.obj.objgen for page in pdf.pages}
    parts = list(parts_of(pdf))
    gone = [each for each in parts if _is_page(each) and each.objgen not in shown]
    at = {each.objgen for each in gone if each.is_indirect}
    gone += [each for each in parts if any(_points_to(each.get(key), at) for key in (Name.Pg, Name.P))]
    for each in gone:
        _keep(each, "")
    form = pdf.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and Name.XFA in form:
        del form[Name.XFA]  # the same form once more, with data that the pages need not show


def _take_notes_off_pictures(pdf: Pdf) -> None:
    for each in [each for each in pdf.objects if isinstance(each, Stream)]:
        for key in _OF_NO_PICTURE:
            if key in each:
                del each[key]
        filters, parms = (_listed(each.get(key)) for key in (Name.Filter, Name.DecodeParms))
        if filters[-1:] == [Name.DCTDecode]:
            # A photo carries where it was taken, and when; it may be packed once more.
            packed = pdf.make_stream(each.read_raw_bytes(), Filter=Array(filters[:-1]))
            packed.DecodeParms = Array(parms[: len(filters) - 1])
            own = parms[-1] if len(parms) == len(filters) and isinstance(parms[-1], Dictionary) else None
            each.write(without_notes(packed.read_bytes()), filter=Name.DCTDecode, decode_parms=own)


def _listed(value: Object | None) -> list[Object]:
    return list(value) if isinstance(value, Array) else [value] if value is not None else []


def _is_page(each: Object) -> bool:
    return isinstance(each, Dictionary) and (
        each.get(Name.Type) in (Name.Page, Name.Template) or (Name.MediaBox in each and Name.Kids not in each)
    )


def _points_to(value: object, pages: set[tuple[int, int]]) -> bool:
    return isinstance(value, Object) and value.is_indirect and value.objgen in pages


def _say_little(pdf: Pdf) -> None:
    """Leave of what it says of itself the title and its claims: no author, program, history or picture."""
    before, info = pdf.open_metadata(), pdf.trailer.get(Name.Info)
    said = {key: str(before[key]) for key in _CLAIMS if key in before}
    said = {key: claim for key, claim in said.items() if len(claim) <= _OF_A_CLAIM}
    named = info.get(Name.Title) if isinstance(info, Dictionary) else None
    title = str(named) if isinstance(named, String) else before.get("dc:title")
    _keep(pdf.Root, _OF_THE_WHOLE)
    _keep(pdf.trailer, "/Root /Size")
    if title:
        pdf.docinfo[Name.Title] = said["dc:title"] = str(title)
    if said:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as after:
            for key, value in said.items():
                after[key] = value
