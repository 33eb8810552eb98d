"""PDFs whose bytes hold more than their pages show."""

from __future__ import annotations

import io
import zlib

from pikepdf import (
    Array,
    AttachedFileSpec,
    Dictionary,
    Name,
    ObjectStreamMode,
    OutlineItem,
    Pdf,
    Stream,
    String,
)
from PIL import Image

from tests.factories.files import workbook

SECRET = b"Robin Ash, 12 Mill Lane"


def plain() -> Pdf:
    """One page that says SECRET, and whose last object is its words."""
    made = Pdf.new()
    made.add_blank_page(page_size=(300, 100)).obj.Contents = made.make_stream(words(SECRET))
    return made


def words(said: bytes) -> bytes:
    """What draws the words on a page."""
    return b"BT /F1 12 Tf 10 50 Td (" + said + b") Tj ET"


def saved(made: Pdf) -> bytes:
    """Its bytes, with the table of objects that an update can follow."""
    content = io.BytesIO()
    made.save(content, object_stream_mode=ObjectStreamMode.disable, compress_streams=False)
    return content.getvalue()


def saved_again(content: bytes, changed: dict[int, bytes], freed: tuple[int, ...] = ()) -> bytes:
    """An incremental save (ISO 32000-2, 7.5.6): what was there stays, what changed comes behind it."""
    with Pdf.open(io.BytesIO(content)) as before:
        root, size = before.Root.objgen[0], max(len(before.objects), *changed) + 1
    end = content.rindex(b"startxref")
    former = int(content[end:].split()[1])
    out, table = content, b"".join(b"%d 1\n0000000000 00001 f \n" % number for number in freed)
    for number, written in changed.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    trailer = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (size, root, former)
    return out + b"xref\n" + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def workbook_taken_off() -> bytes:
    """A workbook was attached, then taken off by an incremental save."""
    made = plain()
    made.attachments["staff.xlsx"] = AttachedFileSpec(made, workbook(), filename="staff.xlsx")
    content = saved(made)
    with Pdf.open(io.BytesIO(content)) as before:
        carried = before.attachments["staff.xlsx"].obj
        gone = (carried.objgen[0], carried.EF.F.objgen[0])
        del before.Root.Names, before.Root.AF
        return saved_again(content, {before.Root.objgen[0]: before.Root.unparse(resolved=True)}, gone)


def redacted() -> bytes:
    """The words of the page were replaced by an incremental save."""
    content = saved(plain())
    with Pdf.open(io.BytesIO(content)) as before:
        number, shown = before.pages[0].obj.Contents.objgen[0], words(b"[redacted]")
    return saved_again(content, {number: b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown)})


def left_behind() -> bytes:
    """A page and a text that nothing refers to."""
    content = saved(blank())
    return saved_again(content, {90: b"<</Type/Page/Note(" + SECRET + b")>>", 91: b"(" + SECRET + b")"})


def between_the_saves() -> bytes:
    """A text between two saves, in no object."""
    content = saved(blank())
    with Pdf.open(io.BytesIO(content)) as before:
        root = before.Root
        return saved_again(content + SECRET + b"\n", {root.objgen[0]: root.unparse(resolved=True)})


def blank() -> Pdf:
    """One page with nothing on it."""
    made = Pdf.new()
    made.add_blank_page()
    return made


def page_taken_out() -> bytes:
    """The second page was taken out, and a bookmark, the tags and a form still point to it."""
    made = plain()
    second = made.pages[0]
    made.add_blank_page()
    with made.open_outline() as outline:
        outline.root.append(OutlineItem("Annex", 0))
    tag = Dictionary(Type=Name.StructElem, S=Name.P, Pg=second.obj, ActualText=String(SECRET.decode()))
    made.Root.StructTreeRoot = made.make_indirect(Dictionary(K=Array([made.make_indirect(tag)])))
    field = Dictionary(FT=Name.Tx, T=String("Name"), V=String(SECRET.decode()), P=second.obj)
    made.Root.AcroForm = Dictionary(Fields=Array([made.make_indirect(field)]))
    del made.pages[0]
    return saved(made)


def put_in(where: str) -> bytes:
    """A PDF with SECRET in a part that no reader shows."""
    made = blank()
    page = made.pages[0].obj
    hidden = made.make_stream(SECRET)
    own = Dictionary(Program=Dictionary(Private=hidden))
    picture = made.make_stream(b"\x55", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    page.Resources = Dictionary(XObject=Dictionary(Im=picture))
    page.Contents = made.make_stream(b"/Im Do")
    if where == "author":
        made.docinfo[Name.Author] = SECRET.decode()
    elif where == "properties":
        with made.open_metadata() as properties:
            properties["dc:creator"] = [SECRET.decode()]
    elif where == "unused picture":
        page.Resources.XObject.Other = hidden
    elif where == "trailer":
        made.trailer.Note = hidden
    elif where == "XFA":
        made.Root.AcroForm = Dictionary(Fields=Array(), XFA=hidden)
    elif where == "script":
        script = Dictionary(S=Name.JavaScript, JS=hidden)
        made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    elif where == "picture that is none":
        picture.Filter = Name.DCTDecode
    else:
        of, key = where.split()
        holder = {"page": page, "whole": made.Root, "picture": picture}[of]
        holder[Name("/" + key)] = own if key == "PieceInfo" else hidden
    return saved(made)


def signed() -> bytes:
    """A PDF with a signature in it, as far as its parts go."""
    made = blank()
    by = Dictionary(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 9, 19, 9]), Contents=b"\0"
    )
    field = Dictionary(FT=Name.Sig, T=String("Signature"), V=made.make_indirect(by))
    made.Root.AcroForm = Dictionary(SigFlags=3, Fields=Array([made.make_indirect(field)]))
    return saved(made)


