"""Why a date is that date, in the one or two sentences that a letter has room for."""

from __future__ import annotations

import datetime as dt

from foi_tracker.law.bank_holidays import ALL_NATIONS, BankHoliday
from foi_tracker.law.clock import Reckoning, Track
from foi_tracker.law.clock_rules import NO_RUNNING_DEADLINE, RESPONSES
from foi_tracker.law.course import NO_SESSION, WAITING_FOR_FEE
from foi_tracker.law.periods import say
from foi_tracker.law.regimes import SCHOOLS, Regime

_ALLOWED = {
    "foia_response": "The law allows us 20 working days.",
    "eir_response": "The law allows us 20 working days.",
    "foisa_response": "The law allows us 20 working days.",
    "school_response": "The law allows us 20 school days, and never more than 60 working days.",
    "archive_response": "The law allows us 30 working days for a transferred public record.",
    "eir_extended_response": "Because the request is complex and large, the law allows us 40 working days.",
    "pit_decision": "We need longer to weigh the public interest. This is when we expect to have decided.",
    "outer_limit_60_wd": "We have asked the regulator for longer. The law allows 60 working days at most.",
    "fee_lapse_last_day": "We will begin again when your fee comes; this is the last day for paying it.",
    "eir_payment_last_day": "We will begin again when your payment comes; this is the last day for it.",
    "foia_internal_review": "We aim to review our answers within 20 working days.",
    "eir_reconsideration": "The law allows us 40 working days.",
    "foisa_review": "The law allows us 20 working days.",
    "sar_one_month": "The law allows us one month.",
    "review_request_last_day": "A review should be asked for within 40 working days of our answer.",
    "ico_complaint_guide_date": "The regulator asks for complaints within six weeks of the final answer.",
    "ftt_appeal_last_day": "An appeal must reach the tribunal within 28 days of the decision notice.",
    "aggregation_60_wd_window_last_day": "Requests within 60 working days may be taken together.",
}

KIND_WORDS = {
    "foia_response": "Answer due",
    "eir_response": "Answer due",
    "foisa_response": "Answer due",
    "school_response": "Answer due",
    "archive_response": "Answer due",
    "other_limb": "The school’s other limit, which is later",
    "pit_decision": "Decision on the public interest, as we estimated",
    "s17_1_notice": "Last day to tell them that it takes longer",
    "ico_pit_limit_wd40": "Working day 40, the regulator’s limit",
    "eir_extended_response": "Answer due, with the longer time",
    "reg7_notice_last_day": "Last day to tell them that it takes longer",
    "fee_lapse_last_day": "Last day for them to pay the fee",
    "eir_payment_last_day": "Last day for them to pay in advance",
    "outer_limit_60_wd": "Working day 60, the latest that the regulator may allow",
    "application_last_day": "Last day to ask the regulator for longer",
    "other_authority_response": "The other authority’s answer due",
    "foia_internal_review": "Outcome of the review due",
    "foia_internal_review_max": "Outcome of the review, if it is exceptional",
    "eir_reconsideration": "Decision on their representations due",
    "foisa_review": "Outcome of the review due",
    "sar_one_month": "Their own personal data due",
    "review_request_last_day": "Last day for them to ask for a review",
    "ico_complaint_guide_date": "Last day for them to complain to the regulator",
    "ftt_appeal_last_day": "Last day for an appeal to the tribunal",
    "aggregation_60_wd_window_last_day": "Requests may be added together up to",
    NO_RUNNING_DEADLINE: "No date is running",
}
"""What each kind of date is, as a page names it."""

_SECTION_10 = "Freedom of Information Act 2000, section 10(1) and (6)"
_EIR = "Environmental Information Regulations 2004, regulation"
_CODE = "Section 45 Code of Practice: good practice, not the Act"

