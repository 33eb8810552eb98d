"""From the tree of marked items to questions: stems and sections handed down, the rest read as prose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from heapq import nlargest

from foi_tracker.intake.questions import (
    asks,
    beside,
    boilerplate,
    handling,
    kinds,
    leadins,
    leaves,
    paragraphs,
    prose,
    roles,
)
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.assemble import Claim, Found
from foi_tracker.intake.questions.leaves import Verdict
from foi_tracker.intake.questions.lines import Line, sentences, wraps
from foi_tracker.intake.questions.parts import Span
from foi_tracker.intake.questions.trailing import emphasised, heading_shaped, is_joiner
from foi_tracker.intake.questions.tree import SECTIONS, Block, Group, Item

_ALL_TELL = "every item only says how to answer, and a request asks something"
_LONGEST_LEAD = 600
"""Characters of a lead-in that are looked at."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the tree a list stands: the stem and the heading over it, and the number of the item above."""

    stem: str = ""
    section: str = ""
    parent: str = ""


class Collector:
    """Walks a text's blocks once, gathering questions and claims."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = width
        self.found: list[Found] = []
        self.claims: list[Claim] = []
        self.loose: list[tuple[Line, bool]] = []
        self.kinds: Counter[tuple[str, str]] = Counter()
        self.singles: Counter[str] = Counter()
        self.passed: list[Group] = []
        self.before: list[Line] = []
        self.thing: Line | None = None
        self.section = ""
        self.followed = self.led = False
        self.aside: list[Found] = []

    def take(self, blocks: list[Block]) -> None:
        """Read the top level: each list judged by the words before it, and by what stands beside it."""
        lists = [block for block in blocks if isinstance(block, Group)]
        self.kinds = Counter((each.scale, each.style) for each in lists if len(each.items) > 1)
        self.singles = Counter(each.scale for each in lists if leaves.appetite(each) >= 0.5)
        weighed = ((_appetite(block, blocks[place - 1 : place]), place) for place, block in enumerate(blocks))
        strongest = nlargest(2, weighed)
        for place, block in enumerate(blocks):
            if isinstance(block, Line):
                self.before.append(block)
                self.loose.append((block, False))
                self.thing = beside.one_thing(block) or self.thing
            elif block.style == "part" and all(_only_titled(item) for item in block.items):
                self.before = _flatten(block)
                self.loose += [(line, False) for line in self.before]
            else:
                rival = next((appetite for appetite, at in strongest if at != place), 0.0)
                self._list(block, rival, blocks[place + 1] if place + 1 < len(blocks) else None)

    def _list(self, block: Group, rival: float, after: Block | None) -> None:
        """Take a list as questions, as part of the words that lead to it, or as neither."""
        lead = _lead(self.before, self.width)
        apart = self.thing is not None and self.before and self.before[-1].end > self.thing.end
        if self.thing is not None and apart and leaves.gives_fields(block, lead):
            self._whole(self.thing, block)
            self.thing, self.before = None, []
            return
        self.followed = isinstance(after, Group)
        verdict = self._judge(block, lead, rival)
        if isinstance(after, Line) and beside.asks_of_each(after) and kinds.names_kinds(lead):
            verdict = Verdict("decoy", 0.8, "its items are what the next list asks about")
        if verdict.role == "decoy" and self._kinds_of(block, lead):
            verdict = Verdict("part", 0.7, "a word heads the kinds that the sentence above speaks of")
        if verdict.role == "leaves":
            verdict = self._doubted(block, verdict, lead)
            self.section = self._heading(self.before) or self.section
            self.led = leadins.holds_placeholder(lead) or boilerplate.awaits(lead)
            self._group(block, verdict, Place(section=self.section))
            self.thing, self.before = None, []
            return
        self.passed += [block] if verdict.role == "decoy" or len(block.items) == 1 else []
        flat = [(line, True) for line in _flatten(block)] if verdict.role == "part" else []
        self.loose += flat
        self.before = [line for line, _ in flat[-1:]]

    def done(self) -> tuple[list[Found], list[Claim]]:
        """All questions and claims."""
        units = paragraphs.units(self.text, self.loose, self.width)
        if any(not each.maybe for each in self.found):
            last = max(each.span[1] for each in self.found)
            self.found += beside.asked_beside(units, last, self._opening())
        else:
            found, claims = prose.find(self.text, units)
            if self.passed and all(each.sure <= 0.4 for each in found):
                why = "nothing else in the letter can be what is asked"
                self._group(self.passed[-1], Verdict("leaves", 0.5, why), Place())
            else:
                self.found += found
                self.claims += claims
        if not self.found:
            self.found, self.aside = self.aside[:1], self.aside[1:]
        self.claims += [Claim("aside", each.span) for each in self.aside]
        return self.found, self.claims

    def _opening(self) -> str:
        """The word that most of the questions found begin with, if it is one that tells to answer."""
        words = [self.text[slice(*each.span)] for each in self.found]
        told = [each.split()[0].lower() for each in words if asks.shape(each) is Ask.DIRECTIVE]
        usual, times = Counter(told).most_common(1)[0] if told else ("", 0)
        return usual if times > 1 and times * 2 > len(words) else ""

    def _kinds_of(self, block: Group, lead: str) -> bool:
        """Whether a list under a word or two names the kinds that the one sentence before it asks about."""
        headed = lead[-1:] in (":", ";") and len(lead.split()) <= 3
        asked = [line for line, part in self.loose if not part and asks.shape(line.text) >= Ask.DIRECTIVE]
        names = all(asks.shape(item.body.text) < Ask.DIRECTIVE and not item.blocks for item in block.items)
        return headed and names and not self.found and len(asked) == 1 and kinds.names_kinds(asked[0].text)

    def _whole(self, thing: Line, fields: Group) -> None:
        """One question, from the sentence that asks for a list to the last of the fields it is to have."""
        end = fields.items[-1].last_line().end
        self.loose = [(line, part) for line, part in self.loose if line.start < thing.start]
        self.found.append(
            Found((thing.start, end), None, "a list asked for, and the fields it is to have", 0.7)
        )

    def _judge(self, group: Group, lead: str, rival: float) -> Verdict:
        if len(group.items) == 1 and not group.items[0].groups():
            words = group.items[0].body.text
            alone = self.kinds[group.scale, group.style] == 0 and group.scale[0] not in "1b"
            bullet = group.scale.startswith("bullet") and not self._among_bullets(group, words)
            if bullet or alone or asks.shape(words) is Ask.NO:
                return Verdict("part", 0.5, "a single mark")
        asked = rival > 0 or bool(self.found)
        if asked and (boilerplate.heads_rules(lead) or boilerplate.heads_remarks(lead)):
            return Verdict("decoy", 0.9, "its heading says that it explains")
        if asked and boilerplate.foresees_refusal(lead):
            return Verdict("decoy", 0.9, "it says what to do if something is refused")
        if asked and roles.sets_aside(lead) and not leaves.mostly_open(group):
            return Verdict("part", 0.8, "the lead-in says how to answer what was asked")
        return leaves.judge(group, lead, nested=False, beside=rival)

    def _among_bullets(self, group: Group, words: str) -> bool:
        """Whether a bullet that stands alone asks, as other bullets between the letter's lines do."""
        return asks.shape(words) >= Ask.DIRECTIVE and self.singles[group.scale] > 1

    def _doubted(self, group: Group, verdict: Verdict, lead: str) -> Verdict:
        """Less sure where the numbers begin again and nothing says why: one list may be copied."""
        headed = heading_shaped(lead) and not lead.endswith(":")
        if self.kinds[group.scale, group.style] < 2 or group.scale.startswith("bullet") or headed:
            return verdict
        most = 0.85 if boilerplate.leads_to_request(lead) or lead.endswith(":") else 0.7
        return replace(verdict, sure=min(verdict.sure, most), why="the numbers begin again in this letter")

    def _heading(self, before: list[Line]) -> str:
        """The heading that the list stands under, if the line above it is one."""
        words = before[-1].text if before else ""
        if heading_shaped(words) and not leadins.is_lead_in(words) and not boilerplate.is_greeting(words):
            self.claims.append(Claim("heading", (before[-1].start, before[-1].end)))
            if self.loose and self.loose[-1][0] is before[-1]:
                self.loose.pop()
            return before[-1].text
        return ""

    def _group(self, group: Group, verdict: Verdict, at: Place) -> None:
        told = 0 if self.led else leaves.told_first(group)
        kin = _most_hold_questions(group)
        for place, item in enumerate(group.items):
            if place < told:
                self.claims.append(Claim("preamble", (item.line.start, item.last_line().end)))
                continue
            leads = self.followed and _leads_on(group, place)
            if leads or _heads_siblings(group, place):
                self.claims.append(Claim("marker", (item.line.start + item.mark.start, item.body.start)))
                self.claims.append(Claim("stem", (item.body.start, item.body.end)))
                at = replace(at, stem=item.body.text)
                continue
            self._item(group, item, verdict, at, kin)
            for line in item.loose:
                at = self._between(line, item, at)

    def _between(self, line: Line, item: Item, at: Place) -> Place:
        """An unmarked line between marked items: offered where it names a fact or asks, else a heading."""
        span = (line.start, line.end)
        aside = boilerplate.holds_for_all(line.text) or boilerplate.limits(line.text)
        if (
            aside
            or boilerplate.explains(line.text)
            or boilerplate.is_note(line.text)
            or boilerplate.is_footer(line.text)
            or is_joiner(line.text)
        ):
            self.claims.append(Claim("aside", span))
            return at
        if line.text.endswith(":") and asks.shape(line.text) not in (Ask.NOUN, Ask.OPEN):
            self.claims.append(Claim("stem", span))
            return replace(at, stem=line.text)
        if asks.shape(line.text) in (Ask.NOUN, Ask.OPEN):
            why = "an unmarked line between numbered ones names a fact"
            parent = item.number or at.parent
            self.found.append(Found(span, None, why, 0.4, section=at.section, parent=parent, maybe=True))
            return at
        self.claims.append(Claim("heading", span))
        return replace(at, section=line.text)

    def _item(self, group: Group, item: Item, verdict: Verdict, at: Place, kin: bool) -> None:
        self.claims.append(Claim("marker", (item.line.start + item.mark.start, item.body.start)))
        own, inner = _own_lines(item), item.groups()
        if len(own) > 1 and emphasised(item.line.text):
            title = own.pop(0)
            self.claims.append(Claim("heading", (title.start, title.end)))
        words = own[-1].text if own else ""
        rules = bool(inner) and boilerplate.heads_rules(words)
        if inner and not rules and not _sandwiched(item):
            below = leaves.judge(inner[0], words, nested=True)
            if _explained(own[-1:]):
                below = Verdict("part", 0.9, "they are what a word in the question means")
            if kin and below.role == "part" and below.sure < 0.9:
                below = Verdict("leaves", 0.7, "the lists under the items beside it are questions")
            if below.role == "leaves":
                self._under(group, item, own, below, at)
                return
        if not own and not inner:
            return
        first = own[0].start if own else inner[0].items[0].line.start
        end = item.last_line().end
        line = Line(first, end, self.text[first:end])
        if item is group.items[-1] and not item.blocks:
            end = _before_process(line)
        if rules or boilerplate.is_note(line.text) or leaves.is_instruction(line):
            self.aside.append(
                Found((first, end), item.number, _ALL_TELL, 0.3, at.stem, at.section, at.parent)
            )
            return
        self._ask(item, (first, end), verdict.why or "a marked item", verdict.sure, at)

    def _ask(self, item: Item, span: Span, why: str, sure: float, at: Place) -> None:
        words = self.text[slice(*span)]
        if asks.shape(words) is Ask.NO and not asks.names_fact(words):
            sure = min(sure, 0.85 if asks.names_thing(words) else 0.7)
            why = f"{why}; it does not ask by itself"
        self.found.append(Found(span, item.number, why, sure, at.stem, at.section, at.parent))

    def _under(self, group: Group, item: Item, own: list[Line], below: Verdict, at: Place) -> None:
        """The questions under an item: its own words are their stem, or their section's heading.

        An item that asks by itself and has only one marked question under it is a question too, and so is
        one under which the letters begin with b.
        """
        first = item.groups()[0]
        span = (own[0].start, own[-1].end) if own else (item.line.end, item.line.end)
        asked = own[-1].text if own and len(first.items) == 1 else ""
        heads = group.scale in SECTIONS and first.scale == "1"
        steps = first.items[0].mark.steps
        second = bool(steps) and first.scale == "a" and steps[-1].value == 2
        if (second and own) or (asks.shape(asked) is Ask.OPEN and asks.ends_with_question_mark(asked)):
            self._ask(item, span, "a marked item that asks by itself", 0.8, at)
        elif own:
            self.claims.append(Claim("heading" if heads else "stem", span))
        if heads:
            at = Place(section=item.line.text)
        else:
            at = Place(self.text[slice(*span)], at.section, item.number or at.parent)
        for block in item.blocks:
            if isinstance(block, Group):
                self._group(block, below, at)
            elif block not in own:
                self.claims.append(Claim("aside", (block.start, block.end)))


