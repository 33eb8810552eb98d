"""Our own letters, read back as a stranger's would be: their kind is known, and nothing must be mended."""

from __future__ import annotations

import pytest

from foi_tracker.intake.checking import check_file
from foi_tracker.letters.pdf import make_pdf
from tests.letters.complete import GOLDEN
from tests.letters.made import LETTERS, pdf_of

KINDS = {
    "response": {"response", "refusal"},
    "not_valid": {"invalid"},
    "pit_extension": {"extension"},
    "eir_extension": {"extension"},
    "transfer": {"transfer", "response", "refusal"},  # what is passed on is not held, and that is an answer
    "passed_on": {"transfer", "response"},
}
"""What each kind may be read as, where that is not its own name."""
READ_AS = {
    "not-valid-another-body": {"response"},  # it says that nothing is held
    "consultation": {"response"},  # it asks somebody else: no letter to a requester is like it
}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_kind_is_known_and_nothing_must_be_mended(name: str) -> None:
    facts = GOLDEN[name]
    content = pdf_of(name) if name in LETTERS else make_pdf(facts)  # what completes a letter is not printed
    checked = check_file(f"{name}.pdf", content)
    assert checked.letter is not None, checked.problem
    assert checked.letter["dates"]["issued"] == facts.dated.isoformat()
    assert checked.letter["kind"] in READ_AS.get(name, KINDS.get(facts.kind, {facts.kind}))
    assert [each for each in checked.findings if each["level"] == "must"] == []
