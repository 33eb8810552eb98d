"""Facts of letters from plainly invented authorities, for tests and benchmarks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foi_tracker.law.notices.facts import (
    AnswerFacts,
    AttachmentFacts,
    AuthorityFacts,
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
            "searched": "On 2 November 2026 our commissioning team searched both providers’ quarterly returns "
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
        attachments=(
            AttachmentFacts("Locking your bicycle", "locking.pdf", "application/pdf", 412_000, "4", "Duty officer"),
        ),
        review_by=date(2027, 1, 22),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


_BICYCLES = (
    AnswerFacts(
        "1",
        "How many bicycle thefts were reported to you in each of the last three financial years, by district?",
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
        details={
            "hours": "150",
            "estimate": "Reports have no field for where a bicycle was locked, so a person would have to open and "
            "read all 2,994 of them. We timed 20 reports, taken at random, on 10 November 2026. Each took three "
            "minutes.",
            "within_limit": "In 18 hours we could read up to 360 reports. The 331 thefts reported in January to "
            "March 2026 would fit. So would a random sample of 360 from all three years.",
        },
    ),
    AnswerFacts(
        "4",
        "Do you publish advice on locking bicycles?",
        "disclosed",
        "Yes: https://ambleford-police.example.org/bicycles. A printed copy is enclosed.",
        attachments=("Locking your bicycle",),
    ),
)


def refusal(**changes: object) -> LetterFacts:
    """A decision to withhold everything, in the interleaved layout."""
    facts = mixed(
        reference="224/26",
        subject="Number-plate cameras, and who operates them",
        received=date(2026, 10, 27),
        due=date(2026, 11, 24),
        recipient=EDITOR,
        their_reference="",
        attachments=(),
        answers=(
            AnswerFacts(
                "1",
                "The location of each fixed number-plate camera in Ambleford",
                "withheld",
                details={
                    "ground": "s.31(1)(a)",
                    "reasons": "Releasing the list would be likely to prejudice the prevention or detection of "
                    "crime. It shows, by what it leaves out, which roads have no camera.\n\n"
                    "This is a qualified exemption, so we weighed the public interest. Residents should know how "
                    "far they are watched. Against that, the value of 46 cameras lies in not knowing where they "
                    "are. The public interest in withholding the list is the stronger.",
                },
            ),
            AnswerFacts(
                "2",
                "The names of the staff who operate the system",
                "withheld",
                details={
                    "ground": "section 40(2)",
                    "reasons": "Names are personal data, and releasing them would break the first data protection "
                    "principle. The staff are not senior and were told that their names would stay private.",
                },
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def environmental(**changes: object) -> LetterFacts:
    """A response under the Environmental Information Regulations."""
    facts = mixed(
        regime="EIR",
        layout="numbered",
        authority=COUNCIL,
        reference="2026-27-088",
        subject="Water quality in the River Amble",
        attachments=(),
        their_reference="",
        answers=(
            AnswerFacts("1", "Results of each test this year", "disclosed", "We made six tests. All were clear."),
            AnswerFacts(
                "2",
                "The draft plan for the weir",
                "withheld",
                details={
                    "ground": "12(4)(d)",
                    "reasons": "The plan is not finished. Publishing a draft would mislead people, and the final "
                    "plan comes out in January 2027. The public interest in finishing it in peace is the stronger.",
                },
            ),
            AnswerFacts(
                "3",
                "Tests made before 1990",
                "not_held",
                details={"searched": "Our archive holds no tests from before 1990.", "holder": "nobody known"},
            ),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


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
        date_reason="The law allows us 20 working days. We do not count Monday 30 November, a bank holiday in "
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
        clarification="Which papers would you like?\n- the bids that projects sent us\n- the reports of our panel\n"
        "- our letters to the projects",
        close_by=date(2027, 2, 19),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def not_valid(**changes: object) -> LetterFacts:
    """A letter that says what a message lacks to be a request."""
    facts = acknowledgement(kind="not_valid", due=None, date_reason="", answers=(), not_valid_reason="not_described")
    return replace(facts, **changes)  # type: ignore[arg-type]


def every_outcome(**changes: object) -> LetterFacts:
    """A response in which each outcome stands once."""
    facts = response(
        subject="One of everything",
        preamble="",
        answers=_EVERY_OUTCOME,
        opening_statement="In 2025/26 we did not commission a programme of our own.\n\nWe paid for these:\n"
        "- two courses\n- a helpline, open every day of the year",
        attachments=(AttachmentFacts("Grants by parish", "grants.csv", "text/csv", 8_200, "2"),),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


_EVERY_OUTCOME = (
    AnswerFacts("1", "What the helpline cost", "disclosed", "£41,200 in 2025/26."),
    AnswerFacts("2", "Grants by parish", "disclosed", attachments=("Grants by parish",)),
    AnswerFacts(
        "3",
        "The contract with the provider",
        "part_disclosed",
        "The contract runs from 1 April 2025 to 31 March 2027.",
        details={"ground": "s43(2)", "reasons": "Its prices would help a rival to undercut the provider."},
    ),
    AnswerFacts(
        "4",
        "Complaints since 2020",
        "part_held",
        "Since 2022 there have been 14.",
        details={"not_held_part": "We deleted complaints from before 2022, after three years, as our schedule says."},
    ),
    AnswerFacts(
        "5",
        "The risk register",
        "withheld",
        details={"ground": "31(1)(a) and 38(1)(b)", "reasons": "It names places that are not guarded at night."},
    ),
    AnswerFacts("6", "A list of visitors", "not_held", details={"searched": "The front desk keeps no list."}),
    AnswerFacts(
        "7",
        "Every email about it",
        "cost_limit",
        details={"hours": "61", "estimate": "3,660 emails at a minute each.", "within_limit": "Those of one month."},
    ),
    AnswerFacts(
        "8",
        "Whether any of 90 mailboxes mention it",
        "cost_limit_confirm",
        details={"hours": "45", "estimate": "90 mailboxes at half an hour each.", "within_limit": "Two mailboxes."},
    ),
    AnswerFacts(
        "9",
        "Whether a named person was investigated",
        "ncnd",
        details={"ncnd_provision": "s.40(5B)", "reasons": "Saying which would itself be unfair to that person."},
    ),
    AnswerFacts("10", "The same again, for the fourth time", "vexatious", details={"evidence": "Internal."}),
    AnswerFacts("11", "The budget of 2024/25", "repeated", details={"earlier_reference": "031-26"}),
    AnswerFacts(
        "12",
        "The yearly report",
        "accessible",
        details={"where": "https://ambleford-pcc.example.org/reports/2026"},
    ),
    AnswerFacts(
        "13",
        "The new strategy",
        "future_publication",
        details={"when": "2027-02-01", "publication_reasons": "We settled that date in July 2026."},
    ),
    AnswerFacts("14", "My own file", "own_data", details={"handed_on": "2026-10-28"}),
    AnswerFacts(
        "15",
        "The review of the helpline",
        "decision_pending",
        details={"ground": "s.36(2)(c)", "reasons": "It holds frank advice.", "estimated_date": "2026-12-16"},
    ),
    AnswerFacts("16", "How many courses you ran", "not_applicable", because_of="opening_statement"),
    AnswerFacts("17", "What visitors said", "not_applicable", because_of="6"),
    AnswerFacts("18", "Do you agree?", "outside_act", "The Commissioner has not taken a view."),
    AnswerFacts(
        "19",
        "All the papers",
        "clarification",
        details={"clarification_question": "Which meeting do you mean: May or June?"},
    ),
    AnswerFacts("20", "The minutes", "withdrawn", details={"withdrawn_how": "by email on 2 November 2026"}),
    AnswerFacts("21", "What it cost in all", same_as="1"),
)


def forty_questions(**changes: object) -> LetterFacts:
    """A response to 40 questions, in sections with their own lead-ins."""
    answers = tuple(
        AnswerFacts(
            str(number),
            f"How many reports of kind {number} did you receive?",
            "disclosed" if number % 4 else "not_held",
            f"{number * 17} reports." if number % 4 else "",
            stem="In the financial year 2025/26:" if number <= 20 else "In the financial year 2024/25:",
            section="Reports this year" if number <= 20 else "Reports last year",
            details={} if number % 4 else {"searched": "Our recording system has no field for it."},
        )
        for number in range(1, 41)
    )
    return replace(response(subject="Forty questions", preamble="", answers=answers), **changes)  # type: ignore[arg-type]


def twelve_pages(**changes: object) -> LetterFacts:
    """A response of about twelve pages: long answers, and a table that runs over a page."""
    rows = "\n".join(f"Parish {number}\t{number * 3}\t{number * 7:,}" for number in range(1, 71))
    paragraph = (
        "We pay for this work in quarters, and check each payment against what the provider delivered. Where it "
        "delivered less, we paid less. Where it delivered more, we did not pay more, because the contract sets a "
        "ceiling. Our audit committee read the figures in June and in December. "
    )
    answers = (
        AnswerFacts("1", "Spending by parish", "disclosed", f"**Spending by parish**\n\nParish\tGrants\tPounds\n{rows}"),
        *(
            AnswerFacts(str(number), f"What happened in quarter {number}?", "disclosed", "\n\n".join([paragraph] * 5))
            for number in range(2, 14)
        ),
    )
    return replace(mixed(subject="A long answer", answers=answers, attachments=()), **changes)  # type: ignore[arg-type]


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% include 'x' %} <img src=file:///etc/passwd> ${x} \\ & \"'"
HEBREW, ARABIC = "שלום עולם", "حرية المعلومات"


def hostile(**changes: object) -> LetterFacts:
    """A response in which every typed word tries something."""
    long_word = "Pneumono" * 40
    facts = mixed(
        subject=f"{HOSTILE} {HEBREW}",
        their_reference='"}</style><b>x',
        recipient=RecipientFacts(name=f"{ARABIC} {HEBREW}", address=(HOSTILE, long_word, "AM1 1ZZ")),
        preamble=HOSTILE,
        answers=(
            AnswerFacts('1"}<b>', f"{HOSTILE} {long_word}", "disclosed", f"{HOSTILE}\n\n[x](file:///etc/passwd)"),
            AnswerFacts("2", ARABIC, "disclosed", f"{ARABIC}: {HEBREW}. ![x](http://tracker.example.org/x.png)"),
            AnswerFacts("3", "Łódź, Ελλάδα, Київ, Llŷn", "disclosed", "A\tB\n<b>1</b>\t<img src=x onerror=y>\n2\t{{x}}"),
        ),
        attachments=(AttachmentFacts(HOSTILE, "x.pdf", "application/pdf", 1),),
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
    return {
        "response-numbered": response(),
        "response-interleaved": mixed(),
        "response-refusal": refusal(),
        "response-environmental": environmental(),
        "response-large": response(large_print=True),
        "acknowledgement": acknowledgement(),
        "acknowledgement-large": acknowledgement(large_print=True),
        "clarification": clarification(),
        "not-valid": not_valid(),
        "response-late": late(),
        "response-every-outcome": every_outcome(),
        "response-forty-questions": forty_questions(),
        "response-twelve-pages": twelve_pages(),
        "response-hostile": hostile(),
    }