def _lead(before: list[Line], width: int) -> str:
    """The sentence that leads to a list; the headings of a table's columns between them do not count."""
    above = [line for line in before if "\t" not in line.text]
    words = ""
    while above:
        line = above.pop()
        words = f"{line.text} {words}".rstrip()
        if len(words) > _LONGEST_LEAD or not above or not wraps(above[-1], line, width):
            break
    return sentences(Line(0, len(words), words))[-1].text if words else ""


def _only_titled(item: Item) -> bool:
    """Whether an item is no more than a heading: nothing is listed under it, and its words are a title."""
    words = item.body.text
    return not item.groups() and (not words or heading_shaped(words))


def _before_process(line: Line) -> int:
    """Where a list's last item ends, before the sentences after its first that are about the answer."""
    parts = sentences(line)
    while len(parts) > 1 and parts[-1].text[0] not in "[(" and _of_the_answer(parts[-1].text):
        parts.pop()
    return parts[-1].end


def _of_the_answer(words: str) -> bool:
    """Whether a sentence is about the form of the answer or its handling, and not a condition on it."""
    about = boilerplate.is_process(words) and not boilerplate.is_fallback(words)
    return about or boilerplate.is_format(words) or boilerplate.is_sign_off(words)


def _leads_on(group: Group, place: int) -> bool:
    """Whether a list's last item only leads to the list after it: "7. For each of the following:"."""
    words = group.items[place].body.text
    last = len(group.items) > 1 and place + 1 == len(group.items) and not group.items[place].blocks
    return last and words.endswith(":") and leadins.holds_placeholder(words)


