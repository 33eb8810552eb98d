"""Unmarked words: which lines, paragraphs or sentences ask, and what belongs to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from foi_tracker.intake.questions import asks, boilerplate, leaves
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.assemble import Claim, Found
from foi_tracker.intake.questions.lines import Line, adjacent, join, sentences, wraps
from foi_tracker.intake.questions.trailing import heading_shaped


@dataclass(slots=True)
class Unit:
    """A paragraph without a mark; `fragment` if it was a marked line that is only part of another."""

    line: Line
    fragment: bool = False
    parts: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The unit's words."""
        return self.line.text


def units(text: str, lines: Sequence[tuple[Line, bool]], width: int) -> list[Unit]:
    """Lines as paragraphs: a line that goes on with the one above is joined to it."""
    found: list[Unit] = []
    last: Line | None = None
    apart = _alike([line for line, _ in lines])
    for line, fragment in lines:
        if (
            last is not None
            and found
            and not fragment
            and not found[-1].fragment
            and line.start not in apart
            and wraps(last, line, width)
            and adjacent(text, last, line)
        ):
            found[-1].line = join(text, [found[-1].line, line])
        else:
            found.append(Unit(line, fragment))
        last = line
    return found


def _alike(lines: Sequence[Line]) -> set[int]:
    """Where lines straight under a lead-in begin, if all of them begin as items do: then none wraps."""
    found: set[int] = set()
    run: list[Line] = []
    led = False
    for line in lines:
        small = line.gap == 0 and line.text[0].islower()
        brief = len(line.text.split()) <= 6 and line.text[-1] not in ".?!,;" and small
        item = asks.begins_item(line.text) and (led or run or asks.opens(line.text))
        if (item and (small or not run)) or (brief and (led or run)):
            run.append(line)
        else:
            found |= {each.start for each in run if not small or len(run) > 2}
            run = []
        led = line.text.endswith(":")
    return found | {each.start for each in run if len(run) > 2}


def find(text: str, paragraphs: Sequence[Unit]) -> tuple[list[Found], list[Claim]]:
    """The questions of a text without marked ones: its asking lines, else its asking sentences."""
    roles = _levelled(paragraphs, list(_roles(paragraphs)))
    asking = [place for place, role in enumerate(roles) if role == "ask"]
    if not asking:
        return _weakest(text, paragraphs, roles)
    listed = len(asking) >= 3 or all(len(sentences(paragraphs[place].line)) == 1 for place in asking)
    found: list[Found] = []
    claims: list[Claim] = []
    section = ""
    for place, unit in enumerate(paragraphs):
        if roles[place] == "heading":
            section = unit.words
            claims.append(Claim("heading", (unit.line.start, unit.line.end)))
        elif roles[place] == "ask":
            end = _reach(paragraphs, roles, place)
            found += _questions(text, unit, end, listed, section)
    return found, claims


def _roles(paragraphs: Sequence[Unit]) -> Iterator[str]:
    """What each paragraph is, by its own shape, by what it follows and by what follows it."""
    listing = asked = aside = False
    role = ""
    form: Unit | None = None
    for place, unit in enumerate(paragraphs):
        after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        form = form if form is not None and _field(form, unit) else None
        aside = _goes_with_aside(paragraphs, place, aside)
        if aside:
            role = "other"
        elif form is None:
            role = _role(unit, after, role, listing or _in_a_run(paragraphs, place, role), asked)
        else:
            role = "fragment"
        if role == "ask" and unit.words.endswith((":", "-", "–")):
            form = unit
        listing = listing or (role in ("lead", "heading") and asks.is_lead_in(unit.words))
        asked = asked or role == "ask"
        yield role


def _goes_with_aside(paragraphs: Sequence[Unit], place: int, before: bool) -> bool:
    """Whether a short line stands in a list that a condition or a word about the answer leads to."""
    unit, above = paragraphs[place], paragraphs[place - 1] if place else None
    led = before or (above is not None and above.words.endswith(":") and _sets_aside(above))
    return led and len(unit.words.split()) <= 12 and asks.shape(unit.words) < Ask.DIRECTIVE


