"""The questions themselves that reasoning.py puts together: words, help, provision and finding of each."""

from __future__ import annotations

from dataclasses import dataclass

from foi_tracker.law.outcome_fields import Field


@dataclass(frozen=True)
class Ask(Field):
    """One thing that a ground asks for. `name` is its key in the words of a ground."""

    choices: tuple[tuple[str, str], ...] = ()  # value and words, for kind "choice"
    code: str = "reason_missing"


YES_NO = (("no", "No"), ("yes", "Yes"))
THEIRS = frozenset({"theirs", "both"})
"""Whose commercial interests they are, where somebody else must be heard."""

PART = Ask(
    "part",
    "Which part of the information is this about?",
    "Leave it empty where it covers all that you withhold. For example: the names in the minutes.",
    "s.17(1)(b)",
    kind="text",
    required=False,
)
REASON_TO_DENY = Ask(
    "reason",
    "Why would saying whether you hold it be a problem in itself?",
    "Write the same words that you would write if it were the other way round.",
    "s.17(1)(c)",
)
COMPLETION = Ask(
    "completion",
    "Who is preparing it, and when will it be ready?",
    "Name the authority and the time, where you know them.",
    "reg 14(4)",
    kind="text",
    required=False,
)
STATISTICS = Ask(
    "statistics",
    "Is it statistical information?",
    "For statistics nobody's opinion is needed.",
    "s.36(4)",
    kind="choice",
    required=False,
    internal=True,
    choices=YES_NO,
)
ADVICE = Ask(
    "advice",
    "What could they ask for instead?",
    "How they could narrow or explain it, and what you have done to help.",
    "reg 9",
    code="advice_missing",
)
EMISSIONS = Ask(
    "emissions",
    "Is it about emissions into the environment?",
    "If it is, this exception cannot be used.",
    "reg 12(9)",
    kind="choice",
    internal=True,
    choices=YES_NO,
)
INTERNAL = frozenset({"statistics", "qp_seen", "emissions", "evidence", "record_year"})
"""What is kept on the case and never printed."""


def reason(label: str, *, eir: bool = False) -> Ask:
    """Why the information falls under this exemption."""
    hint = "In words that the requester will understand, about this information."
    return Ask("reason", label, hint, "reg 14(3)(a)" if eir else "s.17(1)(c)")


def views(*, required: bool) -> Ask:
    """What the third party says, where no consultation of the case has recorded it."""
    return Ask(
        "views",
        "What do they say themselves?",
        "The harm that they expect, in their words or yours. A consultation recorded on the case will do.",
        "s.43(2); s.45 Code",
        required=required,
    )


def enactment(limb: str) -> Ask:
    """What bars disclosure, by the limb of s.44(1)."""
    labels = {
        "44(1)(b)": "Which assimilated obligation forbids it?",
        "44(1)(c)": "Which order or rule of court forbids it?",
    }
    return Ask(
        "enactment",
        labels.get(limb, "Which enactment forbids it, and which section?"),
        "Its name in full, with the year and the section.",
        "s.44(1)",
        kind="text",
        code="enactment_missing",
    )


def record_year(years: int) -> Ask:
    """How old the record is, where that could bar the exemption: ss.62 and 63."""
    return Ask(
        "record_year",
        "In which year was the record made?",
        f"Only where it may be old: after {years} years this one ends. A file is as old as its last paper.",
        "ss.62 and 63",
        kind="number",
        required=False,
        internal=True,
    )


def harm(basis: str, *, eir: bool, ncnd: bool) -> tuple[Ask, ...]:
    """The harm, how it comes about and how likely it is, in the word of the law: s.38 asks of danger."""
    act = "saying whether you hold it" if ncnd else "releasing it"
    provision = "reg 12(5); reg 14(3)(a)" if eir else "s.17(1)(c)"
    what = f"What harm would {act} do?"
    hint = "To what or whom. The real thing, not the section's words."
    if basis == "endangerment":
        what = f"Whose health or safety would {act} endanger?"
        hint = "Who, and what could happen to them."
    return (
        Ask("harm", what, hint, provision, code="harm_missing"),
        Ask("cause", f"How would {act} bring that about?", "Step by step: who would do what.", provision),
        _likelihood(basis, provision),
        Ask(
            "likelihood_why",
            "What makes it as likely as that?",
            "What has happened before, or what stands in the way of it.",
            provision,
            required=False,
        ),
    )


def _likelihood(basis: str, provision: str) -> Ask:
    """The Act knows "would" and "would be likely to"; reg 12(5) "would" alone."""
    would = ("would", "It would: more likely than not")
    likely = ("likely", "It would be likely to: a real and significant risk")
    only = basis == "adverse_effect"
    hint = "The Regulations ask for harm that would happen." if only else "Choose what you can show."
    return Ask(
        "likelihood",
        "How likely is it?",
        hint,
        provision,
        kind="choice",
        code="likelihood_missing",
        choices=(would,) if only else (would, likely),
    )


def public_interest(*, eir: bool, ncnd: bool) -> tuple[Ask, ...]:
    """For, against and the conclusion: s.17(3)(a) to deny, s.17(3)(b) to withhold; reg 14(3)(b)."""
    provision = "reg 14(3)(b)" if eir else "s.17(3)(a)" if ncnd else "s.17(3)(b)"
    code = "eir_public_interest_missing" if eir else "public_interest_missing"
    act = "saying whether you hold it" if ncnd else "releasing it"
    other = "saying neither" if ncnd else "withholding it"
    asked = (
        ("pi_for", f"What speaks for {act}?", "About this information: openness in general is not enough."),
        ("pi_against", f"What speaks for {other}?", "The harm to the public, and how grave it is."),
        (
            "pi_conclusion",
            "Which weighs more, and why?",
            f"Begin with which is the stronger.{' The Regulations presume release.' if eir else ''}",
        ),
    )
    return tuple(Ask(name, label, hint, provision, code=code) for name, label, hint in asked)
