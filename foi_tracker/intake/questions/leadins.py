"""What leads to what is asked, divides it, or speaks of it again."""

from __future__ import annotations

from foi_tracker.intake.questions.asks import (
    HEAD,
    Ask,
    asks_within,
    comes_to,
    is_statement,
    names_of,
    object_of,
    opens_question,
    shape,
)
from foi_tracker.intake.questions.wording import pattern

_TAIL = 320
_NEAR = 90
"""Characters before the end of a sentence within which "the following" leads to what comes next."""
_PLACEHOLDER = pattern(
    r"""\b(?:following(?!\s(?:the|an?|your|their|his|her|its|this|that|on)\b)|below|as follows|(?:these
    |my) questions?|canlynol|isod)\b
    |\b(?:information|data|details|answers?|(?<!in )questions?|documents?)\b[^.?!]{0,200}:$"""
)
_COLUMNS = pattern(
    r"""\bdetails (?:of|for)\b[^.?!]{1,80}:$
    |\b(?:columns?|fields?|headings|tables?|categor(?:y|ies)|spread ?sheet|template|grid)\b[^.?!]{0,80}$
    |(?:complete|fill in|fill out)\b[^.?!]{0,90}$
    |\b(?:showing|includes?|including|stating|listing|with)\s?:$
    |\b(?:showing|including|stating|listing|giving|with) the following\b[^.?!:]{0,60}:$
    |\b(?:list|register|spread ?sheet|data ?set)\b[^?!]{1,80}\. for each\b[^.?!]{1,60}:$"""
)
_MORE = pattern(r"\b(?:also|in addition|additionally|as well|furthermore|hefyd)\b")
_COLUMN = pattern(r"(?:column|field|row|heading)\s?(?:\d{1,2}|[a-z])\s?[:.)–-]")
_INCLUDES = pattern(
    r"""(?!also please include (?:the|any|all|copies|a) (?:\w{1,20} ){1,3}(?:from|of|by|between) )
    (?:please |also |and |kindly ){0,3}(?:include\b(?!\s?:)
    |(?:provide|send|supply|give)(?: me| us)?,? for (?:example|instance),)"""
)
_ONLY_WHEN = pattern(
    r"""\b(?:figures|data|information|statistics|numbers|results|answers|totals)\s
    (?:(?:for|by|from|in|covering|over|between|since|per|during|on|to|of|and|the|each|every|all|both|last|past
    |previous|most|recent|full|complete|one|two|three|four|five|six|seven|eight|nine|ten|twelve|years?|months?
    |weeks?|days?|quarters?|calendar|financial|fiscal|academic|tax|school|period|date|present|today|now|until|inclusive
    |jan\w{0,6}|feb\w{0,6}|mar\w{0,2}|apr\w{0,2}|may|june?|july?|aug\w{0,3}|sep\w{0,6}|oct\w{0,4}|nov\w{0,5}
    |dec\w{0,5}|please|\d{1,4}(?:st|nd|rd|th)?|[-–/,;.()])\s?){1,40}+$"""
)
"""Only the time of what was asked before: "the figures for each of the last five years"."""
_BEFORE_BARE = (
    *("the", "all", "any", "me", "us", "with", "like", "want", "need", "require", "provide", "give", "send"),
    *("supply", "please"),
)
_WISHES_AGAIN = pattern(
    r"""(?:i|we)(?:['’]d| would| need| want| require| also){1,3} (?:like )?(?:this|these|the above
    |the(?= \w{4,12} for (?:20|19|each|the (?:last|past|years))))\s
    (?:information|data|figures)\b
    |if (?:i|we) could (?:please )?(?:receive|have|get) (?:this|these)\b
    |(?:(?:if|where) (?:at all )?possible,? )?(?:could|can|may) (?:this|these|it|the (?:information
    |data)) (?:please )?be
    (?: provided| given| broken| split| supplied| sent| for)\b"""
)
_LEADS = pattern(
    r"""\b(?:the|these|this|my|me|with|all) following (?:information|data|details|questions?|documents?
    |answers)\b"""
)
_AGAIN = pattern(
    r"""(?:all )?(?:of )?(?:this|these|the (?:same|above)
    |the (?=information requested))\b\s?(?:requested )?(?:information|data|figures
    |answers?
    |breakdowns?|statistics|details|(?=for\b|by\b|in\b|as\b|to\b|separately))"""
)
_DIVIDED = pattern(r"\b(?:this|these|the above|them|it|(?:the|your) (?:answers?|figures|results|data))\b")
_DETAIL = pattern(r"(?:in particular|particularly|especially|including|namely|such as|yn enwedig)\b")
_BREAK = pattern(
    r"""\b(?:break(?:ing)?\s(?:(?:this|it|these|the|them|all|each)\s)?(?:\w{1,14}\s)?down|broken down
    |(?:breakdown|split|separated?|separately|categori[sz]ed|disaggregated|itemi[sz]ed)\s(?:\w{1,12}\s)?
    (?:by|for|per|into|between|below)|for each (?:year|month|quarter|of the)
    |(?:figures|data|totals|answers|numbers) by (?!the (?:end|start)|email|post|return))\b"""
)


