"""Typed tables, one file an aggregate; no queries."""

from foi_tracker.models.attachment import Attachment
from foi_tracker.models.audit import AuditEntry, AuditHead, AuditPayload
from foi_tracker.models.authority import AddedHoliday, Authority, Closure, ReferenceCounter, Signatory
from foi_tracker.models.base import Base, now
from foi_tracker.models.case import Case, ClockEvent, Correspondence, Deadline
from foi_tracker.models.ground import (
    CostEstimate,
    CostRow,
    Ground,
    Override,
    QuestionGround,
    WholeRefusal,
)
from foi_tracker.models.kept_check import KeptCheck
from foi_tracker.models.letter import Letter, LetterQuestion
from foi_tracker.models.others import Consultation, Referral, SisterCase
from foi_tracker.models.person import Membership, SecurityRole, SignInLink, User
from foi_tracker.models.question import ConfirmedSplit, Question
from foi_tracker.models.wording import OwnLine, WordingVersion

__all__ = [
    "AddedHoliday",
    "Attachment",
    "AuditEntry",
    "AuditHead",
    "AuditPayload",
    "Authority",
    "Base",
    "Case",
    "ClockEvent",
    "Closure",
    "ConfirmedSplit",
    "Consultation",
    "Correspondence",
    "CostEstimate",
    "CostRow",
    "Deadline",
    "Ground",
    "KeptCheck",
    "Letter",
    "LetterQuestion",
    "Membership",
    "Override",
    "OwnLine",
    "Question",
    "QuestionGround",
    "ReferenceCounter",
    "Referral",
    "SecurityRole",
    "SignInLink",
    "Signatory",
    "SisterCase",
    "User",
    "WholeRefusal",
    "WordingVersion",
    "now",
]
