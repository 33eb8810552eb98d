"""The facts of a letter, as the law and the template both read them.

One shape for every kind of letter: the statutory check, the template and the
golden texts read the same frozen dataclasses, so that they cannot disagree.
Officers' words are values here (plain text or the small Markdown), never template source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from foi_tracker.law.regulator import RegulatorFacts as RegulatorFacts


@dataclass(frozen=True)
class AuthorityFacts:
    """Who writes: all of it from the authority's settings on the day of the letter."""

    name: str
    kind: str  # a word of foi_tracker.law.regimes.AuthorityType
    team: str = ""  # "Information Rights"
    address: tuple[str, ...] = ()
    telephone: str = ""
    email: str = ""
    website: str = ""
    accent: str = "#17495a"  # at least 7:1 on white
    mark: str = ""  # name of a bundled mark, "" for none
    logo: str = ""  # SHA-256 of its picture; it stands in the mark's place
    logo_type: str = ""  # "image/png" | "image/svg+xml"
    logo_width: int = 0  # with the height, its shape
    logo_height: int = 0
    logo_alt: str = ""  # what it shows besides the name
    letterhead_at_foot: bool = False
    reference_as_title: bool = False
    greeting: str = ""  # when the recipient's name is not to be used; "" greets by name
    signatory_name: str = ""
    signatory_role: str = ""
    footer: str = ""
    review_contact: tuple[str, ...] = ()  # where to ask for an internal review; empty = not set
    review_procedure: bool = True  # False: the authority says that it has none
    review_working_days: int = 20
    reuse: str = "ogl"  # "ogl" | "own" | "none"
    reuse_text: str = ""  # the authority's own paragraph, for reuse == "own"
    copyright_text: str = ""  # of what others hold the rights in
    disclosure_log: str = ""  # the link to where answers are published; "" where they are not
    large_print_for_all: bool = False  # otherwise for those who ask
    large_print_size: int = 18  # points
    is_sample: bool = False


@dataclass(frozen=True)
class RecipientFacts:
    """To whom: the address block of a window envelope, or an email address."""

    name: str
    organisation: str = ""
    address: tuple[str, ...] = ()
    email: str = ""
    salutation: str = ""  # what follows "Dear "; "" means the name


@dataclass(frozen=True)
class AttachmentFacts:
    """A file that goes with the letter."""

    title: str
    filename: str
    media_type: str
    size: int  # bytes
    question: str = ""  # label of the question it answers, "" for the whole letter
    looked_at_by: str = ""  # who took the second look; "" = nobody yet
    sha256: str = ""  # of its bytes; "" in letters issued before it was kept


@dataclass(frozen=True)
class GroundFacts:
    """One exemption or exception relied on, with the reasoning that the law asks for it."""

    code: str  # of foi_tracker.law.exemptions: "s.31(1)(a)"
    limb: str = ""  # of that code's limbs or conditions: "38(1)(a)", "40(3A)(a)"
    purpose: str = "withhold"  # "withhold" | "ncnd": neither confirm nor deny
    words: Mapping[str, str] = field(default_factory=dict)  # by the names of foi_tracker.law.reasoning
    views: tuple[str, ...] = ()  # what third parties said who were consulted about it


@dataclass(frozen=True)
class CostRowFacts:
    """One row of an estimate: an activity of SI 2004/3244 reg 4(3)."""

    activity: str  # of foi_tracker.law.cost_limit
    what: str
    records: int
    minutes_each: float
    people: int = 1
    reference: str = ""  # of the request added together with this one whose row it is, s.12(4)


@dataclass(frozen=True)
class CostFacts:
    """What answering the request would cost, s.12: the hours come from the rows alone."""

    rows: tuple[CostRowFacts, ...] = ()
    sampled: str = ""
    within_limit: str = ""  # s.16: what could be provided within it, or why nothing can
    together_with: tuple[str, ...] = ()  # references of requests added together with it, s.12(4)


