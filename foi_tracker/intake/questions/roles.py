"""What each paragraph without a mark is: one that asks, a lead-in, a heading, part of another, or other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from foi_tracker.intake.questions import asks, boilerplate, handling, kinds, leadins, values
from foi_tracker.intake.questions.asks import Ask
from foi_tracker.intake.questions.lines import Line, sentences
from foi_tracker.intake.questions.paragraphs import Unit
from foi_tracker.intake.questions.trailing import heading_shaped
from foi_tracker.intake.questions.wording import pattern

_FIGURE = pattern(
    r"""^(?:(?:19|20)\d\d\S{0,4}|[\w ]{1,30})(?::| [-–])\s?(?:£\s?)?(?!(?:19|20)\d\d\b)
    \d{1,3}(?:,\s?\d{3}|\d{2,6}|%)"""
)
"""A year or a name with its figure: "2016: 2,344"."""


def roles_of(paragraphs: Sequence[Unit]) -> list[str]:
    """The role of each: ask, item, lead, heading, fragment, more, closing or other.

    A paragraph is read by its own shape, then by its neighbours: lines of one shape ask together.
    """
    roles = _under_leads(paragraphs, _levelled(paragraphs, list(_roles(paragraphs))))
    roles = _headed(paragraphs, roles)
    return _without_figures(paragraphs, _opened_with(paragraphs, _names_after(paragraphs, roles)))


def _names_after(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where four short names or more, a blank line between, follow the only line that asks."""
    if roles.count("ask") != 1:
        return roles
    first = last = roles.index("ask") + 1
    while last < len(roles) and roles[last] in ("other", "heading") and _is_name(paragraphs[last]):
        last += 1
    if last - first >= 4 and (last == len(roles) or roles[last] != "lead"):
        roles[first:last] = ["fragment"] * (last - first)
    return roles


def _is_name(unit: Unit) -> bool:
    short = len(unit.words.split()) <= 5 and unit.words[-1] not in ".?!:;,"
    return short and asks.shape(unit.words) < Ask.DIRECTIVE and not boilerplate.names_request(unit.words)