_TELLS = pattern(r"(?:the|an?|there|these|those|i|we) ")
"""What brackets say of another thing, or of the sender: "(the final report is dated May)"."""


def is_lead_in(words: str) -> bool:
    """Whether the words only lead to what is asked: "Please provide the following information:"."""
    words = words.removesuffix("-") if words.endswith(":-") else words
    if comes_to(words) and not words.endswith(":"):
        return False
    ends = words.endswith((":", ";", "-", "–"))
    if holds_placeholder(words) and (
        ends or _LEADS.search(words[-_TAIL:]) or holds_placeholder(words[-_NEAR:])
    ):
        told = is_statement(words) and words[:2].lower() != "i " and words[:3].lower() != "we "
        return words.endswith(":") or not (told or opens_question(words) or asks_within(words))
    asked = object_of(words).lower().rstrip(":")
    if shape(words) is Ask.DIRECTIVE and (asked in ("me", "us") or (ends and not asked)):
        return True
    return words.endswith(":") and len(words.split()) <= 9


def adds(words: str) -> bool:
    """Whether a lead-in says that what it leads to is asked for besides what was asked before it."""
    more = _MORE.search(words[:200])
    leads = words.endswith(":") or len(object_of(words)) < 12
    return more is not None and leads and len(words.split()) <= 14


def wants_fields(words: str) -> bool:
    """Whether a lead-in names columns or fields, or a form to fill in, and not things asked one by one."""
    return _COLUMNS.search(words[-160:]) is not None


def is_breakdown(words: str) -> bool:
    """Whether the words only say how an answer is to be divided."""
    found = _BREAK.search(words[:110])
    if found is None or opens_question(words):
        return False
    return not found[0].lower().startswith("for each") or found.start() <= 25 or asks_again(words)


def divides(words: str) -> bool:
    """Whether a lead-in says how what was asked before it is to be divided: "Please break this down by:"."""
    found = _BREAK.search(words[:110])
    if not is_breakdown(words) or found is None or found[0].lower().startswith("for each"):
        return False
    return asks_again(words) or _DIVIDED.search(words[:160]) is not None


def awaits_object(words: str) -> bool:
    """Whether a directive stops before it says what is asked for: "If not, please provide at least:"."""
    return words.endswith(":") and shape(words) is Ask.DIRECTIVE and 0 < len(object_of(words)) < 12


def lead_end(words: str) -> int:
    """Where the question begins in a sentence that leads to it: "I ask for the following: how many …"."""
    colon = max(words.find(": ", 0, HEAD), words.find("; ", 0, 100))
    leads = colon > 0 and holds_placeholder(words[: colon + 1])
    after = words[colon + 2 :]
    return colon + 2 if leads and (shape(after) is Ask.OPEN or names_of(after)) else 0


def names_column(words: str) -> bool:
    """Whether a line names a column by its number: "Column 1: Property reference"."""
    return _COLUMN.match(words) is not None


def asks_again(words: str) -> bool:
    """Whether a directive is about what was asked before it: "Please could I have this information for"."""
    return _AGAIN.match(object_of(words)) is not None or _WISHES_AGAIN.match(words) is not None


def only_adds_detail(words: str) -> bool:
    """Whether a sentence has no verb of its own and narrows the one before: "In particular when …"."""
    if words.startswith("(") and words.rstrip(".").endswith(")"):
        inside = words.strip("(). ")
        return not (_TELLS.match(inside) and is_statement(inside))
    return _DETAIL.match(words) is not None and shape(words) < Ask.DIRECTIVE and not is_statement(words)


def includes(words: str) -> bool:
    """Whether a sentence only says what else an answer is to hold: "Please include part-time staff"."""
    return _INCLUDES.match(words) is not None and not words.endswith(":")


def only_dates(words: str) -> bool:
    """Whether a directive only says for what time: "Please provide figures for the last three years"."""
    when = _ONLY_WHEN.search(words[:200])
    before = words[: when.start()].lower().split()[-1:] if when else []
    return bool(before) and before[0] in _BEFORE_BARE and shape(words) is Ask.DIRECTIVE


def holds_placeholder(words: str) -> bool:
    """Whether the words stand for what is listed after them: "the following", "below"."""
    return _PLACEHOLDER.search(words[-_TAIL:]) is not None
