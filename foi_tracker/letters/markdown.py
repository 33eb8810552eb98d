"""What officers type, as HTML: a small Markdown, by an allow-list, twice kept.

Paragraphs, tight lists, tables, links and emphasis; a table pasted from a
spreadsheet becomes a real one. Everything else stays the text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from foi_tracker.intake import tables as pasted
from foi_tracker.letters.plain import to_text
from foi_tracker.letters.tables import TableCells, TableNumbers, table_html

_TAGS = {"p", "br", "ul", "ol", "li", "a", "em", "strong"}
_TAGS |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "ol": {"start"}}
_CLASSES = {
    "ul": {"two"},
    "p": {"note"},
    "table": {"wide"},
    "tr": {"total"},
    "th": {"figure"},
    "td": {"figure"},
}
_SCHEMES = {"http", "https", "mailto"}
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_BARE_LINK = re.compile(
    r"https?://[^\s<>\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.IGNORECASE
)
_TRAILING = ".,;:!?)]'’”"
_BULLET = re.compile(r"^([ \t]*)(?:[•·●▪◦–*+-]|(\d{1,3}[.)]))[ \t]+(?=\S)")
_BOLD_LINE = re.compile(r"\*\*(.+)\*\*|__(.+)__")
_NOTE = re.compile(r"(?:Sources?|Notes?):", re.IGNORECASE)
_SHORT_ITEM = 30
_A_PARAGRAPH = 80  # characters


class _SmallMarkdown(MarkdownIt):
    """The parts of Markdown that a letter has, and no others."""

    def __init__(self) -> None:
        super().__init__("zero", {"html": False, "breaks": True, "typographer": True})
        self.enable(["list", "table", "heading", "link", "emphasis", "newline", "escape", "smartquotes"])

    def validateLink(self, url: str) -> bool:
        """Web and email addresses alone; anything else stays the text that was typed."""
        return _SAFE_LINK.match(url) is not None


_MARKDOWN = _SmallMarkdown()
_HTML = RendererHTML()


def to_html(text: str, tables: TableNumbers | None = None, about: str = "") -> Markup:
    """The blocks of a typed text. `about` captions a table that has no caption of its own."""
    numbers = tables or TableNumbers()
    parts: list[str] = []
    for chunk in _chunks(text):
        if isinstance(chunk, TableCells):
            parts.append(table_html(_captioned(chunk, about), numbers.next()))
        else:
            parts.extend(_Blocks(_MARKDOWN.parse(chunk), numbers, about).html())
    return _clean("".join(_with_notes(parts)))


def inline(text: str) -> Markup:
    """One line of typed text: links and emphasis, no blocks."""
    (token,) = _MARKDOWN.parseInline(text.strip())
    return _clean(_inline(token))


def _clean(html: str) -> Markup:
    return Markup(
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes=_CLASSES,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
    )


def _captioned(cells: TableCells, about: str) -> TableCells:
    if cells.caption or not about:
        return cells
    return TableCells(about, cells.headings, cells.rows, cells.total, cells.figures)


def _with_notes(parts: list[str]) -> Iterator[str]:
    """A paragraph that gives a table's source, straight after it, is its note."""
    after_table = False
    for part in parts:
        is_note = after_table and part.startswith("<p>") and _NOTE.match(part, 3)
        yield f'<p class="note">{part[3:]}' if is_note else part
        after_table = part.startswith("<table")


# Pasted cells, told apart from the rest


def _chunks(text: str) -> Iterator[str | TableCells]:
    """The text in order, each run of pasted cells as a table."""
    lines = [_BULLET.sub(_plain_bullet, line) for line in _with_paragraphs(text)]
    words: list[str] = []
    place = 0
    while place < len(lines):
        end = _end_of_cells(lines, place)
        table = pasted.parse("\n".join(lines[place:end])) if end else None
        if table is None:
            words.append(lines[place])
            place += 1
            continue
        caption = table.caption or _take_caption(words)
        yield "\n".join(words)
        words = []
        yield TableCells(caption, table.headings, table.rows, table.total_row, table.figures)
        place = end
    yield "\n".join(words)


