"""Letters that refuse: exemptions with their reasons, reasons shared, neither confirmed nor denied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foi_tracker.law.notices.facts import AnswerFacts, GroundFacts, LetterFacts, RecipientFacts
from tests.factories.letters import COUNCIL, EDITOR, mixed

_CAMERAS = GroundFacts(
    "s.31(1)(a)",
    words={
        "harm": "The list shows, by what it leaves out, which roads have no camera.",
        "cause": "Somebody who moves stolen goods could plan a journey that no camera sees. Our detectives "
        "would then lose the records on which they rely.",
        "likelihood": "likely",
        "likelihood_why": "This year we found hand-drawn maps of camera sites in two cars. But some sites "
        "can be seen by anybody who drives past.",
        "pi_for": "Residents should know how far they are watched, and whether that is fairly done.",
        "pi_against": "There are 46 cameras in a large county. Their value lies in nobody knowing which "
        "roads they cover. Those who would pay for losing it are the victims of crime.",
        "pi_conclusion": "The interest in withholding the list is the stronger. We publish the number of "
        "cameras and the rules for placing them, and those answer most of the first.",
    },
)
_STAFF = GroundFacts(
    "s.40(2)",
    "40(3A)(a)",
    words={
        "principle": "a",
        "interest": "You have a legitimate interest in knowing that trained people run the system.",
        "necessity": "Their names are not needed for that: their roles and training, below, show it.",
        "balance": "They are junior, do not speak for us, and were told that their names would stay private. "
        "Some work on serious crime. Their rights are the stronger.",
    },
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
        all_labels=("1", "2"),
        answers=(
            AnswerFacts(
                "1",
                "The location of each fixed number-plate camera in Ambleford",
                "withheld",
                grounds=(_CAMERAS,),
            ),
            AnswerFacts(
                "2",
                "The names of the staff who operate the system",
                "withheld",
                "Five people run the system: a manager and four analysts. All five hold the national "
                "certificate.",
                grounds=(_STAFF,),
            ),
        ),
    )  # fmt: skip
    return replace(facts, **changes)  # type: ignore[arg-type]


_WATCHED = GroundFacts(
    "s.31(1)(a)",
    purpose="ncnd",
    words={
        "harm": "A yes would warn anybody with something to hide. A no would tell them that they are safe.",
        "cause": "People could ask about one address after another, and learn where we look.",
        "likelihood": "likely",
        "pi_for": "People should know how far the police watch them.",
        "pi_against": "An answer to one such question would make every later silence an answer too.",
        "pi_conclusion": "The interest in saying neither is the stronger. Our yearly report says how often "
        "we use these powers across the county, which meets most of the other.",
    },
)
_INQUIRY = GroundFacts(
    "s.30(1)",
    purpose="ncnd",
    words={
        "reason": "Saying which would show whether an address has a part in a criminal investigation.",
        "pi_for": "Openness about investigations helps people to trust them.",
        "pi_against": "Investigations depend on suspects not knowing of them, and witnesses not being found.",
        "pi_conclusion": "The second is the stronger, whatever the address.",
    },
)
_COMPLAINT = GroundFacts(
    "s.40(2)",
    purpose="ncnd",
    words={
        "reason": "Saying which would tell the world whether somebody has complained about a named person.",
        "principle": "a",
        "interest": "You have an interest in how complaints are dealt with.",
        "necessity": "An answer about one person is not needed for that. We publish figures for the force.",
        "balance": "Nobody expects such an answer to be made public. It could harm a person who has done "
        "nothing wrong.",
    },
)


def neither(**changes: object) -> LetterFacts:
    """A decision to neither confirm nor deny, in three answers, two of which share their reasons."""
    facts = refusal(
        reference="240/26",
        subject="An address, and a named person",
        all_labels=("1", "2", "3"),
        answers=(
            AnswerFacts(
                "1", "Whether 4 Example Mews was watched in 2025", "ncnd", grounds=(_INQUIRY, _WATCHED)
            ),
            AnswerFacts("2", "Every complaint about Mr A. Sample", "ncnd", grounds=(_COMPLAINT,)),
            AnswerFacts("3", "Whether 6 Example Mews was watched", "ncnd", grounds=(_INQUIRY, _WATCHED)),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


_PRICES = GroundFacts(
    "s.43(2)",
    words={
        "whose": "theirs",
        "harm": "The firm’s rates show how it works and what it earns on each part.",
        "cause": "Its rivals would bid just under them in the next round, in May 2027.",
        "likelihood": "would",
        "pi_for": "People should see what public money buys, and that the price is fair.",
        "pi_against": "Firms that fear for their rates bid higher or not at all, and the public pays.",
        "pi_conclusion": "The interest in withholding the rates is the stronger until May 2027. The total, "
        "which we give, shows what was spent.",
    },
    views=("The firm says that two rivals undercut it in 2023, when another council released its rates.",),
)
_ADVICE = GroundFacts(
    "s.42",
    words={
        "privilege": "advice",
        "reason": "Our solicitor wrote it in March 2026 to advise us on the contract. We have shown it to "
        "nobody else.",
        "pi_for": "The advice would help people to judge a contract worth £2.1 million.",
        "pi_against": "Everybody, a council too, must be able to ask a lawyer in confidence.",
        "pi_conclusion": "The second is the stronger: the contract is in force, and nothing suggests that we "
        "misled anybody about the advice.",
    },
)
_VIEWS = GroundFacts(
    "s.36(2)(b)(ii)",
    words={
        "qp_role": "Monitoring Officer",
        "qp_on": "2026-11-09",
        "part": "The notes of the two workshops",
        "harm": "Staff said what might go wrong with the plan, and who might be to blame.",
        "cause": "If their words were published, the next workshop would hear only what is safe to say.",
        "likelihood": "likely",
        "pi_for": "The notes show how the plan was tested.",
        "pi_against": "A plan that is not tested frankly fails at the cost of those who rely on it.",
        "pi_conclusion": "The second is the stronger while the plan is still being made, until June 2027.",
    },
)
_LETTER = GroundFacts(
    "s.41",
    words={
        "confidence_from": "A charity that works with us",
        "confidence_why": "Its letter is marked confidential and names people in hiding. Publishing it would "
        "put them at risk, and the charity could take us to court.",
        "confidence_defence": "No court would excuse it: the letter shows no wrongdoing.",
    },
)
_SAFETY = GroundFacts(
    "s.38(1)",
    "38(1)(b)",
    words={
        "part": "The map",
        "harm": "The people who live in the three refuges.",
        "cause": "The map shows where they are. Those from whom they fled could find them.",
        "likelihood": "would",
        "pi_for": "Neighbours have an interest in what stands near them.",
        "pi_against": "A life may hang on the map staying private.",
        "pi_conclusion": "The second is by far the stronger.",
    },
)
_ANYTHING_ELSE = GroundFacts(
    "s.40(2)",
    purpose="ncnd",
    words={
        "reason": "Saying which would tell the world something about a person who can be recognised.",
        "principle": "a",
        "interest": "There is an interest in knowing that the council keeps to its own rules.",
        "necessity": "The figure above shows that it does.",
        "balance": "Nobody would expect us to say more about a single person.",
    },
)


def several_grounds(**changes: object) -> LetterFacts:
    """A council's answer under many exemptions, with reasons that are shared."""
    facts = refusal(
        layout="numbered",
        authority=COUNCIL,
        reference="2026-27-093",
        subject="The helpline contract",
        all_labels=("1", "2", "3", "4", "5", "6"),
        recipient=RecipientFacts(name="R. Reader", email="r.reader@example.org"),
        answers=(
            AnswerFacts("1", "The price of the contract, by part", "part_disclosed",
                        "The contract cost £2.1 million in 2025/26.", grounds=(_PRICES,)),
            AnswerFacts("2", "The firm’s bid, and any advice on it", "withheld", grounds=(_PRICES, _ADVICE)),
            AnswerFacts("3", "How the plan was tested", "withheld", grounds=(_VIEWS,)),
            AnswerFacts("4", "What charities told you", "withheld", grounds=(_LETTER, _SAFETY)),
            AnswerFacts("5", "How many staff were disciplined, and who", "disclosed",
                        "Two, in the three years to March 2026.", grounds=(_ANYTHING_ELSE,)),
            AnswerFacts("6", "The bid of the year before", "withheld", grounds=(_PRICES,)),
        ),
    )  # fmt: skip
    return replace(facts, **changes)  # type: ignore[arg-type]


