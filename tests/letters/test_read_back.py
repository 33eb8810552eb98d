"""Our own letters, read back from their PDF as a stranger's would be, have nothing that must be mended."""

from __future__ import annotations

import pytest

from foi_tracker.intake.checking import check_file
from foi_tracker.letters.pdf import make_pdf
from tests.letters.complete import GOLDEN
from tests.letters.made import LETTERS, pdf_of

WEIGHED = "the public interest is set out by headings: For release, Against, Conclusion"
NOT_YET = {
    "response-refusal": WEIGHED,
    "response-neither": WEIGHED,
    "response-several-grounds": WEIGHED,
    "response-environmental": WEIGHED,
    "response-ncnd-for-the-rest": WEIGHED,
    "response-environmental-refusal": WEIGHED,
    "response-mixture": WEIGHED,
    "pit-extension": "it says that section 43(2) may apply, and names it no more plainly than that",
    "fees-notice-over-limit": "a fee for what is over the limit refuses nothing for its cost",
}
"""Letters that the check cannot read so far, and what it misses in them."""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=NOT_YET[name])) if name in NOT_YET else name
        for name in GOLDEN
    ],
)
def test_nothing_must_be_mended(name: str) -> None:
    facts = GOLDEN[name]
    content = pdf_of(name) if name in LETTERS else make_pdf(facts)  # what completes a letter is not printed
    checked = check_file(f"{name}.pdf", content)
    assert checked.letter is not None, checked.problem
    assert checked.letter["dates"]["issued"] == facts.dated.isoformat()
    assert [each for each in checked.findings if each["level"] == "must"] == []
