"""Keep the grounds of a question as its page has them: what is new, what was changed, what was taken off."""

from __future__ import annotations

from collections.abc import Sequence

from foi_tracker.casework.desk import ChangedMeanwhile
from foi_tracker.casework.grounds import GroundDraft, keep_ground, share_ground, unshare_ground
from foi_tracker.models import Ground
from foi_tracker.store import grounds as ground_store
from foi_tracker.web.addresses import id_of
from foi_tracker.web.questions.ground_cards import Card, Context


def keep_grounds(context: Context, cards: Sequence[Card]) -> None:
    """Let the question rest on exactly these grounds. Call it once the question itself is answered.

    Raises:
        ChangedMeanwhile: somebody changed or removed one of them since the page was opened.
        GroundRefused: the law forbids one of them here.
    """
    desk, case, question = context.desk, context.case, context.question
    wanted = [card for card in cards if not card.is_empty]
    ids = {card.draft.id for card in wanted}
    for ground in ground_store.grounds_by_question(desk.session, case).get(question.id, ()):
        if ground.id not in ids:
            unshare_ground(desk, case, ground, question)
    for card in wanted:
        kept = context.all.get(card.draft.id or 0)
        if card.draft.id and kept is None:
            raise ChangedMeanwhile(question.label)
        if kept is None:
            keep_ground(desk, case, card.draft, {question.id})
            continue
        on = {each.id for each in ground_store.questions_on(desk.session, kept)}
        if not _is_changed(card.draft, kept):
            if question.id not in on:
                share_ground(desk, case, kept, question)
            continue
        keep_ground(desk, case, card.draft, on | {question.id}, id_of(card.form.version.data or ""))


def _is_changed(draft: GroundDraft, kept: Ground) -> bool:
    said = {name: str(words) for name, words in kept.words.items()}
    before = (kept.code, kept.limb, kept.purpose, said)
    return before != (draft.code, draft.limb, draft.purpose, dict(draft.words))