def _heads_siblings(group: Group, place: int) -> bool:
    """Whether a bullet only leads to the bullets after it, which stand no deeper than it does."""
    words, last = group.items[place].body.text, place + 1 == len(group.items)
    leads = words.endswith(":") or (words.lower().startswith("for each ") and not asks.shape(words))
    bullets = group.scale.startswith("bullet") and leads
    return bullets and not last and not group.items[place].blocks and asks.shape(words) is not Ask.OPEN


def _most_hold_questions(group: Group) -> bool:
    """Whether the lists under most items of a list that have one are questions: then those beside are too."""
    holding = [item for item in group.items if item.groups()]
    asked = sum(
        leaves.judge(
            item.groups()[0], _own_lines(item)[-1].text if _own_lines(item) else "", nested=True
        ).role
        == "leaves"
        for item in holding
    )
    return len(holding) > 1 and asked * 2 > len(holding)


def _appetite(block: Block, above: list[Block]) -> float:
    """How far a list, or an unmarked line, asks for something: not at all where it says how to answer."""
    if isinstance(block, Group):
        leads = [line.text for line in above if isinstance(line, Line)]
        told = any(handling.tells_how(lead) or boilerplate.heads_rules(lead) for lead in leads)
        return (
            0.0
            if (told and not leaves.mostly_open(block)) or leaves.only_rules(block)
            else leaves.appetite(block)
        )
    return 0.49 if roles.asking(block.text) >= Ask.DIRECTIVE else 0.0


def _sandwiched(item: Item) -> bool:
    """Whether the words after an item's list finish the sentence that leads to it."""
    last = item.blocks[-1]
    return isinstance(last, Line) and last.text[0].islower()


def _explained(own: list[Line]) -> bool:
    """Whether what leads to a list only says what the sentence before it means: "A flood is one with:"."""
    *asked, last = sentences(own[0]) if own else [Line(0, 0, "")]
    told = asks.is_statement(last.text) or last.text.startswith("By ")
    tells = told and asks.shape(last.text) < Ask.DIRECTIVE and not leadins.holds_placeholder(last.text)
    return tells and any(roles.asking(each.text) > Ask.NO for each in asked)


def _own_lines(item: Item) -> list[Line]:
    """An item's words before any list under it."""
    lines = [item.body] if item.body.text else []
    for block in item.blocks:
        if isinstance(block, Group):
            break
        lines.append(block)
    return lines


def _flatten(group: Group) -> list[Line]:
    """Every line of a list, markers and all."""
    lines: list[Line] = []
    for item in group.items:
        lines.append(item.line)
        for block in item.blocks:
            lines += _flatten(block) if isinstance(block, Group) else [block]
        lines += item.loose
    return lines
