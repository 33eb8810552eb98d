"""The grounds of an answer as an officer fills them in, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import Locator, Page, expect

from foi_tracker.law.exemptions import NCND, WITHHOLD
from foi_tracker.law.reasoning import Ask, asks_of
from tests.browser.chromium import follow


@dataclass(frozen=True)
class Relied:
    """An exemption that an answer rests on: words by the names of law.reasoning."""

    code: str
    limb: str = ""
    purpose: str = WITHHOLD
    words: Mapping[str, str] = field(default_factory=dict)


def cards(page: Page) -> Locator:
    """The grounds on the page."""
    return page.locator("fieldset.app-ground")


def rely_on(
    page: Page, ground: Relied, place: int = 0, *, scripted: bool = True, beside: bool = False
) -> None:
    """Rest the answer of this page on an exemption, as its ground of this place; nothing is saved yet.

    `beside` says that there is an answer too: to neither confirm nor deny is then of any other information.
    """
    if beside and ground.purpose == NCND:
        press(page, "Neither confirm nor deny any other information", scripted=scripted)
    elif place:
        press(page, "Add another ground", scripted=scripted)
    expect(cards(page)).to_have_count(place + 1)
    card = cards(page).nth(place)
    card.get_by_role("combobox").select_option(ground.code)
    _show_what_it_needs(card, scripted)
    if ground.limb:
        card.locator(f'input[value="{ground.limb}"]').check()
        _show_what_it_needs(card, scripted)
    asks = asks_of(ground.code, ground.limb, ground.purpose, given=ground.words)
    for asked in sorted(asks, key=lambda asked: not asked.choices):  # a choice may ask for more
        if words := ground.words.get(asked.name, ""):
            _fill(card, asked, words)
            if asked.choices:
                _show_what_it_needs(card, scripted)


def press(page: Page, move: str, *, scripted: bool = True) -> None:
    """Press a button that changes the grounds; without JavaScript the page comes anew."""
    button = page.get_by_role("button", name=move).last
    if scripted:
        button.click()
        expect(page.locator("#grounds[aria-busy]")).to_have_count(0)
    else:
        follow(button)


def _fill(card: Locator, asked: Ask, words: str) -> None:
    label = asked.label if asked.required else f"{asked.label} (optional)"
    if asked.choices:
        group = card.get_by_role("group", name=label)
        group.get_by_role("radio", name=dict(asked.choices)[words], exact=True).check()
    elif asked.kind == "date":
        day = date.fromisoformat(words)
        for name, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            card.get_by_role("group", name=label).get_by_label(name).fill(str(value))
    else:
        box = card.get_by_label(label, exact=True)
        if not box.is_visible():
            card.locator("summary").click()
        box.fill(words)


def _show_what_it_needs(card: Locator, scripted: bool) -> None:
    if scripted:
        expect(card.page.locator("#grounds[aria-busy]")).to_have_count(0)
    else:
        follow(card.get_by_role("button", name="Show what this ground needs"))