DRAFT_PLAN = GroundFacts(
    "reg 12(4)(d)",
    words={
        "reason": "The plan is a draft. Two of its five chapters are still blank.",
        "completion": "We expect to finish it in January 2027.",
        "pi_for": "People could comment on the plan before it is settled.",
        "pi_against": "Figures that are still wrong would mislead them, and take our time to explain.",
        "pi_conclusion": "The interest in finishing it first is the stronger, because we will ask for "
        "comments in February 2027.",
    },
)
NESTS = GroundFacts(
    "reg 12(5)(g)",
    words={
        "harm": "Two pairs of a rare tern nest by the weir.",
        "cause": "Collectors would follow the map to the nests. They took eggs there in 2024.",
        "likelihood": "would",
        "pi_for": "Walkers could keep away from the nests.",
        "pi_against": "Only a few need the map to disturb the birds for good.",
        "pi_conclusion": "The second is the stronger: signs on the path serve the walkers as well.",
        "emissions": "no",
    },
)
RATES = replace(_PRICES, words={**_PRICES.words, "part": "The provider’s rates"})
GUARDED = GroundFacts(
    "s.31(1)(a)",
    words={
        "harm": "The register names places that are not guarded at night.",
        "cause": "Thieves would know where to go.",
        "likelihood": "would",
        "pi_for": "It shows how we look after what we own.",
        "pi_against": "It would cost more theft.",
        "pi_conclusion": "The second is the stronger.",
    },
)
NIGHT_STAFF = replace(_SAFETY, words={**_SAFETY.words, "harm": "The staff who work there alone.",
                                      "cause": "They could be waited for.", "part": "The rota"})  # fmt: skip
NAMED_PERSON = _COMPLAINT
FRANK = GroundFacts(
    "s.36(2)(c)",
    words={
        "qp_role": "The Commissioner",
        "qp_on": "2026-11-12",
        "harm": "It holds frank advice on a choice that is still open.",
        "cause": "We could not change our mind without a dispute.",
        "likelihood": "likely",
    },
)
