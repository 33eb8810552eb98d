"""Facts of letters from plainly invented authorities, for tests and benchmarks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foi_tracker.law.notices.facts import (
    AnswerFacts,
    AttachmentFacts,
    AuthorityFacts,
    CostFacts,
    CostRowFacts,
    LetterFacts,
    RecipientFacts,
    RegulatorFacts,
)

COMMISSIONER = AuthorityFacts(
    name="Ambleford Police and Crime Commissioner",
    kind="opcc",
    address=("Weir House", "2 Example Wharf", "Ambleford AM1 1AA"),
    telephone="01632 960201",
    email="foi@ambleford-pcc.example.org",
    website="https://ambleford-pcc.example.org",
    accent="#17495a",
    mark="hills",
    signatory_role="Head of Governance",
    review_contact=("foi@ambleford-pcc.example.org", "Weir House, 2 Example Wharf, Ambleford AM1 1AA"),
    is_sample=True,
)
POLICE = AuthorityFacts(
    name="Ambleford Police",
    kind="police",
    team="Information Rights",
    address=("40 Example Street", "Ambleford AM2 2AA"),
    telephone="01632 960202",
    email="foi@ambleford-police.example.org",
    website="https://ambleford-police.example.org",
    accent="#23365e",
    mark="shield",
    signatory_role="Head of Information Rights",
    review_contact=("foi@ambleford-police.example.org", "40 Example Street, Ambleford AM2 2AA"),
    is_sample=True,
)
COUNCIL = AuthorityFacts(
    name="Ambleford District Council",
    kind="council",
    team="Information Governance",
    address=("Civic Hall", "Example Square", "Ambleford AM3 3AA"),
    telephone="01632 960203",
    email="information@ambleford.example.org",
    accent="#4a2a5a",
    mark="tower",
    letterhead_at_foot=True,
    signatory_name="A. Sample",
    signatory_role="Information Governance Officer",
    footer="Ambleford District Council is an invented authority.",
    review_contact=("information@ambleford.example.org",),
)
REGULATOR = RegulatorFacts(
    name="Information Commission",
    short_name="ICO",
    telephone="0303 123 1113",
    link="https://ico.org.uk/make-a-complaint/",
)
READER = RecipientFacts(
    name="The Research Officer",
    organisation="Brookmoor Families Trust",
    address=("14 Example Row", "BROOKMOOR", "AM9 9ZZ"),
    salutation="Research Officer",
)
EDITOR = RecipientFacts(
    name="The Editor",
    organisation="Ambleford Courier",
    address=("Courier Buildings", "88 Example Road", "AMBLEFORD", "AM1 7ZZ"),
    salutation="Editor",
)


def response(**changes: object) -> LetterFacts:
    """A response in the numbered layout: ten questions, provided, falling away and not held."""
    facts = LetterFacts(
        kind="response",
        layout="numbered",
        dated=date(2026, 11, 18),
        reference="043-26",
        subject="Programmes for people who abuse a partner, 2025/26",
        regime="FOIA",
        received=date(2026, 10, 26),
        due=date(2026, 11, 23),
        authority=COMMISSIONER,
        recipient=READER,
        regulator=REGULATOR,
        preamble="For the programmes you paid for in the financial year 2025/26:",
        answers=_PROGRAMMES,
        review_by=date(2027, 1, 20),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


_PROGRAMMES = (
    AnswerFacts(
        "1",
        "The name and scope of each programme",
        "disclosed",
        "We paid for two programmes:\n"
        "- Solid Ground: 26 weekly group sessions, for people judged high-risk\n"
        "- First Turn: eight one-to-one sessions, after a first report to the police",
    ),
    AnswerFacts("2", "How many men referred themselves", "disclosed", "None. Agencies make every referral."),
    AnswerFacts(
        "3",
        "Of the men in question 2, how many were accepted",
        "not_applicable",
        because_of="2",
    ),
    AnswerFacts(
        "4",
        "Of the men in question 2, how many completed a programme",
        "not_applicable",
        because_of="2",
    ),
    AnswerFacts(
        "5",
        "How many people were referred by an agency",
        "disclosed",
        "Agencies referred 176 people:\n- Solid Ground: 112\n- First Turn: 64",
    ),
    AnswerFacts(
        "6",
        "Of the people in question 5, how many were accepted",
        "disclosed",
        "The programmes accepted 131 of them:\n- Solid Ground: 83\n- First Turn: 48",
    ),
    AnswerFacts(
        "7",
        "Of the people in question 5, how many completed a programme",
        "disclosed",
        "By 31 March 2026, 97 of them had completed a programme:\n- Solid Ground: 58\n- First Turn: 39",
    ),
    AnswerFacts(
        "8",
        "The organisations that made the referrals",
        "disclosed",
        "Ambleford Police, Brookmoor children's services and the probation service.",
    ),
    AnswerFacts(
        "8A",
        "Any evaluation of the programmes",
        "not_held",
        details={
            "searched": "On 2 November 2026 our commissioning team searched both contracts and its shared "
            "folder. Nobody has evaluated either programme yet.",
        },
    ),
    AnswerFacts(
        "9",
        "Who paid for each programme, and how much",
        "disclosed",
        "The two programmes cost £189,700:\n"
        "- Solid Ground: £118,400 (£68,400 from us, £50,000 from the Home Office)\n"
        "- First Turn: £71,300, all from us",
    ),
    AnswerFacts(
        "10",
        "How many people who completed a programme were arrested again within a year",
        "not_held",
        details={
            "searched": "On 2 November 2026 our commissioning team searched both providers’ "
            "quarterly returns "
            "and the evaluation of June 2026. Neither follows people after they leave.",
            "holder": "Ambleford Police record arrests: foi@ambleford-police.example.org",
        },
    ),
)


def mixed(**changes: object) -> LetterFacts:
    """A response in the interleaved layout: a table, a cost refusal, advice and an attachment."""
    facts = LetterFacts(
        kind="response",
        layout="interleaved",
        dated=date(2026, 11, 20),
        reference="219/26",
        subject="Bicycle thefts in Ambleford",
        regime="FOIA",
        received=date(2026, 11, 2),
        due=date(2026, 12, 1),
        authority=POLICE,
        recipient=RecipientFacts(
            name="The Secretary",
            organisation="Ambleford Cycling Club",
            address=("The Old Pump House", "3 Example Lane", "AMBLEFORD", "AM4 4ZZ"),
            salutation="Secretary",
        ),
        regulator=REGULATOR,
        their_reference="ACC/7",
        answers=_BICYCLES,
        cost=_READING_REPORTS,
        attachments=(
            AttachmentFacts(
                "Locking your bicycle", "locking.pdf", "application/pdf", 412_000, "4", "Duty officer"
            ),
        ),
        review_by=date(2027, 1, 22),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


_BICYCLES = (
    AnswerFacts(
        "1",
        "How many bicycle thefts were reported to you in each of the last three financial years, by "
        "district?",
        "disclosed",
        "The table counts reports by the date we received them.\n\n"
        "**Bicycle thefts reported to Ambleford Police**\n\n"
        "District\t2023/24\t2024/25\t2025/26\n"
        "Harbour\t412\t437\t391\n"
        "North Moor\t118\t96\t104\n"
        "Old Town\t389\t405\t446\n"
        "Brookmoor\t57\t63\t76\n"
        "Total\t976\t1,001\t1,017\n\n"
        "Source: crime recording system, 9 November 2026. Financial years start on 1 April.",
    ),
    AnswerFacts(
        "2",
        "How many of them led to a charge or a caution?",
        "disclosed",
        "41 in 2023/24, 38 in 2024/25 and 52 in 2025/26.",
    ),
    AnswerFacts(
        "3",
        "How many of the bicycles were locked to a public cycle stand?",
        "cost_limit",
    ),
    AnswerFacts(
        "4",
        "Do you publish advice on locking bicycles?",
        "disclosed",
        "Yes: https://ambleford-police.example.org/bicycles. A printed copy is enclosed.",
        attachments=("Locking your bicycle",),
    ),
)


_READING_REPORTS = CostFacts(
    rows=(
        CostRowFacts("locate", "theft reports", 2994, 1),
        CostRowFacts("extract", "theft reports", 2994, 2),
    ),
    sampled="Reports have no field for where a bicycle was locked, so a person would have to open and read "
    "all 2,994 of them. We timed 20 reports, taken at random, on 10 November 2026. Each took three minutes.",
    within_limit="In 18 hours we could read up to 360 reports. The 331 thefts reported in January to March "
    "2026 would fit. So would a random sample of 360 from all three years.",
)


def acknowledgement(**changes: object) -> LetterFacts:
    """An acknowledgement of two questions."""
    facts = LetterFacts(
        kind="acknowledgement",
        layout="numbered",
        dated=date(2026, 11, 20),
        reference="051-26",
        subject="Grants to rural crime projects",
        regime="FOIA",
        received=date(2026, 11, 19),
        due=date(2026, 12, 18),
        authority=replace(COMMISSIONER, signatory_role="Freedom of Information Officer"),
        recipient=RecipientFacts(
            name="The Clerk",
            organisation="Brookmoor Parish Council",
            address=("The Reading Room", "BROOKMOOR", "AM9 2ZZ"),
            salutation="Clerk",
        ),
        regulator=REGULATOR,
        answers=(
            AnswerFacts("1", "How much the Commissioner has given to rural crime projects since April 2024"),
            AnswerFacts("2", "Which projects received it"),
        ),
        date_reason="The law allows us 20 working days. We do not count Monday 30 November, a bank "
        "holiday in "
        "Scotland: the Act leaves out bank holidays anywhere in the United Kingdom.",
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def clarification(**changes: object) -> LetterFacts:
    """A letter that asks about one question of two."""
    facts = acknowledgement(
        kind="clarification",
        due=None,
        date_reason="",
        answers=(
            AnswerFacts("1", "How much the Commissioner has given to rural crime projects since April 2024"),
            AnswerFacts("2", "All the papers about them", "clarification"),
        ),
        clarification="Which papers would you like?\n- the bids that projects sent us\n- the reports "
        "of our panel\n"
        "- our letters to the projects",
        close_by=date(2027, 2, 19),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def not_valid(**changes: object) -> LetterFacts:
    """A letter that says what a message lacks to be a request."""
    facts = acknowledgement(
        kind="not_valid", due=None, date_reason="", answers=(), not_valid_reason="not_described"
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def late(**changes: object) -> LetterFacts:
    """A response three working days late."""
    return response(
        due=date(2026, 11, 13),
        working_days_late=3,
        late_reason="waiting for figures from a provider",
        **changes,
    )


def every_letter() -> dict[str, LetterFacts]:
    """One of each kind, layout and setting, by a name."""
    from tests.factories import notices, refusals  # which, like the next, are made of the letters above
    from tests.factories import unusual_letters as unusual

    return {
        "response-numbered": response(),
        "response-interleaved": mixed(),
        "response-refusal": refusals.refusal(),
        "response-neither": refusals.neither(),
        "response-several-grounds": refusals.several_grounds(),
        "response-environmental": unusual.environmental(),
        "response-large": response(large_print=True),
        "acknowledgement": acknowledgement(),
        "acknowledgement-large": acknowledgement(large_print=True),
        "clarification": clarification(),
        "not-valid": not_valid(),
        "response-late": late(),
        "response-every-outcome": unusual.every_outcome(),
        "response-forty-questions": unusual.forty_questions(),
        "response-twelve-pages": unusual.twelve_pages(),
        "response-hostile": unusual.hostile(),
        **notices.every_notice(),
    }