def _under_leads(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where two lines or more straight under "the following information:" can be its items."""
    for place, unit in enumerate(paragraphs):
        if roles[place] != "lead" or not _leads_to_list(unit.words):
            continue
        run = list(_run_under(paragraphs, roles, place + 1))
        if len(run) > 1:
            for at in run:
                roles[at] = "ask"
    return roles


def _leads_to_list(words: str) -> bool:
    """Whether a lead-in stops where the things asked for come, and does not itself say what they are of."""
    last = sentences(Line(0, len(words), words))[-1].text
    waits = leadins.holds_placeholder(last) or leadins.awaits_object(last) or boilerplate.awaits(last)
    aside = sets_aside(words) or boilerplate.recounts(words) or leadins.divides(last)
    of_kinds = kinds.names_kinds(last) or leadins.wants_fields(last) or "each" in last.lower().split()
    return (
        words.endswith(":") and waits and not aside and not of_kinds and boilerplate.leads_to_request(words)
    )


def _run_under(paragraphs: Sequence[Unit], roles: Sequence[str], first: int) -> Iterator[int]:
    """The places of the lines of one spacing under a lead-in that can each be an item."""
    gap: int | None = None
    for place in range(first, len(paragraphs)):
        unit = paragraphs[place]
        if place > first:
            gap = unit.line.gap if gap is None else gap
            if unit.line.gap != gap:
                return
        if roles[place] not in ("ask", "other", "item", "fragment") or not _item_under(unit, roles[place]):
            return
        yield place


def _item_under(unit: Unit, role: str) -> bool:
    """Whether a line can be an item of the list it stands in: it names something, and tells nothing."""
    words = unit.words
    if role == "ask":
        return True
    if _fragment(unit) or is_aside(words) or asks.is_statement(words) or words[-1] in ":,":
        return False
    named = words[0].isupper() and 1 < len(words.split()) <= 30 and len(sentences(unit.line)) == 1
    told = words.startswith(("This ", "It ", "That ", "These ", "There "))
    return named and not told and not boilerplate.speaks(words)


def _headed(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where a few words without a stop over a line that asks head it, if most others end."""
    asking = [place for place, role in enumerate(roles) if role == "ask"]
    bare = [place for place in asking if _ending(paragraphs[place]) == ""]
    if len(bare) * 3 <= len(asking):
        for place in bare:
            words = paragraphs[place].words
            over = roles[place + 1 : place + 2] == ["ask"] and place + 1 not in bare
            if (
                over
                and len(words.split()) <= 4
                and heading_shaped(words)
                and asks.shape(words) < Ask.DIRECTIVE
            ):
                roles[place] = "heading"
    return roles


def _opened_with(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where a letter begins at once with lines that name what is wanted: two or more ask."""
    first = next((place for place, role in enumerate(roles) if role != "closing"), len(roles))
    last = first
    while (
        last < len(roles) and roles[last] in ("other", "heading", "more") and _names_wanted(paragraphs[last])
    ):
        last += 1
    if last - first >= 2:
        roles[first:last] = ["ask"] * (last - first)
    return roles


def _names_wanted(unit: Unit) -> bool:
    named = asks.names_fact(unit.words) and asks.begins_with_article(unit.words)
    return named and not asks.is_statement(unit.words) and len(sentences(unit.line)) == 1


def _without_figures(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where a noun line over its own figures gives them, and asks for nothing, if others ask."""
    given = [
        place
        for place, unit in enumerate(paragraphs[:-1])
        if roles[place] == "ask"
        and asks.shape(unit.words) < Ask.DIRECTIVE
        and _FIGURE.search(paragraphs[place + 1].words)
    ]
    if any(role == "ask" and place not in given for place, role in enumerate(roles)):
        for place in given:
            roles[place] = "other"
    return roles


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
        leads = role in ("lead", "heading") and leadins.is_lead_in(unit.words)
        told = asked and (leadins.divides(unit.words) or sets_aside(unit.words))
        listing = listing or (leads and not told and not boilerplate.recounts(unit.words))
        asked = asked or role == "ask"
        yield role


def _goes_with_aside(paragraphs: Sequence[Unit], place: int, before: bool) -> bool:
    """Whether a short line stands in a list that a condition or a word about the answer leads to."""
    unit, above = paragraphs[place], paragraphs[place - 1] if place else None
    led = before or (above is not None and above.words.endswith(":") and sets_aside(above.words))
    return led and len(unit.words.split()) <= 12 and asks.shape(unit.words) < Ask.DIRECTIVE


def sets_aside(words: str) -> bool:
    """Whether a lead-in is a condition, an aside or a word before examples, and asks for nothing new."""
    read = sentences(Line(0, len(words), words))
    last = read[-1].text if read else ""
    if boilerplate.limits(last) or handling.tells_how(last):
        return True
    requests = boilerplate.awaits(last) or boilerplate.names_request(last)
    return (boilerplate.is_fallback(last) and not requests) or _only_examples(last)


def _only_examples(words: str) -> bool:
    return kinds.gives_examples(words) and asks.shape(words) < Ask.DIRECTIVE


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
                    alike = alike and (usual != "." or _may_be_named(paragraphs[at].words))
                    if roles[at] != "ask" and (alike or _could_ask(paragraphs[at], usual)):
                        roles[at] = "ask"
        first = place + 1
    return _continued(paragraphs, roles)


def _continued(paragraphs: Sequence[Unit], roles: list[str]) -> list[str]:
    """The roles, where lines after one that asks only name more things: "The mileage of the car."."""
    for place, unit in enumerate(paragraphs[1:], start=1):
        above = paragraphs[place - 1].words
        names = asks.begins_with_article(unit.words) and asks.names_thing(unit.words.rstrip("."))
        names = names or (asking(unit.words) is Ask.NOUN and len(unit.words.split()) > 3)
        follows = roles[place] == "other" and roles[place - 1] == "ask" and above[-1] in ".?;"
        if follows and names and not is_aside(unit.words) and len(sentences(unit.line)) == 1:
            roles[place] = "ask"
    return roles


def _may_be_named(words: str) -> bool:
    """Whether a sentence may name a thing; "This matters to us" does not."""
    return asks.names_thing(words.rstrip(".")) and not words.startswith(("This ", "It ", "That "))


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
        wish = boilerplate.is_process(unit.words) or "please" in unit.words.lower()
        return not wish and len(sentences(unit.line)) == 1
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
        and not is_aside(words)
        and not asks.is_statement(words)
        and len(sentences(unit.line)) == 1
    )


def _in_a_run(paragraphs: Sequence[Unit], place: int, before: str) -> bool:
    """Whether a line stands straight after one that asks and leads to nothing: it may name the next thing."""
    if before != "ask" or not place or paragraphs[place].line.gap:
        return False
    above = paragraphs[place - 1].words
    return (
        above[-1] not in ":,"
        and not leadins.wants_fields(above)
        and len(sentences(paragraphs[place].line)) == 1
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
        and leadins.is_breakdown(words)
        and not words.endswith(":")
        and not asks.ends_with_question_mark(words)
        and not (boilerplate.is_scope(words) or leadins.only_dates(words))
        and not boilerplate.is_process(words)
    ):
        return "more"
    if _only_leads(unit):
        below = after is not None and (_fragment(after) or _field(unit, after))
        told = asks.is_statement(words) or (follows and (leadins.divides(words) or handling.tells_how(words)))
        if below and asks.shape(words) >= Ask.NOUN and not told:
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
    return unit.fragment or row or values.is_value(unit.words) or leadins.names_column(unit.words)


def _field(lead: Unit, unit: Unit) -> bool:
    """Whether a short line under a lead-in names a column or a field of the one thing asked for."""
    length = len(unit.words.split())
    if values.is_row(unit.words) and asks.shape(unit.words) < Ask.DIRECTIVE:
        return leadins.wants_fields(lead.words)
    if unit.words[-1] in ".?!;" or asks.shape(unit.words) > Ask.NOUN:
        return False
    if kinds.names_kinds(lead.words) and length <= 12 and not asks.names_fact(unit.words):
        return True
    return length <= 5 and unit.line.gap == 0 and leadins.wants_fields(lead.words)


def _only_leads(unit: Unit) -> bool:
    """Whether a paragraph does no more than lead to what follows: no sentence before its last one asks."""
    parts = sentences(unit.line)
    return leadins.is_lead_in(parts[-1].text) and not any(
        asking(part.text) is Ask.OPEN for part in parts[:-1]
    )


def _asks(unit: Unit, listing: bool) -> bool:
    """Whether a paragraph holds a sentence that asks for something."""
    least = Ask.NOUN if listing else Ask.DIRECTIVE
    named = asks.names_thing(unit.words) or (
        asks.names_fact(unit.words) and not asks.is_statement(unit.words)
    )
    named = named or asks.names_of(unit.words)
    if listing and named and not is_aside(unit.words):
        return True
    parts = sentences(unit.line)
    return any(asking(part.text) >= least for part in parts) or _fact_divided(parts)


def _fact_divided(parts: Sequence[Line]) -> bool:
    """Whether a paragraph names a fact and then says how it is to be divided."""
    named = len(parts) > 1 and asks.names_of(parts[0].text) and asking(parts[0].text) is Ask.NOUN
    return named and all(leadins.is_breakdown(part.text) for part in parts[1:])


def is_aside(words: str) -> bool:
    return boilerplate.is_format(words) or boilerplate.is_fallback(words) or boilerplate.is_process(words)


@lru_cache(maxsize=4096)
def asking(words: str) -> Ask:
    """How a sentence asks, once process, formats, conditions, scopes and openings are set aside."""
    led = leadins.lead_end(words)
    if led:
        return max(asking(words[led:]), Ask.DIRECTIVE)
    if asks.comes_to(words) and not words.endswith(":"):
        return max(asks.shape(words), Ask.DIRECTIVE)
    if (
        is_aside(words)
        or leadins.is_lead_in(words)
        or leadins.asks_again(words)
        or leadins.includes(words)
        or leadins.only_dates(words)
        or (leadins.is_breakdown(words) and boilerplate.is_scope(words))
    ):
        return Ask.NO
    shape = asks.shape(words)
    if shape is Ask.NOUN:
        return Ask.NO if asks.is_statement(words) else shape
    return Ask.NO if shape is Ask.DIRECTIVE and boilerplate.introduces(words) else shape