PROVISIONS = {
    "foia_response": _SECTION_10,
    "eir_response": f"{_EIR} 5(2)",
    "foisa_response": "Freedom of Information (Scotland) Act 2002, sections 10(1) and 73",
    "archive_response": "SI 2004/3364, regulation 4",
    "pit_decision": "Freedom of Information Act 2000, sections 10(3) and 17(1) to (3)",
    "s17_1_notice": "Section 17(1) and (2)",
    "ico_pit_limit_wd40": "The regulator’s guidance, not the Act",
    "eir_extended_response": f"{_EIR} 7(1)",
    "reg7_notice_last_day": "Regulation 7(3)",
    "fee_lapse_last_day": "Freedom of Information Act 2000, sections 9(2) and 10(2)",
    "eir_payment_last_day": f"{_EIR} 8",
    "outer_limit_60_wd": "SI 2004/3364, regulations 5 and 6",
    "application_last_day": "SI 2004/3364, regulations 5 and 6",
    "foia_internal_review": _CODE,
    "foia_internal_review_max": _CODE,
    "eir_reconsideration": f"{_EIR} 11(4)",
    "foisa_review": "Freedom of Information (Scotland) Act 2002, section 21(1)",
    "sar_one_month": "UK GDPR, article 12(3)",
    "review_request_last_day": "Section 45 Code of Practice; regulation 11(2)",
    "ico_complaint_guide_date": "The regulator’s guidance, not the Act",
    "ftt_appeal_last_day": "SI 2009/1976, rule 22",
    "aggregation_60_wd_window_last_day": "SI 2004/3244, regulation 5",
}
_SCHOOLS = {
    Regime.SCHOOL: "SI 2004/3364, regulation 3",
    Regime.NI_SCHOOL: "SI 2009/1369",
    Regime.ACADEMY: "SI 2010/2768",
}


def provision_of(kind: str, regime: Regime) -> str:
    """Where the law, or the Code, sets a date of this kind; "" for one that follows from another."""
    return _SCHOOLS.get(regime, "") if kind == "school_response" else PROVISIONS.get(kind, "")


def days_of(regime: Regime, which: str = "") -> str:
    """What the law allows for the answer: "20 working days"; with `which` "new ", "20 new working days"."""
    return f"{RESPONSES[regime].days} {which}{'school' if regime in SCHOOLS else 'working'} days"


def kind_in_words(kind: str) -> str:
    """What a kind of date is: "Answer due". A date that a late proclamation makes doubtful says so."""
    return KIND_WORDS.get(kind) or "Answer due, if the late bank holiday counted"


_NOT_COUNTED = {
    "pit_decision", "fee_lapse_last_day", "eir_payment_last_day",
    "sar_one_month", "ico_complaint_guide_date", "ftt_appeal_last_day",
}  # fmt: skip
"""Dates that no count of working days leads to."""


def reason_for(reckoning: Reckoning, questions: tuple[str, ...] = ()) -> str:
    """One to three plain sentences, for the person who asked: why the live date is that date.

    `questions` picks the clock that binds the first of those labels.
    """
    tracks = reckoning.tracks
    track = next((each for each in tracks if questions and questions[0] in each.questions), tracks[0])
    kind = track.deadlines[0].kind
    if kind == NO_RUNNING_DEADLINE:
        return "No date is running: our time to answer begins when you tell us what we asked."
    sentences = [_ALLOWED.get(kind, ""), *_start(reckoning, track)]
    if kind not in _NOT_COUNTED:
        sentences += _left_out(track)
    return " ".join(sentence for sentence in sentences if sentence)


def _start(reckoning: Reckoning, track: Track) -> list[str]:
    """The day the count follows, where it is not the day the request came; and days waiting for a fee."""
    if track.regime not in RESPONSES:
        return []
    said = []
    if track.start != reckoning.facts.received:
        said.append(f"We count from {say(track.start)}, when you told us what we needed to know.")
    waiting = [step.date for step in track.steps if step.why == WAITING_FOR_FEE]
    if waiting and track.deadlines[0].kind not in _NOT_COUNTED:
        said.append(f"We do not count {say(waiting[0])} to {say(waiting[-1])}, when we waited for the fee.")
    if track.regime in SCHOOLS and any(step.why == NO_SESSION for step in track.steps):
        said.append("We do not count days without a school session.")
    return said


def _left_out(track: Track) -> list[str]:
    """The bank holidays that the count passed over."""
    due, passed = track.deadlines[0].date, track.left_out
    if not passed:
        return []
    if len(passed) == 1:
        return [f"We do not count {_day(passed[0].date, due)}, {_where(passed[0])}."]
    days = [f"{_day(holiday.date, due)}{_short(holiday)}" for holiday in passed]
    return [f"We do not count the bank holidays on {', '.join(days[:-1])} and {days[-1]}."]


def _where(holiday: BankHoliday) -> str:
    return "a bank holiday" if holiday.nations == ALL_NATIONS else f"a bank holiday in {holiday.where}"


def _short(holiday: BankHoliday) -> str:
    return "" if holiday.nations == ALL_NATIONS else f" ({holiday.where})"


def _day(day: dt.date, due: dt.date | None) -> str:
    """The day without its year where the year is the due date's."""
    return say(day) if due is None or day.year != due.year else f"{day:%A} {day.day} {day:%B}"