def _with_paragraphs(text: str) -> Iterator[str]:
    """The lines of a text. One that fills a line of print and ends as a sentence ends its paragraph.

    Many people press Enter once between paragraphs; lines wrapped by an email program are shorter than that.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield line
        is_whole = len(line) >= _A_PARAGRAPH and line.rstrip().endswith((".", "?", "!"))
        is_cells = "\t" in line or "|" in line
        if is_whole and not is_cells and following.strip() and not _BULLET.match(following):
            yield ""


def _plain_bullet(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2] or '-'} "


def _is_cells(line: str) -> bool:
    return "\t" in line.strip(" ") and bool(line.strip())


def _end_of_cells(lines: Sequence[str], start: int) -> int:
    """Where a run of at least two lines of cells ends, or 0 where none starts."""
    if not _is_cells(lines[start]):
        return 0
    count, end = 0, start
    for place in range(start, len(lines)):
        if _is_cells(lines[place]):
            count, end = count + 1, place + 1
        elif lines[place].strip():
            break
    return end if count > 1 else 0


def _take_caption(words: list[str]) -> str:
    """The caption above pasted cells: a line in bold, or one that stands directly over them."""
    at = next((place for place in range(len(words) - 1, -1, -1) if words[place].strip()), None)
    if at is None:
        return ""
    line = words[at].strip()
    bold = _BOLD_LINE.fullmatch(line)
    stands_alone = at == 0 or not words[at - 1].strip()
    directly_over = at == len(words) - 1 and stands_alone and not _BULLET.match(line)
    if not (bold or directly_over):
        return ""
    del words[at:]
    return (bold[1] or bold[2] if bold else line).strip().rstrip(":")


# Markdown's tokens to HTML


class _Blocks:
    """Writes the block tokens of one text, keeping every list item free of blocks."""

    def __init__(self, tokens: Sequence[Token], numbers: TableNumbers, about: str) -> None:
        self.tokens, self.numbers, self.about = tokens, numbers, about
        self.parts: list[str] = []
        self.place = 0

    def html(self) -> list[str]:
        """One string for each block at the top."""
        while self.place < len(self.tokens):
            self.parts.append(self._block())
        return self.parts

    def _block(self) -> str:
        token = self.tokens[self.place]
        if token.type.endswith("_list_open"):
            return self._list()
        if token.type == "table_open":
            return self._table()
        words = _inline(self.tokens[self.place + 1])
        self.place += 3  # open, inline, close
        return f"<p><strong>{words}</strong></p>" if token.type == "heading_open" else f"<p>{words}</p>"

    def _list(self) -> str:
        opening = self.tokens[self.place]
        tag, start = opening.tag, opening.attrGet("start")
        items: list[str] = []
        contents: list[str] = []
        self.place += 1
        while self.tokens[self.place].type != opening.type.replace("_open", "_close"):
            items.append(f"<li>{self._item(contents)}</li>")
        self.place += 1
        attribute = f' start="{start}"' if start is not None else ""
        if tag == "ul" and _in_two_columns(contents, len(items)):
            attribute = ' class="two"'
        return f"<{tag}{attribute}>{''.join(items)}</{tag}>"

    def _item(self, contents: list[str]) -> str:
        """The words of an item, its paragraphs on lines of their own, then the lists within it."""
        self.place += 1  # list_item_open
        lines: list[str] = []
        inner: list[str] = []
        while self.tokens[self.place].type != "list_item_close":
            token = self.tokens[self.place]
            if token.type.endswith("_list_open"):
                inner.append(self._list())
                contents.append("\n")
            elif token.type == "table_open":
                lines.extend(" ".join(row) for row in self._cells())
                contents.append("\n")
            else:
                lines.append(_inline(self.tokens[self.place + 1]))
                contents.append(self.tokens[self.place + 1].content)
                self.place += 3
        self.place += 1
        return "<br>".join(lines) + "".join(inner)

    def _cells(self) -> list[list[Markup]]:
        rows: list[list[Markup]] = []
        while self.tokens[self.place].type != "table_close":
            token = self.tokens[self.place]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_clean(_inline(token)))
            self.place += 1
        self.place += 1
        return rows

    def _table(self) -> str:
        headings, *rows = self._cells()
        texts = [[cell.striptags() for cell in row] for row in rows]
        figures = [
            bool(column) and all(pasted.is_figure(text) or text in ("", "–", "-") for text in column)
            for column in (list(column) for column in zip(*texts, strict=True))
        ] or [False] * len(headings)
        total = rows.pop() if len(rows) > 1 and _is_total(texts[-1][0]) else None
        cells = TableCells(self._caption(), headings, rows, total, figures)
        return table_html(_captioned(cells, self.about), self.numbers.next())

    def _caption(self) -> str:
        """A paragraph in bold straight above a table is its caption."""
        above = self.parts[-1] if self.parts else ""
        if not (above.startswith("<p><strong>") and above.endswith("</strong></p>")):
            return ""
        if above.count("<strong>") != 1:
            return ""
        self.parts.pop()
        return to_text(above).strip().rstrip(":")


def _is_total(first_cell: str) -> bool:
    return re.match(r"(?:grand |overall )?totals?\b", first_cell, re.IGNORECASE) is not None


def _in_two_columns(contents: Sequence[str], items: int) -> bool:
    return items > 1 and all(len(text) < _SHORT_ITEM and "\n" not in text for text in contents)


def _inline(token: Token) -> str:
    """The words of an inline token; an address typed bare becomes a link."""
    parts: list[str] = []
    in_link = False
    for child in token.children or ():
        in_link = child.type == "link_open" or (in_link and child.type != "link_close")
        if child.type == "text" and not in_link:
            parts.append(_linked(child.content))
        else:
            parts.append(_HTML.renderInline([child], _MARKDOWN.options, {}))
    return "".join(parts).strip()


def _linked(text: str) -> str:
    parts: list[str] = []
    done = 0
    for match in _BARE_LINK.finditer(text):
        address = match.group().rstrip(_TRAILING)
        href = address if _SAFE_LINK.match(address) else f"mailto:{address}"
        shown = re.sub(r"^https?://", "", address, flags=re.IGNORECASE)
        parts.append(f'{escape(text[done : match.start()])}<a href="{escape(href)}">{escape(shown)}</a>')
        done = match.start() + len(address)
    parts.append(str(escape(text[done:])))
    return "".join(parts)
