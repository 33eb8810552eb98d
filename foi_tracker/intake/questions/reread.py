"""A second reading of a request, by its words, weighed against what the layout's rules make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest

from foi_tracker.intake.learned import reading
from foi_tracker.intake.questions import asks, leadins
from foi_tracker.intake.questions.assemble import Claim, Found
from foi_tracker.intake.questions.outline import Marked
from foi_tracker.intake.questions.parts import Span
from foi_tracker.intake.questions.trailing import heading_shaped
from foi_tracker.intake.questions.tree import number_of, scales

_OURS = 0.8
"""What each word of a question that the rules found counts for: it gives way where the words are surer than
e^0.8 to 1 of something else. Chosen on requests that nothing was learned from (`docs/benchmarks.md`).
"""
_REST = 0.5
"""What each word outside their questions counts for."""
_MARK_AT_END = re.compile(r"\s{1,9}[(\[]?(?P<number>\d{1,2}|[a-z]|[ivx]{1,5})(?P<stop>[.)])?$")
_REMARK = re.compile(r"[.?!]?\s{0,9}\([^()]{1,400}+\)[.?!]?")
_WANTS = re.compile(r"(?:i|we) (?:need|want)\b", re.IGNORECASE)
"""What is wanted and is no information: "I need a new chair"."""
_STOPS = ".?!:;"
_GOES_ON = tuple(",-–—%")
"""What stands within a sentence."""
_STOP = re.compile(r"[.?!:;]\s")
_WORD = re.compile(r"\w++")
_PHRASE = 3
"""Words before a dash or a comma that are more than a mark."""
_CLOSES = {"”": "“", '"': '"'}
"""What closes a quotation, and what opens it."""
_FEWEST = 2
"""Words of a question that only the second reading finds: one word is an answer option or a slip."""
_SLACK = 6
"""Signs, of quotation marks, dots or dashes, by which two readings of one question may differ."""
_BOTH_LAYOUTS = 0.7
_WORDS_ALONE = 0.65
_NUMBER_ALONE = 0.6
_NEITHER = 0.55
"""How sure a question is that only one of the two readings finds (its words do not ask, but its sender
numbered it), or that neither finds as it stands.
"""


def reread(
    text: str, found: Sequence[Found], claims: Sequence[Claim], marked: Iterable[Marked]
) -> tuple[list[Found], list[Claim]]:
    """The questions and claims as both readings make them; a request never loses its last question."""
    ruled = sorted((each for each in found if not each.maybe), key=lambda each: each.span)
    second = reading.read(text, [each.span for each in ruled])
    if second is None:
        return list(found), list(claims)
    alone = second.spans()
    weighed = [(each.span, _OURS) for each in ruled]
    spans = _as_one_reads(second.spans(weighed, _REST), alone, ruled)
    spans = _to_the_end(text, _up_to_the_next(_uncut(text, spans, ruled), ruled), alone)
    spans = _from_the_beginning(text, spans)
    marked = list(marked)
    spans = _with_its_fields(text, _all_of_a_list(text, spans, ruled, marked))
    numbers = _numbers(marked)
    read: list[Found] = []
    for whole, below in zip_longest(spans, spans[1:]):
        span = _with_its_title(text, _trimmed(text, whole, below, found), ruled)
        own = next((each for each in ruled if _alike(text, each.span, span)), None)
        if own is not None:
            agreed = any(_alike(text, own.span, each) for each in alone)
            read.append(own if agreed else replace(own, sure=min(own.sure, _BOTH_LAYOUTS)))
        elif _may_ask(text[span[0] : span[1]]) and not _left_over(span, spans, ruled, alone):
            sure = _WORDS_ALONE if any(_alike(text, span, each) for each in alone) else _NEITHER
            read.append(_new(span, ruled, read, numbers, sure))
    # What its sender numbered is never dropped unseen: an officer looks at it.
    numbered = [each for each in ruled if each.number and not _met(each.span, read)]
    read += [replace(each, sure=min(each.sure, _NUMBER_ALONE)) for each in numbered]
    return _settled(read, found, claims) if read else (list(found), list(claims))


def _as_one_reads(spans: Sequence[Span], alone: Sequence[Span], ruled: Iterable[Found]) -> list[Span]:
    """The spans, each that is of neither reading taken as the second by itself has it, where it is the only
    one on both sides.
    """
    theirs = {*alone, *(each.span for each in ruled)}
    found: list[Span] = []
    for span in spans:
        meant = [each for each in alone if each[0] < span[1] and span[0] < each[1]]
        own = [each for each in spans if meant and each[0] < meant[0][1] and meant[0][0] < each[1]]
        found.append(meant[0] if span not in theirs and len(meant) == len(own) == 1 else span)
    return found


def _uncut(text: str, spans: Sequence[Span], ruled: Iterable[Found]) -> list[Span]:
    """The spans, those that cut one of the rules' questions within a sentence put back together as it was."""
    found = list(spans)
    for whole in (each.span for each in ruled):
        inner = [each for each in found if whole[0] <= each[0] and each[1] <= whole[1]]
        asking = [each for each in inner if len(text[slice(*each)].split()) >= _FEWEST]
        gaps = pairwise([whole[0], *(place for each in asking for place in each), whole[1]])
        if any(_within_a_sentence(text, gap, whole) for gap in [*gaps][::2]):
            found = sorted([whole, *(each for each in found if each not in inner)])
    return found


