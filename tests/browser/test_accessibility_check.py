"""The accessibility check itself: what is planted it finds, in the page and in a frame of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import accessibility_faults

SOUND = """<!doctype html><html lang="en-GB"><head><title>A page</title></head>
<body><main><h1>A page</h1>{}</main></body></html>"""
PLANTED = {
    "image-alt": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="40" height="40">',
    "label": '<input type="text">',
    "color-contrast": '<p style="color: #999; background: #fff">Words that are too pale to read.</p>',
    "target-size": '<button style="all: unset; width: 9px; height: 9px">x</button>' * 2,
    "heading-order": "<h4>Three levels down</h4>",  # good practice, beyond WCAG
}


def test_nothing_is_found_where_nothing_is_wrong(page: Page) -> None:
    page.set_content(SOUND.format("<p>Words.</p>"))
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_found(rule: str, page: Page) -> None:
    page.set_content(SOUND.format(PLANTED[rule]))
    (found, *_) = accessibility_faults(page)
    assert found.startswith(f"about:blank: {rule} (")


def test_a_fault_that_appears_later_in_the_same_page_is_found(page: Page) -> None:
    page.set_content(SOUND.format("<p>Words.</p>"))
    assert accessibility_faults(page) == []
    page.locator("p").evaluate("(words) => { words.innerHTML = '<input type=text>'; }")
    assert [fault.split()[1] for fault in accessibility_faults(page)] == ["label"]


def test_a_frame_is_checked_by_name(page: Page) -> None:
    inner = SOUND.format(PLANTED["label"]).replace('"', "&quot;")
    page.set_content(SOUND.format(f'<iframe title="A paper" srcdoc="{inner}"></iframe>'))
    outside, inside = page.frames
    assert accessibility_faults(outside) == []
    assert [fault.split()[1] for fault in accessibility_faults(inside)] == ["label"]