def unpacked(stream: Stream) -> bytes:
    """What the stream holds; of a photo its file."""
    filters = stream.get(Name.Filter)
    if isinstance(filters, Array):
        return zlib.decompress(stream.read_raw_bytes())
    return stream.read_raw_bytes() if filters == Name.DCTDecode else stream.read_bytes()


def everything_in(content: bytes) -> bytes:
    """The bytes as they are, and all that their objects hold, the unused ones too."""
    found = [content]
    with Pdf.open(io.BytesIO(content)) as made:
        for each in [*made.objects, made.trailer]:
            found.append(each.unparse() if each is not None else b"")
            if isinstance(each, Stream):
                found.append(unpacked(each))
            if isinstance(each, Dictionary | Stream):
                found += [str(part).encode() for _, part in each.items() if isinstance(part, String)]
    return b"\n".join(found)


def with_a_layer(how: str) -> bytes:
    """A page whose words are on a layer, `how` it is shown or not."""
    made = plain()
    layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    at_first = Dictionary(ON=Array([layer]), OFF=Array())
    if how == "off":
        at_first = Dictionary(ON=Array(), OFF=Array([layer]))
    elif how == "all off at first":
        at_first = Dictionary(BaseState=Name.OFF)
    elif how == "off on the screen":
        layer.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
    elif how == "shown where another is off":
        rule = Dictionary(Type=Name.OCMD, OCGs=layer, P=Name.AllOff, Name=String("Notes"))
        made.pages[0].obj.Resources = Dictionary(Properties=Dictionary(MC0=made.make_indirect(rule)))
        made.pages[0].obj.Contents.write(b"/OC /MC0 BDC " + words(SECRET) + b" EMC")
    made.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=at_first)
    return saved(made)


def form(where: str, value: str = "Robin") -> bytes:
    """A form with the field Name, whose widget is `where`."""
    made = blank()
    field = made.make_indirect(Dictionary(FT=Name.Tx, T=String("Name"), V=String(value)))
    widget = made.make_indirect(Dictionary(Subtype=Name.Widget, Rect=[0, 0, 9, 9], Parent=field))
    field.Kids = Array([widget])
    if where != "on no page":
        made.pages[0].obj.Annots = Array([widget])
    if where == "hidden":
        widget.F = 2
    elif where == "not viewed":
        widget.F = 32
    made.Root.AcroForm = Dictionary(Fields=Array([field]))
    return saved(made)


def cropped(points: float) -> bytes:
    """Two pages, of which the second is cropped on its left."""
    made = blank()
    made.add_blank_page().cropbox = Array([points, 0, 612, 792])
    return saved(made)


def photo(*, packed: bool = False) -> bytes:
    """A page with a photo that says in its notes where it was taken, and has a text behind its end."""
    made = blank()
    picture, taken = Image.effect_noise((90, 70), 80).convert("RGB"), Image.Exif()
    taken[0x9286] = SECRET.decode()  # the comment of who took it
    content = io.BytesIO()
    picture.save(content, "JPEG", exif=taken, comment=SECRET)
    jpeg = content.getvalue() + SECRET
    shown = made.make_stream(zlib.compress(jpeg) if packed else jpeg)
    shown.Type, shown.Subtype, shown.Width, shown.Height = Name.XObject, Name.Image, 90, 70
    shown.ColorSpace, shown.BitsPerComponent = Name.DeviceRGB, 8
    shown.Filter = Array([Name.FlateDecode, Name.DCTDecode]) if packed else Name.DCTDecode
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=shown))
    made.pages[0].obj.Contents = made.make_stream(b"90 0 0 70 9 9 cm /Im Do")
    return saved(made)


def said_beside() -> bytes:
    """A page with nothing on it, and words that go with it: title, bookmark, what is read aloud."""
    made = blank()
    made.docinfo[Name.Title] = "Complaint of R Ash.docx"
    with made.open_outline() as outline:
        outline.root.append(OutlineItem("Annex: Mill Lane", 0))
    picture = Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String("A person at a gate"))
    sign = Dictionary(Type=Name.StructElem, S=Name.Span, ActualText=String("ffi"))
    field = Dictionary(FT=Name.Tx, T=String("a"), TU=String("Name of the\ncaller"))
    made.Root.StructTreeRoot = made.make_indirect(Dictionary(K=Array([picture, picture, sign])))
    made.Root.AcroForm = Dictionary(Fields=Array([made.make_indirect(field)]))
    return saved(made)