def _up_to_the_next(spans: Sequence[Span], ruled: Sequence[Found]) -> list[Span]:
    """The spans, those that leave out the end of a numbered item taken on to the next number: what stands
    between two numbers is of the first.
    """
    numbered = [each.span for each, below in pairwise(ruled) if each.number and below.number]
    ends = dict(numbered)
    found: list[Span] = []
    for (start, end), below in zip_longest(spans, spans[1:]):
        whole = ends.get(start, end)
        found.append((start, whole if end < whole and (below is None or whole <= below[0]) else end))
    return found


def _within_a_sentence(text: str, gap: Span, whole: Span) -> bool:
    """Whether words of a question are left out where no sentence, line or list ends, or none begins."""
    lines = text[gap[0] : gap[1]].split("\n")
    if len(_WORD.findall(text, *gap)) <= 1:
        return False
    ended = gap[0] > whole[0] and text[gap[0] - 1].isalnum() and lines[0].strip()
    begun = gap[1] < whole[1] and lines[-1].rstrip().endswith(_GOES_ON)
    return bool(ended or begun)


def _from_the_beginning(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, each that begins within a sentence, in a small letter, taken back to where that begins."""
    found: list[Span] = []
    for start, end in spans:
        floor = max(found[-1][1] if found else 0, text.rfind("\n", 0, start) + 1)
        begins = max((stop.end() for stop in _STOP.finditer(text, floor, start)), default=floor)
        before = text[begins:start]
        if text[start].islower() and before.rstrip().endswith(_GOES_ON) and len(before.split()) > _PHRASE:
            start = start - len(before.lstrip())
        found.append((start, end))
    return found


def _to_the_end(text: str, spans: Sequence[Span], alone: Iterable[Span]) -> list[Span]:
    """The spans, those that end within a sentence taken on to where the second reading by itself ends them,
    and each taken on to the quotation mark that closes what is quoted in it.
    """
    further = dict(alone)
    found: list[Span] = []
    for (start, end), below in zip_longest(spans, spans[1:]):
        longest = below[0] if below is not None else len(text)
        whole = further.get(start, end)
        if end < whole <= longest and text[end:whole].lstrip()[:1].islower() and text[end - 1] not in _STOPS:
            end = whole
        if _CLOSES.get(text[end : end + 1]) and _unclosed(text[start:end], text[end]):
            end += 1
        found.append((start, end))
    return found


def _unclosed(words: str, close: str) -> bool:
    """Whether the words open a quotation that `close` closes, and do not close it."""
    opens = _CLOSES[close]
    return words.count(opens) > words.count(close) if opens != close else words.count(close) % 2 == 1


def _may_ask(words: str) -> bool:
    """Whether what only the second reading finds can be a question: no breakdown, no want of a thing."""
    if len(words.split()) < _FEWEST or asks.shape(words) >= asks.Ask.DIRECTIVE:
        return len(words.split()) >= _FEWEST
    wants = asks.shape(words) is asks.Ask.NO and _WANTS.match(words) is not None
    return not (wants or leadins.is_breakdown(words) or words.lower().startswith("for each "))


def _with_its_title(text: str, span: Span, ruled: Iterable[Found]) -> Span:
    """The span, from the title on that stands on a line of its own between it and its number."""
    for each in ruled:
        title = text[each.span[0] : span[0]]
        alone = title.rstrip(" \t").endswith("\n") and title.count("\n") == 1 and heading_shaped(title)
        if each.number and alone and each.span[1] == span[1] and each.span[0] < span[0]:
            return each.span
    return span


def _left_over(span: Span, spans: Sequence[Span], ruled: Iterable[Found], alone: Sequence[Span]) -> bool:
    """Whether it is what another question leaves of one of the rules', and asks nothing by its words."""
    whole = next((each.span for each in ruled if each.span[0] <= span[0] and span[1] <= each.span[1]), None)
    if whole is None or any(span[0] < end and start < span[1] for start, end in alone):
        return False
    return any(each != span and whole[0] <= each[0] < whole[1] for each in spans)


def _all_of_a_list(
    text: str, spans: Sequence[Span], ruled: Sequence[Found], marked: Iterable[Marked]
) -> list[Span]:
    """The spans without the bullets of a list that only the second reading finds, where it does not find them
    all, or where the sender numbered what is asked: what stands in line with what asks nothing asks nothing
    either, unless its own words and most of the others' do.
    """
    left_out: set[Span] = set()
    by_number = sum(bool(each.number) for each in ruled) > 1
    for style, group in groupby(marked, _bullet):
        starts = [line.piece(marks[0].end, len(line.text)).start for line, marks in group if style]
        found = [each for each in spans if each[0] in starts]
        theirs = any(each.span[0] <= start < each.span[1] for each in ruled for start in starts)
        if not theirs and (by_number or len(found) < len(starts)):
            asking = [each for each in found if asks.shape(text[slice(*each)]) >= asks.Ask.DIRECTIVE]
            left_out.update(each for each in found if each not in asking or 2 * len(asking) < len(starts))
    return [each for each in spans if each not in left_out]


def _with_its_fields(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, each that asks up to a colon together with the lines below it that only name things: what
    is wanted of the one thing that is asked for.
    """
    found: list[Span] = []
    leads = False
    for start, end in spans:
        close = bool(found) and not _WORD.search(text, found[-1][1], start)
        if leads and close and asks.shape(text[start:end]) < asks.Ask.DIRECTIVE:
            found[-1] = (found[-1][0], end)
            continue
        leads = text[start:end].rstrip(" -").endswith(":")
        found.append((start, end))
    return found


def _bullet(marked: Marked) -> str:
    """How the bullet of a line is written, or ""."""
    _line, marks = marked
    return marks[0].style if marks and marks[0].bullet else ""


def _trimmed(text: str, span: Span, below: Span | None, found: Iterable[Found]) -> Span:
    """The span without the mark of the item below it, a remark in brackets that the rules leave out, or what
    the rules only offer.
    """
    joined = below is not None and not text[span[1] : below[0]].strip()
    mark = _MARK_AT_END.search(text, *span) if joined else None
    numbered = {each.span[0]: each.number for each in found}
    known = mark is not None and below is not None and numbered.get(below[0]) == mark["number"]
    end = mark.start() if mark and (mark["stop"] or known) else span[1]
    offered = [each.span[0] for each in found if each.maybe and span[0] < each.span[0] < end]
    end = span[0] + len(text[span[0] : min(offered, default=end)].rstrip())
    own = next((each.span for each in found if each.span[0] == span[0] and each.span[1] < end), None)
    if own is not None and _REMARK.fullmatch(text, own[1], end):
        end = own[1]
    return (span[0], end)


def _alike(text: str, one: Span, other: Span) -> bool:
    """Whether two spans hold the same question but for marks at its ends."""
    if abs(one[0] - other[0]) > _SLACK or abs(one[1] - other[1]) > _SLACK:
        return False
    before = text[min(one[0], other[0]) : max(one[0], other[0])]
    after = text[min(one[1], other[1]) : max(one[1], other[1])]
    return not any(sign.isalnum() for sign in before + after)


def _numbers(marked: Iterable[Marked]) -> dict[int, str]:
    """The sender's own number of what begins at each place."""
    numbers: dict[int, str] = {}
    for line, marks in marked:
        steps = marks[-1].steps if marks else ()
        if steps:
            start = line.piece(marks[-1].end, len(line.text)).start
            path = tuple(each.raw for each in steps)
            code = marks[-1].style == "code"
            numbers[start] = "".join(path) if code else number_of(path, scales(steps[-1])[0][0])
    return numbers


def _new(
    span: Span, ruled: Sequence[Found], read: Sequence[Found], numbers: dict[int, str], sure: float
) -> Found:
    """A question that the rules did not find so: its number and section are taken from what they know."""
    why = "its words ask, though its layout does not show it"
    own = next((each for each in ruled if abs(each.span[0] - span[0]) <= 1), None)
    if own is not None:
        why = "its words end elsewhere than its layout"
        return replace(own, span=span, sure=min(own.sure, sure), why=why)
    section = read[-1].section if read else ruled[0].section if ruled else ""
    return Found(span, numbers.get(span[0]), why, sure, section=section)


def _settled(
    read: Sequence[Found], found: Iterable[Found], claims: Iterable[Claim]
) -> tuple[list[Found], list[Claim]]:
    """No two questions overlap, and nothing else is claimed of their words."""
    apart: list[Found] = []
    for each in sorted(read, key=lambda each: each.span):
        if apart and apart[-1].span[1] > each.span[0]:
            apart[-1] = replace(apart[-1], span=(apart[-1].span[0], each.span[0]))
        apart.append(each)
    apart = [each for each in apart if each.span[1] > each.span[0]]
    offered = [each for each in found if each.maybe and not _met(each.span, apart)]
    return apart + offered, [each for each in claims if not _met(each.span, apart)]


def _met(span: Span, read: Iterable[Found]) -> bool:
    return any(span[0] < each.span[1] and each.span[0] < span[1] for each in read)