def _sets_aside(unit: Unit) -> bool:
    last = sentences(unit.line)[-1].text
    return boilerplate.limits(last) or boilerplate.is_fallback(last)


def _levelled(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where a line among asking ones of the same shape is taken to ask as they do."""
    first = 0
    for place in range(len(roles) + 1):
        if place < len(roles) and roles[place] not in ("lead", "heading", "closing"):
            continue
        asking = [at for at in range(first, place) if roles[at] == "ask"]
        if len(asking) >= 3:
            run = _run_around(paragraphs, asking, first, place)
            ends = Counter(_ending(paragraphs[at]) for at in asking)
            usual, same = ends.most_common(1)[0]
            could = sum(_could_ask(paragraphs[at], usual) for at in run)
            if max(same, could) * 2 > len(run):
                for at in run:
                    alike = _ending(paragraphs[at]) == usual and _like_an_item(paragraphs[at])
                    if roles[at] != "ask" and (alike or _could_ask(paragraphs[at], usual)):
                        roles[at] = "ask"
        first = place + 1
    return _continued(paragraphs, roles)


def _continued(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where lines straight after one that asks only name more things: "The mileage of the car."."""
    for place, unit in enumerate(paragraphs[1:], start=1):
        above = paragraphs[place - 1].words
        names = asks.begins_with_article(unit.words) and asks.names_thing(unit.words.rstrip("."))
        if roles[place] == "other" and roles[place - 1] == "ask" and above[-1] in ".?;" and names:
            if not _aside(unit.words) and len(sentences(unit.line)) == 1:
                roles[place] = "ask"
    return roles


def _run_around(paragraphs: Sequence[Unit], asking: Sequence[int], first: int, end: int) -> range:
    """From the first asking line to the last, and the lines straight above and below that could ask too."""
    top, bottom = asking[0], asking[-1] + 1
    usual = Counter(_ending(paragraphs[at]) for at in asking).most_common(1)[0][0]
    gap = paragraphs[asking[1]].line.gap
    while top > first and paragraphs[top].line.gap == gap and _could_ask(paragraphs[top - 1], usual):
        top -= 1
    while bottom < end and paragraphs[bottom].line.gap == gap and _could_ask(paragraphs[bottom], usual):
        bottom += 1
    return range(top, bottom)


def _could_ask(unit: Unit, usual: str) -> bool:
    """Whether a line of the usual ending names a fact, or puts a case: "If there is a list."."""
    if _ending(unit) != usual:
        return False
    if unit.words.startswith(("If ", "Whether ")):
        return not boilerplate.is_process(unit.words) and len(sentences(unit.line)) == 1
    return _like_an_item(unit) and (asks.names_fact(unit.words) or asks.names_of(unit.words))


def _ending(unit: Unit) -> str:
    """What a line ends with, where that tells one list's items from other words."""
    return unit.words[-1] if unit.words[-1] in ".?;:," else ""


def _like_an_item(unit: Unit) -> bool:
    words = unit.words
    return (
        words[0].isupper()
        and len(words.split()) > 3
        and not _fragment(unit)
        and not _aside(words)
        and not asks.is_statement(words)
        and len(sentences(unit.line)) == 1
    )


def _in_a_run(paragraphs: Sequence[Unit], place: int, before: str) -> bool:
    """Whether a line stands straight after one that asks and leads to nothing: it may name the next thing."""
    if before != "ask" or not place or paragraphs[place].line.gap:
        return False
    above = paragraphs[place - 1].words
    return (
        above[-1] not in ":," and not asks.wants_fields(above) and len(sentences(paragraphs[place].line)) == 1
    )


def _role(unit: Unit, after: Unit | None, before: str, listing: bool, asked: bool) -> str:
    words = unit.words
    follows = before in ("ask", "fragment", "more")
    if _fragment(unit):
        return "fragment"
    if (
        boilerplate.is_form_line(words)
        or boilerplate.heads_annex(words)
        or boilerplate.is_greeting(words)
        or boilerplate.is_sign_off(words)
    ):
        return "closing"
    if (
        follows
        and asks.is_breakdown(words)
        and not asks.ends_with_question_mark(words)
        and not boilerplate.is_scope(words)
        and not boilerplate.is_process(words)
    ):
        return "more"
    if _only_leads(unit):
        below = after is not None and (_fragment(after) or _field(unit, after))
        if below and asks.shape(words) >= Ask.NOUN:
            return "ask"
        return "lead" if len(words.split()) > 4 else "heading"
    if _asks(unit, listing):
        return "ask"
    short = len(words.split()) <= 10 and words[-1] not in ".?!:" and unit.line.gap == 0
    if before == "fragment" and short:
        return "fragment"
    if heading_shaped(words) and after is not None and not after.fragment and _asks(after, listing):
        return "heading"
    if follows and short:
        return "fragment"
    return "item" if listing and not asked and short else "other"


def _fragment(unit: Unit) -> bool:
    row = "\t" in unit.words or unit.words.startswith("|")
    return unit.fragment or row or asks.is_value(unit.words) or asks.names_column(unit.words)


def _field(lead: Unit, unit: Unit) -> bool:
    """Whether a short line under a lead-in names a column or a field of the one thing asked for."""
    length = len(unit.words.split())
    if unit.words[-1] in ".?!;" or asks.shape(unit.words) > Ask.NOUN:
        return False
    if leaves.names_kinds(lead.words) and length <= 12 and not asks.names_fact(unit.words):
        return True
    return length <= 5 and unit.line.gap == 0 and asks.wants_fields(lead.words)


def _only_leads(unit: Unit) -> bool:
    """Whether a paragraph does no more than lead to what follows: no sentence before its last one asks."""
    parts = sentences(unit.line)
    return asks.is_lead_in(parts[-1].text) and not any(asking(part.text) is Ask.OPEN for part in parts[:-1])


def _asks(unit: Unit, listing: bool) -> bool:
    """Whether a paragraph holds a sentence that asks for something."""
    least = Ask.NOUN if listing else Ask.DIRECTIVE
    named = asks.names_thing(unit.words) or (
        asks.names_fact(unit.words) and not asks.is_statement(unit.words)
    )
    named = named or asks.names_of(unit.words)
    if listing and named and not _aside(unit.words):
        return True
    return any(asking(sentence.text) >= least for sentence in sentences(unit.line))


def _aside(words: str) -> bool:
    return boilerplate.is_format(words) or boilerplate.is_fallback(words) or boilerplate.is_process(words)


def asking(words: str) -> Ask:
    """How a sentence asks, once process, formats, conditions, scopes and openings are set aside."""
    led = asks.lead_end(words)
    if led:
        return max(asking(words[led:]), Ask.DIRECTIVE)
    if (
        _aside(words)
        or asks.is_lead_in(words)
        or asks.asks_again(words)
        or (asks.is_breakdown(words) and boilerplate.is_scope(words))
    ):
        return Ask.NO
    shape = asks.shape(words)
    return Ask.NO if shape is Ask.DIRECTIVE and boilerplate.introduces(words) else shape


def _reach(paragraphs: Sequence[Unit], roles: Sequence[str], place: int) -> int:
    """The last place in the text that belongs to the asking paragraph: its options, rows and breakdowns."""
    end = paragraphs[place].line.end
    for unit, role in zip(paragraphs[place + 1 :], roles[place + 1 :], strict=True):
        if role not in ("fragment", "more"):
            break
        end = unit.line.end
    return end


def _questions(text: str, unit: Unit, end: int, listed: bool, section: str) -> list[Found]:
    """The paragraph as one question in a list, or each of its asking sentences in running prose."""
    parts = sentences(unit.line)
    alone = end == unit.line.end
    while listed and alone and len(parts) > 1 and _remarks(parts[-1].text):
        parts.pop()
    end = parts[-1].end if alone else end
    asking_parts = [place for place, part in enumerate(parts) if asking(part.text) >= Ask.DIRECTIVE]
    if len(parts) > 1 and asking_parts and asking_parts[0] and _opens_with_fact(parts[0].text):
        asking_parts.insert(0, 0)
    if not asking_parts or (listed and asking_parts[0] == 0):
        return [
            Found(
                (unit.line.start, end),
                None,
                "a line that asks, in a list of such lines",
                0.8,
                section=section,
            )
        ]
    found: list[Found] = []
    for place in asking_parts:
        part = parts[place]
        if found and asks.is_breakdown(part.text):
            found[-1] = _longer(found[-1], part.end)
            continue
        after = parts[place + 1] if place + 1 < len(parts) else None
        last = after if after is not None and asks.only_adds_detail(after.text) else part
        start = part.start + asks.lead_end(part.text)
        found.append(Found((start, last.end), None, "a sentence that asks", 0.7, section=section))
    if end > unit.line.end:
        found[-1] = _longer(found[-1], end)
    return found


def _opens_with_fact(words: str) -> bool:
    """Whether a first sentence only names what is wanted: "A full list of the pumps." and no verb."""
    return asking(words) is Ask.NOUN and asks.names_of(words)


def _remarks(words: str) -> bool:
    """A sentence after the one that asks, in which the sender speaks of themselves or of the answer."""
    own = words.startswith(("I ", "We ", "I'm ", "My ", "Our ")) and asks.shape(words) is Ask.NO
    return own or boilerplate.is_format(words) or boilerplate.is_process(words)


def _longer(found: Found, end: int) -> Found:
    return Found(
        (found.span[0], end), found.number, found.why, found.sure, found.stem, found.section, found.parent
    )


def _names(unit: Unit, role: str, least: Ask) -> bool:
    """Whether a whole line does no more than name a fact, or a thing."""
    if role in ("closing", "fragment") or _aside(unit.words) or len(sentences(unit.line)) > 1:
        return False
    thing = asking(unit.words) is Ask.NOUN or (least is Ask.NO and asks.names_thing(unit.words))
    return thing and len(unit.words.split()) < 30


def _weakest(text: str, paragraphs: Sequence[Unit], roles: Sequence[str]) -> tuple[list[Found], list[Claim]]:
    """Nothing asks outright: the lines under a lead-in, else the likeliest sentence."""
    items = [unit for unit, role in zip(paragraphs, roles, strict=True) if role == "item"]
    if items:
        return [Found((u.line.start, u.line.end), None, "a line under a lead-in", 0.6) for u in items], []
    named = [place for place, unit in enumerate(paragraphs) if _names(unit, roles[place], Ask.NOUN)]
    if len(named) > 1:
        between = range(named[0], named[-1] + 1)
        lines = [
            paragraphs[place].line for place in between if _names(paragraphs[place], roles[place], Ask.NO)
        ]
        return [Found((line.start, line.end), None, "a line that names a fact", 0.6) for line in lines], []
    best: tuple[int, Line] | None = None
    for unit, role in zip(paragraphs, roles, strict=True):
        if role in ("closing", "fragment"):
            continue
        for sentence in sentences(unit.line):
            weight = int(asks.shape(sentence.text)) * 2 - (1 if boilerplate.is_format(sentence.text) else 0)
            if weight > 0 and (best is None or weight > best[0]):
                best = (weight, sentence)
    if best is None:
        return _at_least_one(paragraphs, roles), []
    return [Found((best[1].start, best[1].end), None, "the only sentence that can be the request", 0.4)], []


def _at_least_one(paragraphs: Sequence[Unit], roles: Sequence[str]) -> list[Found]:
    """The last paragraph that speaks of a request, where nothing has the shape of one: a request asks something."""
    for unit, role in zip(reversed(paragraphs), reversed(roles), strict=True):
        if role not in ("closing", "fragment") and boilerplate.names_request(unit.words):
            why = "nothing has the shape of a question; this speaks of a request"
            return [Found((unit.line.start, unit.line.end), None, why, 0.3)]
    return []
