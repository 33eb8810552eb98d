"""The network that reads a request: the lower half of MPNet (6 layers of 768), worked out with numpy alone.

It began as MPNet (Song and others, 2020; all-mpnet-base-v2, Apache 2.0) and was taught by labelled requests
(`scripts/train_splitter.py`). Its figures are kept as whole numbers of eight bits, a scale for each row, and
reckoned as 32-bit ones: so the same text gives the same questions on any machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Figures = npt.NDArray[np.float32]
Figured = Mapping[str, Figures]

LAYERS = 6
_HEADS = 12
FIRST, LAST = 0, 2
"""The pieces that stand before and after what is read."""
WINDOW = 448
_STEP = 384
"""Pieces read at once, and after how many the next window begins: windows overlap, so that most of what is
read has words around it.
"""
_NEARNESSES = 16
"""How many distances before a piece are told apart, and how many after it: eight each by themselves, then
ever wider spans of them.
"""
_FAR = 128
"""Pieces from where on it is all the same how far."""
_SIGNS = 4
"""How the pieces before and after what is read look."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """A table of whole numbers, each row with its scale."""

    whole: npt.NDArray[np.int8]
    scale: Figures

    def at(self, rows: Sequence[int]) -> Figures:
        chosen: Figures = self.whole[rows].astype(np.float32) * self.scale[rows]
        return chosen


def learned() -> Figured:
    """Every figure by its name but the table of pieces."""
    return _learned()[1]


@lru_cache(maxsize=1)
def _learned() -> tuple[_Rows, Figured]:
    """The table of pieces, and every other figure by its name."""
    with np.load(Path(__file__).with_name("network.npz"), allow_pickle=False) as kept:
        pieces = _Rows(kept["pieces"], kept["pieces.scale"])
        return pieces, figures(kept, [name for name in kept.files if not name.startswith("pieces")])


def figures(kept: Mapping[str, npt.NDArray[Any]], names: Iterable[str]) -> Figured:
    """The figures of those names: whole numbers times the scales of their rows, or as they are."""
    own = [name for name in names if not name.endswith(".scale")]
    return {
        name: kept[name].astype(np.float32) * kept[f"{name}.scale"]
        if f"{name}.scale" in kept
        else kept[name].astype(np.float32)
        for name in own
    }


def chances(numbers: Sequence[int], looks: Sequence[int]) -> Figures:
    """For each piece the natural logarithms of: it is of no question, it begins one, it goes on with one."""
    found = np.zeros((len(numbers), 3), dtype=np.float32)
    depth = np.full(len(numbers), -1)
    for start, end in _windows(len(numbers)):
        read = _read([FIRST, *numbers[start:end], LAST], [_SIGNS, *looks[start:end], _SIGNS])[1:-1]
        # A piece is read best where most stands around it.
        places = np.arange(start, end)
        before = places - start if start else np.full(len(places), WINDOW)
        after = end - 1 - places if end < len(numbers) else np.full(len(places), WINDOW)
        deeper = np.minimum(before, after) > depth[start:end]
        found[start:end][deeper] = read[deeper]
        depth[start:end] = np.maximum(depth[start:end], np.minimum(before, after))
    return found


def _windows(length: int) -> list[tuple[int, int]]:
    starts = range(0, max(1, length - WINDOW + _STEP), _STEP)
    return [(start, min(start + WINDOW, length)) for start in starts]


def _read(numbers: Sequence[int], looks: Sequence[int]) -> Figures:
    state = worked(begun(numbers, looks), learned(), range(LAYERS))
    scores = through(state, learned(), "tags")
    scores -= scores.max(axis=-1, keepdims=True)
    chances: Figures = scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return chances


def begun(numbers: Sequence[int], looks: Sequence[int]) -> Figures:
    """What the pieces are before any layer: themselves, how they look and where they stand."""
    pieces, own = _learned()
    state = pieces.at(numbers) + own["looks"][list(looks)] + own["places"][: len(numbers)]
    return _evened(state, own, "first")


def worked(state: Figures, own: Figured, layers: Iterable[int]) -> Figures:
    """What the pieces become in some layers, of figures by their names."""
    near = nearness()[:, : len(state), : len(state)]
    for layer in layers:
        state = _evened(state + _attended(state, near, own, f"{layer}"), own, f"{layer}.attended")
        inner = _bent(through(state, own, f"{layer}.wide"))
        state = _evened(state + through(inner, own, f"{layer}.narrow"), own, f"{layer}.out")
    return state


def through(state: Figures, own: Figured, name: str) -> Figures:
    """What one table of figures makes of each piece."""
    through: Figures = state @ own[name].T + own[f"{name}.bias"]
    return through


def _evened(state: Figures, own: Figured, name: str) -> Figures:
    """Each row with its mean taken off and its spread made one."""
    state = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt((state * state).mean(axis=-1, keepdims=True) + np.float32(1e-5))
    evened: Figures = state / spread * own[f"{name}.norm"] + own[f"{name}.norm.bias"]
    return evened


@lru_cache(maxsize=1)
def nearness() -> Figures:
    """What each head gives to every distance between two pieces of a window (Raffel and others, 2020)."""
    pieces = np.arange(WINDOW + 2)
    distance = pieces[None, :] - pieces[:, None]
    far = np.abs(distance)
    half = _NEARNESSES // 2
    wide = half + (np.log(np.maximum(far, half) / half) / np.log(_FAR / half) * half).astype(int)
    kind = np.where(far < half, far, np.minimum(wide, _NEARNESSES - 1)) + _NEARNESSES * (distance > 0)
    near: Figures = learned()["near"][kind].transpose(2, 0, 1)
    return near


def _attended(state: Figures, near: Figures, own: Figured, layer: str) -> Figures:
    """What each piece takes from all the others, by twelve heads."""
    length, width = state.shape
    size = width // _HEADS
    asks, keys, gives = (
        through(state, own, f"{layer}.{name}").reshape(length, _HEADS, size).transpose(1, 0, 2)
        for name in ("query", "key", "value")
    )
    weights = asks @ keys.transpose(0, 2, 1) / np.float32(np.sqrt(size)) + near
    weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return through((weights @ gives).transpose(1, 0, 2).reshape(length, width), own, f"{layer}.joined")


def _bent(state: Figures) -> Figures:
    """The Gaussian error linear unit, by the hyperbolic tangent (Hendrycks and Gimpel, 2016)."""
    bent: Figures = state * state
    bent *= np.float32(0.044715)
    bent += np.float32(1)
    bent *= state
    bent *= np.float32(0.7978845608028654)
    np.tanh(bent, out=bent)
    bent += np.float32(1)
    bent *= state
    bent *= np.float32(0.5)
    return bent
