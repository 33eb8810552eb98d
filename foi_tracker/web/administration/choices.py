"""What an administrator chooses from, in plain words, and what each choice sets."""

from __future__ import annotations

from foi_tracker.law.regimes import SCHOOLS, AuthorityType, running_under, s12_limit
from foi_tracker.letters.assets import LEAST_CONTRAST, contrast_with_white, nearest_legible

KINDS = {
    "police": "Police force",
    "opcc": "Police and crime commissioner",
    "council": "Council",
    "department": "Government department",
    "parliament": "House of Parliament, Senedd or Assembly",
    "armed_forces_or_overseas": "Armed forces, or abroad",
    "health": "Health body",
    "university": "University or college",
    "maintained_school_england": "Maintained school in England",
    "academy_england": "Academy in England",
    "grant_aided_school_ni": "Grant-aided school in Northern Ireland",
    "archive_transferred_public_record": "Archive that holds public records",
    "other": "Another public authority",
}
"""The kinds of authority that the Act of 2000 tells apart, as an administrator calls them."""

LAYOUTS = [
    ("numbered", "Questions first", "All questions, then all answers by their numbers"),
    ("interleaved", "One after another", "Each question in bold, its answer under it"),
]
REVIEWS = [
    ("yes", "Yes", "Most have one. The Code of Practice asks for it"),
    ("no", "No", "Letters then say so, and name the regulator (section 17(7)(a))"),
]
REUSE = [
    ("ogl", "Open Government Licence", "They may use it again free of charge and name us"),
    ("own", "Our own paragraph", "For what is not under that licence"),
    ("none", "Nothing", "Letters say nothing about using it again"),
]
LARGE_PRINT = [
    ("asked", "Whoever asks for it", "The request says so, and every letter on it follows"),
    ("all", "Everybody", "No letter is set smaller"),
]
SIZES = [(str(points), f"{points} point") for points in (16, 18, 20, 24)]
COPYRIGHT = (
    "Where somebody else holds the copyright in any of it, you need their permission before you "
    "publish or copy it."
)
"""What letters may say of other people's copyright, to begin with."""

_USUAL = "Answers are due on the 20th working day."
_SCHOOL = (
    "Answers are due on the 20th working day; days without a school session do not count, up to 60 "
    "working days in all."
)
_CLOCKS = {
    AuthorityType.ARCHIVE: "Answers are due on the 20th working day, or on the 30th where they are in a "
    "transferred public record that is not yet open.",
    AuthorityType.ARMED_FORCES_OR_OVERSEAS: "Answers are due on the 20th working day. The regulator may "
    "allow up to 60 where operations, or records kept abroad, stand in the way.",
}


def kind_choices() -> list[tuple[str, str]]:
    """Each kind with the limit of section 12 that it sets (SI 2004/3244 reg 3)."""
    said = []
    for code, words in KINDS.items():
        limit = s12_limit(code)
        said.append((code, f"{words} (£{limit.pounds}, {limit.hours} hours)"))
    return said


def kind_words(kind: str) -> str:
    """What a kind sets, in words: the limit of section 12, the clock of section 10. "" for none of KINDS."""
    if kind not in KINDS:
        return ""
    limit = s12_limit(kind)
    is_school = running_under("FOIA", kind) in SCHOOLS
    clock = (
        _SCHOOL if is_school else _CLOCKS.get(AuthorityType(kind), "Answers are due on the 20th working day.")
    )
    return f"Its cost limit is £{limit.pounds}, which is {limit.hours} hours of work. {clock}"


def colour_words(colour: str) -> str:
    """How well small words in a colour can be read on white, with the number."""
    try:
        contrast = contrast_with_white(colour)
    except ValueError:
        return "A colour is # and six digits or letters, for example #17495a."
    said = f"{contrast:.1f} to 1 on white"
    if contrast >= LEAST_CONTRAST:
        return f"{said}. Small words need {LEAST_CONTRAST:.0f} to 1, so they can be read."
    return (
        f"{said}: too pale for small words, which need {LEAST_CONTRAST:.0f} to 1. "
        f"The nearest that passes is {nearest_legible(colour)}."
    )
