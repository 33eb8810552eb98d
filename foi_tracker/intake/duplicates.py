"""Questions of one request that are one thing asked twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

ALIKE = 0.8
"""The share of two questions' words that must be common to both."""
_ASKING = frozenset(
    {
        "a",
        "an",
        "and",
        "any",
        "can",
        "could",
        "do",
        "for",
        "give",
        "have",
        "i",
        "if",
        "in",
        "is",
        "know",
        "like",
    }
    | {
        "me",
        "of",
        "on",
        "our",
        "please",
        "provide",
        "state",
        "supply",
        "tell",
        "that",
        "the",
        "this",
        "to",
        "us",
    }
    | {"we", "would", "you", "your"}
)
_TURNING = frozenset(
    {"not", "no", "other", "than", "male", "female", "without", "excluding", "including", "part"}
)
"""Words that turn a question round."""
_MOST_FOR_A_WORD = 50
"""Questions a word may stand in and still bring pairs together: a commoner one tells nothing apart."""


def near_duplicates(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places, the earlier first, whose questions ask nearly the same in nearly the same words.

    Courtesies, case, order and punctuation are set aside. Figures, dates and words such as "not" are not:
    "in 2021" and "in 2022" are two questions. The work grows with the words, not with the pairs there are.
    """
    words = [_telling(text) for text in texts]
    found = [(a, b) for a, b in _candidates(words) if _alike(words[a], words[b])]
    return sorted(found)


def asked_twice(texts: Sequence[str], under: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places, the earlier first, of questions that seem to be one thing asked twice.

    `under` is what each stands under: its heading and lead-in. The same words under another heading ask for
    something else; so does a word put in another's place ("tenants" for "licensees"), and a word more in the
    very next question, which tells the two apart on purpose.
    """
    words, places = [_telling(text) for text in texts], [_telling(each) for each in under]

    def same(one: int, other: int) -> bool:
        apart = other - one > 1 and (words[one] <= words[other] or words[other] <= words[one])
        return places[one] == places[other] and (words[one] == words[other] or apart)

    return [pair for pair in near_duplicates(texts) if same(*pair)]


def _telling(text: str) -> frozenset[str]:
    plain = "".join(c if c.isalnum() or c in "/£%" else " " for c in text.casefold())
    return frozenset(_stem(word) for word in plain.split() if word not in _ASKING)


def _stem(word: str) -> str:
    """A word without its plural s."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _candidates(words: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of the same figures that share one of their rarest words: a pair that is alike cannot but do so.

    Of n words, 0.8 common to both leaves at most a fifth that the other lacks; so among the rarest fifth and
    one more, in one order for all, at least one is common.
    """
    counts = Counter(word for each in words for word in each)
    seen: set[tuple[int, int]] = set()
    holders: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
    for place, each in enumerate(words):
        fixed = frozenset(word for word in each if _changes(word))
        rarest = sorted(each, key=lambda word: (counts[word], word))
        for word in rarest[: len(rarest) - int(len(rarest) * ALIKE - 1e-9)]:
            for earlier in holders[fixed, word][-_MOST_FOR_A_WORD:]:
                if (earlier, place) not in seen:
                    seen.add((earlier, place))
                    yield earlier, place
            holders[fixed, word].append(place)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nearly all words are common to two questions of the same figures."""
    return bool(one) and len(one & other) >= ALIKE * max(len(one), len(other))


def _changes(word: str) -> bool:
    """A figure, a letter that names something, or a word that turns a question round."""
    return any(c.isdigit() for c in word) or len(word) == 1 or word in _TURNING
