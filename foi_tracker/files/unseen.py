"""What a PDF holds that its pages do not show: layers that are off, hidden fields, words beside the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

HIDDEN, NO_VIEW = 2, 32  # flags of a mark on a page (ISO 32000-2, table 167)
DEEPEST = 50  # fields within fields
BESIDE = (Name.Alt, Name.TU, Name.ActualText, Name.Title)  # bookmarks last: most only say a heading again
LIGATURE = 3  # letters: so long are the words that only say how a sign is read, such as "ffi"


def parts_of(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream of the PDF, also those that stand inside another."""
    for whole in pdf.objects:
        left = [whole]
        while left:
            each = left.pop()
            if not isinstance(each, Array | Dictionary | Stream):
                continue
            if not isinstance(each, Array):
                yield each
            parts = list(each) if isinstance(each, Array) else [part for _, part in each.items()]
            left += [part for part in parts if isinstance(part, Object) and not part.is_indirect]


def words_beside(pdf: Pdf, parts: Sequence[Object]) -> list[str]:
    """Words that go with it and stand on no page, each once: its title, bookmarks, what is read aloud.

    A program may make its title of a file's name, and describe a picture by where it lay.
    """
    found = [_words(_dictionary(pdf.trailer, Name.Info).get(Name.Title))]
    found += [_words(each.get(key)) for key in BESIDE for each in parts]
    return list(dict.fromkeys(" ".join(words.split()) for words in found if len(words) > LIGATURE))


def layers_off(pdf: Pdf, parts: Sequence[Object]) -> list[str]:
    """Names of the layers that are not shown at first, or by a rule (ISO 32000-2, 8.11). Never "".

    Each can be switched on, and what is on it is then there to be read.
    """
    layers = _dictionary(pdf.Root, Name.OCProperties)
    at_first = _dictionary(layers, Name.D)
    off = {each.objgen for each in _array(at_first, Name.OFF)}
    if at_first.get(Name.BaseState, Name.ON) != Name.ON:
        on = {each.objgen for each in _array(at_first, Name.ON)}
        off |= {each.objgen for each in _array(layers, Name.OCGs)} - on
    return [text_of(each, Name.Name) for each in parts if _is_off(each, off)]


def _is_off(each: Object, off: set[tuple[int, int]]) -> bool:
    kind = each.get(Name.Type)
    if kind == Name.OCMD:  # shown where another layer is off, or by a formula
        return Name.VE in each or each.get(Name.P) in (Name.AllOff, Name.AnyOff)
    if kind != Name.OCG:
        return False
    view = _dictionary(_dictionary(each, Name.Usage), Name.View)
    return each.objgen in off or view.get(Name.ViewState) == Name.OFF


def fields_unseen(pdf: Pdf, parts: Sequence[Object]) -> list[str]:
    """Names of the form fields that are filled in and that no page shows. Never ""."""
    marks = [mark for page in pdf.pages for mark in _array(page.obj, Name.Annots)]
    shown = {at for mark in marks if not _is_hidden(mark) for at in _with_those_above(mark)}
    fields = (each for each in parts if _is_filled_in(each))
    return [text_of(each, Name.T) for each in fields if each.objgen not in shown]


def _is_hidden(mark: Object) -> bool:
    flags = mark.get(Name.F, 0)
    return isinstance(flags, int) and bool(flags & (HIDDEN | NO_VIEW))


def _with_those_above(field: Object) -> Iterator[tuple[int, int]]:
    """The field and those it is part of, as their words are its own (ISO 32000-2, 12.7.4)."""
    for _ in range(DEEPEST):
        if field.is_indirect:
            yield field.objgen
        if Name.Parent not in field:
            return
        field = _dictionary(field, Name.Parent)


def _is_filled_in(field: Object) -> bool:
    value = field.get(Name.V)
    if not (Name.FT in field or Name.T in field or field.get(Name.Subtype) == Name.Widget):
        return False
    return len(value) > 0 if isinstance(value, Array) else isinstance(value, Stream) or bool(_words(value))


def text_of(holder: Object, *keys: Name) -> str:
    """The first of the texts under these keys that is not empty, else "without a name"."""
    return next((words for key in keys if (words := _words(holder.get(key)))), "without a name")


def _words(value: object) -> str:
    return str(value) if isinstance(value, String) else ""


def _dictionary(holder: Object, key: Name) -> Object:
    found = holder.get(key)
    return found if isinstance(found, Dictionary) else Dictionary()


def _array(holder: Object, key: Name) -> list[Object]:
    found = holder.get(key)
    return [each for each in found if isinstance(each, Dictionary)] if isinstance(found, Array) else []
