"""What single exemptions need besides: a principle and a balance, a confidence, a privilege, a purpose."""

from __future__ import annotations

from collections.abc import Mapping

from foi_tracker.law.reasoning_asks import Ask

QUALIFIED_PERSON = (
    Ask(
        "qp_role",
        "Who is the qualified person?",
        "Their role: the chief constable, the monitoring officer, the minister.",
        "s.36(5)",
        kind="text",
        code="qualified_person_missing",
    ),
    Ask(
        "qp_on",
        "When did they give their opinion?",
        "Before this letter goes. A later one counts only for a review.",
        "s.36(2)",
        kind="date",
        code="qualified_person_missing",
    ),
    Ask(
        "qp_seen",
        "What did they see before they decided?",
        "The information itself, a sample, a summary. Kept on the case, not printed.",
        "s.36(2)",
        required=False,
        internal=True,
    ),
)
_PRINCIPLES = (
    ("a", "(a) Lawful, fair and transparent"),
    ("b", "(b) Used only for the purpose it was collected for"),
    ("c", "(c) No more than is needed"),
    ("d", "(d) Accurate"),
    ("e", "(e) Kept no longer than needed"),
    ("f", "(f) Kept secure"),
)
CONFIDENCE = (
    Ask(
        "confidence_from",
        "Who gave it to us?",
        "In words that may be printed: a supplier, a family, another council.",
        "s.41(1)(a)",
        kind="text",
    ),
    Ask(
        "confidence_why",
        "What makes releasing it a breach of confidence that they could sue for?",
        "It is not trivial or public; it was given in confidence; they would be harmed or would not agree.",
        "s.41(1)(b)",
    ),
    Ask(
        "confidence_defence",
        "Would the public interest excuse a breach?",
        "There is no public interest test of the Act here, but a court would ask. Say why it would not.",
        "s.41(1)(b)",
    ),
)
CONFIDENCE_EIR = (
    Ask(
        "confidence_why",
        "What makes it commercial, and confidential in law?",
        "It is commercial or industrial; a law or a duty keeps it confidential; and whose economic interest "
        "that protects.",
        "reg 12(5)(e)",
    ),
)
_S31_PURPOSES = (
    ("a", "(a) whether somebody has broken the law"),
    ("b", "(b) whether somebody is responsible for improper conduct"),
    ("c", "(c) whether regulatory action would be justified"),
    ("d", "(d) whether a person is fit to run a company or a regulated activity"),
    ("e", "(e) the cause of an accident"),
    ("f", "(f) protecting charities from misconduct in their running"),
    ("g", "(g) protecting the property of charities"),
    ("h", "(h) recovering the property of charities"),
    ("i", "(i) the health, safety and welfare of people at work"),
    ("j", "(j) protecting others from risks that arise from work"),
)
_SETTLED = Ask(
    "settled",
    "When was it settled that it would be published, and why is it reasonable to wait?",
    "The plan must be older than the request.",
    "s.22(1)",
)
_WHEN = Ask(
    "when",
    "When will it be published?",
    "A date, or the month at the latest.",
    "s.22",
    kind="text",
    code="when_missing",
)
BY_NEED: Mapping[str, tuple[Ask, ...]] = {
    "where_available": (
        Ask(
            "where",
            "Where can they get it?",
            "The exact page, shop or office, tried today.",
            "s.21",
            code="where_missing",
        ),
    ),
    "publication_intention": (_WHEN, _SETTLED),
    "eir_redirect": (
        Ask(
            "eir_answer",
            "Where do you answer it under the Regulations?",
            "This exemption only moves it there. Name the question, or the request, that answers it.",
            "s.39(1)(a); reg 5(1)",
        ),
    ),
    "search_record": (
        Ask(
            "searched",
            "Where did you search?",
            "Where, by whom and when; or why no search was needed.",
            "reg 12(4)(a)",
            code="not_held_unexplained",
            level="should",
        ),
    ),
    "cost_or_vexatious_evidence": (
        Ask(
            "evidence",
            "What shows it?",
            "The estimate and its sample, or the history. Kept on the case, not printed.",
            "reg 12(4)(b)",
            internal=True,
        ),
    ),
    "privilege_basis": (
        Ask(
            "privilege",
            "Which privilege is it?",
            "Advice between lawyer and client, or papers made for litigation.",
            "s.42(1)",
            kind="choice",
            choices=(("advice", "Legal advice"), ("litigation", "Litigation")),
        ),
        Ask(
            "reason",
            "Why is it privileged, and still confidential?",
            "Who advised whom, about what, or which litigation; and that it has not been made public.",
            "s.17(1)(c)",
        ),
    ),
    "s31_2_purpose": (
        Ask(
            "s31_purpose",
            "Which purpose of section 31(2)?",
            "What the function is there to find out or to protect.",
            "s.31(2)",
            kind="choice",
            choices=_S31_PURPOSES,
        ),
        Ask(
            "s31_function",
            "Which function is it, and whose?",
            "Name the authority, and the Act that gives it that function.",
            "s.31(1)(g)",
            kind="text",
        ),
    ),
    "third_party_views": (
        Ask(
            "whose",
            "Whose commercial interests?",
            "Somebody else's harm must rest on what they say themselves.",
            "s.43(2)",
            kind="choice",
            choices=(("ours", "Ours"), ("theirs", "Somebody else's"), ("both", "Ours and somebody else's")),
        ),
    ),
}


def balance(*, eir: bool, ncnd: bool) -> tuple[Ask, ...]:
    """The principle, and the legitimate interests against the rights of the person: UK GDPR art 6(1)(f).

    s.40(3A)(a) and reg 13(2A)(a) to withhold; s.40(5B)(a)(i) and reg 13(5A) to neither confirm nor deny.
    """
    if ncnd:
        provision = "reg 13(5A)" if eir else "s.40(5B)(a)(i)"
        asked = (
            ("interest", "What legitimate interest is there in knowing whether you hold it?",
             "The requester's own, or everybody's."),
            ("necessity", "Is saying yes or no needed for that?",
             "Say what else would serve, without a hint at what is held."),
            ("balance", "Why would the rights of anybody concerned weigh more?",
             "What a yes or a no would tell the world about a person."),
        )  # fmt: skip
    else:
        provision = "reg 13(2A)(a)" if eir else "s.40(3A)(a)"
        asked = (
            ("interest", "What legitimate interest is there in having it?",
             "The requester's own, or everybody's. Begin with the best case for release."),
            ("necessity", "Is releasing it needed for that?",
             "Say what else would serve, and what you give instead."),
            ("balance", "Why do the rights of the person it is about weigh more?",
             "What they were told, what they would expect, what could happen to them."),
        )  # fmt: skip
    act = "saying yes or no" if ncnd else "releasing it"
    principle = Ask(
        "principle",
        f"Which data protection principle would {act} break?",
        "Almost always the first: it would not be lawful, fair and transparent.",
        f"{provision}; UK GDPR art 5(1)",
        kind="choice",
        code="balance_missing",
        choices=_PRINCIPLES,
    )
    tests = (
        Ask(name, label, hint, f"{provision}; UK GDPR art 6(1)(f)", code="balance_missing")
        for name, label, hint in asked
    )
    return (principle, *tests)
