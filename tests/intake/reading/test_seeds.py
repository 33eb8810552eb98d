"""The shared example letters: the check finds the defects that they have, and no other."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml

from foi_tracker.intake.reading import check_letter
from tests import shared_data


def seeds() -> list[Any]:
    """The letters among the examples, with what is wrong with each; none where the shared data are not."""
    file = shared_data.path("seeds/replays.yaml")
    found = yaml.safe_load(file.read_text("utf-8")) if file.is_file() else []
    return [pytest.param(seed, id=seed["seed"][:3]) for seed in found if seed.get("kind") != "record"]


@pytest.mark.shared
@pytest.mark.parametrize("seed", seeds())
def test_the_defects_of_the_original_are_found_and_no_other_must(seed: dict[str, Any]):
    found = check_letter(shared_data.text(f"seeds/{seed['seed']}")).findings
    defects = seed["defects_in_the_original"]
    musts = Counter(
        (defect["code"], defect.get("where", "")) for defect in defects if defect["level"] == "must"
    )
    named = {code for code, where in musts if where}
    assert musts == Counter(
        (finding.code, finding.where if finding.code in named else "")
        for finding in found
        if finding.level == "must"
    )
    shoulds = {defect["code"] for defect in defects if defect["level"] == "should"}
    assert shoulds <= {finding.code for finding in found if finding.level == "should"}
    assert not set(seed.get("not_a_defect", ())) & {finding.code for finding in found}