@dataclass(frozen=True)
class WholeFacts:
    """Section 14: the request as a whole is refused. The evidence is never a fact of a letter."""

    section: str  # "14(1)" | "14(2)"
    earlier_reference: str = ""
    earlier_answered_on: date | None = None
    earlier_notice: str = ""  # s.17(6)


@dataclass(frozen=True)
class AnswerFacts:
    """One question and what became of it."""

    label: str
    question: str
    outcome: str = ""  # a code of foi_tracker.law.outcomes, "" while unanswered
    answer: str = ""  # the small Markdown
    stem: str = ""  # the lead-in that the question needs
    section: str = ""  # the heading it stood under
    same_as: str = ""  # label of the question whose answer this takes
    because_of: str = ""  # label of a question, or "opening_statement", that makes it fall away
    details: Mapping[str, str] = field(default_factory=dict)  # by field name of law.outcomes
    attachments: tuple[str, ...] = ()  # titles
    regime: str = ""  # "FOIA" | "EIR"; "" is the letter's own
    grounds: tuple[GroundFacts, ...] = ()  # those with purpose "ncnd" beside an answer speak of the rest


@dataclass(frozen=True)
class LetterFacts:
    """Everything a letter says or is checked against. Dates are statutory dates."""

    kind: str  # a code of foi_tracker.letters.kinds
    layout: str  # "numbered" | "interleaved"
    dated: date
    reference: str
    subject: str
    regime: str  # "FOIA" | "EIR"
    received: date
    due: date | None  # None: no date is running
    authority: AuthorityFacts
    recipient: RecipientFacts
    regulator: RegulatorFacts | None
    their_reference: str = ""
    opening_statement: str = ""  # Markdown, said once before the answers
    preamble: str = ""  # the requester's own words above their questions
    answers: tuple[AnswerFacts, ...] = ()  # those in this letter, in the order of the questions
    all_labels: tuple[str, ...] = ()  # every question of the case, in order
    answered_elsewhere: tuple[str, ...] = ()  # labels answered in another letter, or to follow in one
    to_follow: tuple[str, ...] = ()  # of those, the labels that no letter has answered yet
    attachments: tuple[AttachmentFacts, ...] = ()
    large_print: bool = False
    language: str = "en-GB"
    form_wanted: str = ""  # s.11: the form they want the answer in
    adjustment: str = ""  # any other adjustment asked for
    working_days_late: int = 0  # 0 when in time
    late_reason: str = ""
    date_reason: str = ""  # one sentence: why the due date is that date
    review_by: date | None = None  # 40 working days from the letter's date
    clarification: str = ""  # clarification letter: the exact question asked
    close_by: date | None = None  # where it asks what was meant: when we close if we hear nothing
    until: date | None = None  # fees notice: the last day to pay; EIR extension: the extended date
    not_valid_reason: str = ""  # not_valid letter: a code of law.outcomes.NOT_VALID
    part_of_several: bool = False  # a part now, the rest later
    cost: CostFacts | None = None
    whole: WholeFacts | None = None
    said: Mapping[str, str] = field(default_factory=dict)  # what its kind asks for, by law.notices.asks
    passed_from: str = ""  # acknowledgement: the authority here that passed the request on
    corrects: date | None = None  # date of the letter that this one corrects
    correction_reason: str = ""
    held_unsaid: tuple[str, ...] = ()  # outcomes whose paragraph, as worded here, does not say if it is held
    wordings: Mapping[str, str] = field(default_factory=dict)  # the authority's own standard words, by key


@dataclass(frozen=True)
class Finding:
    """One defect of a letter, in plain words, with what mends it."""

    level: str  # "must" | "should"
    code: str  # LAW.md section 12
    provision: str  # "s.17(7)(a)", "s.45 Code", ...
    message: str  # one sentence that says what is wrong and what to do
    where: str = ""  # label of the question, in a stranger's letter or a sentence of it; "" of the whole
    mend: str = ""  # where it is mended: "question:<label>", "attachments", "settings", "letter", "case"
    field: str = ""  # the box there: a name of law.outcomes, or of law.reasoning for a ground
    ground: int | None = None  # which of the question's grounds asks it, from 0
