"""What can happen to a request, as an officer would say it, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

THEY, WE, REGULATOR = "they", "we", "regulator"
GROUPS = {THEY: "They", WE: "We", REGULATOR: "The regulator"}

ESTIMATE, COMPLEX = "estimated_decision_date", "complex_and_voluminous"
AMOUNT, AUTHORITY, RECEIVED_BY = "amount", "authority", "received_by_B"
NEED = "statutory"


@dataclass(frozen=True)
class EventKind:
    """One thing that can happen."""

    code: str  # in its address
    group: str  # of GROUPS
    text: str  # as its link and its page name it
    effect: str  # what it does to the dates, in a sentence or two
    types: Mapping[str, str]  # the clock's own word, by law
    provisions: Mapping[str, str]
    day: str = "When was it?"
    about: str = "Which questions is it about?"
    asks: tuple[str, ...] = ()  # besides the day and the questions
    letter: bool = False  # a letter made here records it when it is sent
    correctable_only: bool = False  # recorded elsewhere
    hint: str = field(default="")


KINDS = {
    kind.code: kind
    for kind in (
        EventKind(
            "fee-came",
            THEY,
            "The fee came",
            "The days go on from the next working day. Those from the notice to the payment, both included, "
            "are not counted.",
            {"FOIA": "fee_received", "EIR": "eir_payment_received"},
            {"FOIA": "Section 10(2)", "EIR": "Regulation 8"},
            day="When did it come?",
            about="Which questions was the fee for?",
            hint="The days go on",
        ),
        EventKind(
            "review",
            THEY,
            "They asked for a review",
            "A review under the Code should take 20 working days, and 40 at most. Under the Environmental "
            "Information Regulations 40 is the law.",
            {"FOIA": "review_requested", "EIR": "representations_received"},
            {"FOIA": "Section 45 Code of Practice", "EIR": "Regulation 11"},
            day="When did they ask?",
            about="Which answers are they unhappy with?",
            hint="Its own 20 or 40 working days begin",
        ),
        EventKind(
            "asked",
            WE,
            "We asked what they mean",
            "",
            {"FOIA": "clarification_requested", "EIR": "reg9_particulars_requested"},
            {"FOIA": "Section 1(3)", "EIR": "Regulation 9"},
            day="When did we ask?",
            asks=(NEED,),
            correctable_only=True,
        ),
        EventKind(
            "answered",
            WE,
            "We answered",
            "",
            {"FOIA": "response_issued", "EIR": "response_issued"},
            {"FOIA": "Section 10(1)", "EIR": "Regulation 5(2)"},
            day="When did the letter leave?",
            correctable_only=True,
        ),
        EventKind(
            "told",
            THEY,
            "They told us what they mean",
            "",
            {"FOIA": "clarification_received", "EIR": "reg9_particulars_received"},
            {"FOIA": "Section 10(6)(b)", "EIR": "Regulation 9"},
            day="When did they tell us?",
            correctable_only=True,
        ),
        EventKind(
            "fee",
            WE,
            "We asked for a fee",
            "The days stop until it comes. If it does not come in three months (60 working days under the "
            "Environmental Information Regulations), you need not answer.",
            {"FOIA": "fees_notice", "EIR": "eir_advance_payment_notice"},
            {"FOIA": "Sections 9 and 10(2)", "EIR": "Regulation 8"},
            day="When did we give the notice?",
            about="Which questions is the fee for?",
            asks=(AMOUNT,),
            letter=True,
            hint="The days stop until it comes",
        ),
        EventKind(
            "public-interest",
            WE,
            "We said that the public interest needs longer",
            "Only what rests on a qualified exemption gets longer. The notice names the exemption and gives "
            "a date, and goes by day 20. The regulator expects the decision by working day 40.",
            {"FOIA": "pit_extension_notice"},
            {"FOIA": "Sections 10(3) and 17(1) and (2)"},
            day="When did we give the notice?",
            about="Which questions need longer?",
            asks=(ESTIMATE,),
            letter=True,
            hint="Day 20 is for the notice; the decision comes by the date we give",
        ),
        EventKind(
            "complex",
            WE,
            "We said that it is complex and large",
            "The 20 working days become 40, counted from the same day. The notice goes by day 20.",
            {"EIR": "eir_reg7_extension_notice"},
            {"EIR": "Regulation 7"},
            day="When did we tell them?",
            about="Which questions need longer?",
            asks=(COMPLEX,),
            letter=True,
            hint="20 working days become 40, under the Environmental Information Regulations",
        ),
        EventKind(
            "passed-on",
            WE,
            "We passed it to another authority",
            "Our own date stays: we still tell them that we do not hold it, and who may. The other authority "
            "counts from the day it receives it.",
            {"FOIA": "transferred_to", "EIR": "transferred_to"},
            {"FOIA": "Section 16 and its Code of Practice", "EIR": "Regulation 10"},
            day="When did we pass it on?",
            about="Which questions did we pass on?",
            asks=(AUTHORITY, RECEIVED_BY),
            letter=True,
            hint="Our own date stays",
        ),
        EventKind(
            "asked-for-longer",
            WE,
            "We asked the regulator for longer",
            "For the armed forces and for information abroad the regulator may allow up to 60 working days. "
            "We must ask by day 20.",
            {"FOIA": "ico_application"},
            {"FOIA": "SI 2004/3364, regulations 5 and 6"},
            day="When did we ask?",
            hint="For the armed forces, or information abroad",
        ),
        EventKind(
            "review-done",
            WE,
            "We gave the outcome of a review",
            "It is our final answer. From here they have six weeks to complain to the regulator.",
            {"FOIA": "final_response", "EIR": "final_response"},
            {"FOIA": "Section 45 Code of Practice", "EIR": "Regulation 11(4)"},
            day="When did it leave?",
            about="Which questions was it about?",
            hint="Their six weeks for a complaint begin",
        ),
        EventKind(
            "decision-notice",
            REGULATOR,
            "The regulator sent its decision notice",
            "They, and we, have 28 days to appeal to the tribunal. What the notice orders has its own date.",
            {"FOIA": "decision_notice_sent", "EIR": "decision_notice_sent"},
            {"FOIA": "Sections 50 and 57", "EIR": "Regulation 18"},
            day="Which day is it dated?",
            about="Which questions is it about?",
            hint="28 days for an appeal begin",
        ),
    )
}
"""By their code, in the order in which a page lists them."""

BY_TYPE = {type_: kind for kind in KINDS.values() for type_ in kind.types.values()}
