"""Unmarked words: which lines, paragraphs or sentences ask, and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from foi_tracker.intake.questions import asks, boilerplate, leadins
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.assemble import Claim, Found
from foi_tracker.intake.questions.lines import Line, sentences
from foi_tracker.intake.questions.paragraphs import Unit
from foi_tracker.intake.questions.roles import asking, is_aside, roles_of


def find(text: str, paragraphs: Sequence[Unit]) -> tuple[list[Found], list[Claim]]:
    """The questions of a text without marked ones: its asking lines, else its asking sentences."""
    roles = roles_of(paragraphs)
    asked = [place for place, role in enumerate(roles) if role == "ask"]
    if not asked:
        return _weakest(text, paragraphs, roles)
    listed = len(asked) >= 3 or all(len(sentences(paragraphs[place].line)) == 1 for place in asked)
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


def _reach(paragraphs: Sequence[Unit], roles: Sequence[str], place: int) -> int:
    """The last place in the text that belongs to the asking paragraph: its options, rows and breakdowns."""
    end = paragraphs[place].line.end
    for after in range(place + 1, len(paragraphs)):
        if _heads_options(paragraphs[after], roles[after + 1 : after + 2]):
            continue
        if roles[after] not in ("fragment", "more"):
            break
        end = paragraphs[after].line.end
    return end


def _heads_options(unit: Unit, below: Sequence[str]) -> bool:
    """Whether a word or two head the options of the question above: "Kinds:"."""
    return unit.words[-1] in ":;" and len(unit.words.split()) <= 3 and list(below) == ["fragment"]


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
    led = next((at for at, part in enumerate(parts) if leadins.lead_end(part.text)), None)
    if led is not None:
        asking_parts = [
            at for at, part in enumerate(parts) if at in asking_parts or (at > led and _named(part))
        ]
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
        if found and leadins.is_breakdown(part.text):
            found[-1] = _longer(found[-1], part.end)
            continue
        after = parts[place + 1] if place + 1 < len(parts) else None
        adds = after is not None and _adds(after)
        last = after if after is not None and adds and asking(after.text) < Ask.DIRECTIVE else part
        start = part.start + leadins.lead_end(part.text)
        found.append(Found((start, last.end), None, "a sentence that asks", 0.7, section=section))
    if end > unit.line.end:
        found[-1] = _longer(found[-1], end)
    return found


def _opens_with_fact(words: str) -> bool:
    """Whether a first sentence only names what is wanted: "A full list of the pumps." and no verb."""
    return asking(words) is Ask.NOUN and (asks.names_of(words) or words.startswith("Access to "))


def _adds(part: Line) -> bool:
    """Whether a sentence after the one that asks only divides its answer, or narrows it."""
    divides = leadins.is_breakdown(part.text) and not part.text.endswith(":")
    return divides or leadins.only_adds_detail(part.text)


def _named(part: Line) -> bool:
    """Whether a sentence after a lead-in in its own paragraph names the next thing that is asked for."""
    named = asks.names_fact(part.text) or asks.names_of(part.text)
    return named and not is_aside(part.text) and not asks.is_statement(part.text)


def _remarks(words: str) -> bool:
    """A sentence after the one that asks, in which the sender speaks of themselves or of the answer."""
    own = words.startswith(("I ", "We ", "I'm ", "My ", "Our ")) and asks.shape(words) is Ask.NO
    return own or boilerplate.is_format(words) or boilerplate.is_process(words)


def _longer(found: Found, end: int) -> Found:
    return Found(
        (found.span[0], end), found.number, found.why, found.sure, found.stem, found.section, found.parent
    )


def _narrows(part: Line) -> bool:
    """Whether a sentence only says for when, or how divided, what the one before it names is wanted."""
    words = part.text
    return leadins.only_dates(words) or leadins.is_breakdown(words) or leadins.asks_again(words)


def _names(unit: Unit, role: str, least: Ask) -> bool:
    """Whether a whole line does no more than name a fact, or a thing."""
    if role in ("closing", "fragment") or is_aside(unit.words):
        return False
    head, *rest = sentences(unit.line)
    if rest or asks.names_of(head.text):
        return (
            all(map(_narrows, rest))
            and asks.begins_with_article(head.text)
            and asks.names_thing(head.text.rstrip("."))
        )
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
    for unit, role, after in zip(paragraphs[1:], roles, roles[1:], strict=False):
        if (
            role == "lead"
            and after == "other"
            and asks.begins_with_article(unit.words)
            and not is_aside(unit.words)
        ):
            return [Found((unit.line.start, unit.line.end), None, "what a lead-in leads to", 0.6)], []
    best: tuple[int, Line] | None = None
    last = max((at for at, role in enumerate(roles) if role not in ("closing", "fragment")), default=0)
    for place, (unit, role) in enumerate(zip(paragraphs, roles, strict=True)):
        if role in ("closing", "fragment") or (unit.words.endswith(":") and place < last):
            continue
        for sentence in sentences(unit.line):
            weight = int(asks.shape(sentence.text)) * 2 - (1 if boilerplate.is_format(sentence.text) else 0)
            weight += 3 if weight > 0 and asking(sentence.text) > Ask.NO else 0
            if weight > 0 and (best is None or weight > best[0]):
                best = (weight, sentence)
    if best is None:
        return _at_least_one(paragraphs, roles), []
    return [Found((best[1].start, best[1].end), None, "the only sentence that can be the request", 0.4)], []


def _at_least_one(paragraphs: Sequence[Unit], roles: Sequence[str]) -> list[Found]:
    """The last paragraph that speaks of a request, where none has the shape: a request asks something."""
    kept = [unit for unit, role in zip(paragraphs, roles, strict=True) if role not in ("closing", "fragment")]
    named = [unit for unit in kept if boilerplate.names_request(unit.words)]
    likeliest = named or [unit for unit in kept if not asks.is_statement(unit.words)]
    why = "nothing has the shape of a question; this is the likeliest"
    return [Found((unit.line.start, unit.line.end), None, why, 0.3) for unit in likeliest[-1:]]
