"""Teaches what each sentence of a reply does: python scripts/train_letters.py OUT.npz FOLDER...

Each FOLDER holds labelled replies as text files, a sentence in each line, an empty line between two replies:

    K R L|We are keeping back the day rates, as rival agencies would be likely to undercut them.

Before the bar stand the letters of `LABELS`, in the order that `foi_tracker.intake.learned.letters` has them:
K keeps something back, C refuses for cost, E sends elsewhere, N is not held, G gives, R a reason of this
case, r a thin one, W the public interest with what speaks for or against, w only how it falls, L a harm that
would come or be likely to, M one that may, Q what the law says, X a ground not relied on, A help with a
smaller request, a only an invitation to make one, V what came of a review, P an answer put off, I an offer
of a review, O the regulator to turn to; T marks the requester's own words. A ? before a letter means that
readers may differ, or that it was not looked for: that is not taught.

The first layers stay as the reading of requests has them (`network.npz`); the others begin there and are
taught. Afterwards the figures are rounded to eight bits, a scale for each row. Needs torch 2.13, which the
product does not.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from foi_tracker.intake.learned import letters, network
from foi_tracker.intake.learned.network import FIRST, LAST, LAYERS, WINDOW

LABELS = "KCENGRrWwLMQXAaVPIO"
EPOCHS = 5
BATCH = 8
RATE = 1e-4
STEP = 224
TABLES = ("query", "key", "value", "joined", "wide", "narrow")
NORMS = ("attended", "out")
HEADS = 12


@dataclass(frozen=True)
class Taught:
    """A sentence with what it does, and what of that is taught: 1 or 0 for each letter of `LABELS`."""

    text: str
    theirs: bool
    opens: bool
    does: tuple[int, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Window:
    """Pieces as the shared layers leave them, their marks, and the sentences that begin there."""

    state: Tensor
    marks: Tensor
    begins: Tensor
    does: Tensor
    counts: Tensor


def replies(folder: Path) -> Iterator[list[Taught]]:
    """The labelled replies of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for reply in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            sentences = [taught(line) for line in reply.splitlines() if "|" in line]
            if sentences:
                yield sentences


def taught(line: str) -> Taught:
    """A line of a labelled reply."""
    labels, _, text = line.partition("|")
    sure = set(re.sub(r"\?+.", "", labels))
    doubted = set(re.findall(r"\?+(.)", labels))
    return Taught(
        " ".join(text.split()),
        "T" in sure,
        True,
        tuple(int(label in sure) for label in LABELS),
        tuple(int(label not in doubted) for label in LABELS),
    )


def windows(reply: Sequence[Taught]) -> Iterator[Window]:
    """A reply in windows that overlap by half, through the layers that are shared."""
    numbers, looks, marks, begins = letters.pieces(reply)
    for start in range(0, max(1, len(numbers) - WINDOW + STEP), STEP):
        end = min(start + WINDOW, len(numbers))
        here = [place for place, at in enumerate(begins) if start <= at < end and not reply[place].theirs]
        state = network.worked(
            network.begun(
                [FIRST, *numbers[start:end], LAST], [letters.EDGE, *looks[start:end], letters.EDGE]
            ),
            network.learned(),
            range(letters.SHARED),
        )
        yield Window(
            torch.tensor(state),
            torch.tensor([0, *marks[start:end], 0]),
            torch.tensor([begins[place] - start + 1 for place in here], dtype=torch.long),
            torch.tensor([reply[place].does for place in here], dtype=torch.float),
            torch.tensor([reply[place].counts for place in here], dtype=torch.float),
        )


class Upper(nn.Module):
    """The layers that are taught, and a score for each thing that a sentence may do."""

    def __init__(self) -> None:
        super().__init__()
        kept = network.learned()
        self.figures = nn.ParameterDict(
            {
                name.replace(".", "_"): nn.Parameter(torch.tensor(kept[name]))
                for name in kept
                if name.split(".")[0].isdigit() and int(name.split(".")[0]) >= letters.SHARED
            }
        )
        width = kept["near"].shape[1] * 64
        self.near = torch.tensor(network.nearness())
        self.marks = nn.Parameter(torch.zeros(4, width))
        self.head = nn.Linear(width, len(LABELS))

    def through(self, state: Tensor, name: str) -> Tensor:
        name = name.replace(".", "_")
        return nn.functional.linear(state, self.figures[name], self.figures[f"{name}_bias"])

    def evened(self, state: Tensor, name: str) -> Tensor:
        name = name.replace(".", "_")
        own = self.figures[f"{name}_norm"], self.figures[f"{name}_norm_bias"]
        return nn.functional.layer_norm(state, state.shape[-1:], *own, 1e-5)

    def forward(self, state: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        rows, length, width = state.shape
        state = state + nn.functional.embedding(marks, self.marks) * (marks > 0)[..., None]
        near = self.near[:, :length, :length][None] + (1 - mask)[:, None, None, :] * -1e4
        for layer in range(letters.SHARED, LAYERS):
            asks, keys, gives = (
                self.through(state, f"{layer}.{name}").view(rows, length, HEADS, -1).transpose(1, 2)
                for name in ("query", "key", "value")
            )
            joined = nn.functional.scaled_dot_product_attention(
                asks, keys, gives, attn_mask=near.to(asks.dtype)
            )
            joined = joined.transpose(1, 2).reshape(rows, length, width)
            state = self.evened(state + self.through(joined, f"{layer}.joined"), f"{layer}.attended")
            inner = nn.functional.gelu(self.through(state, f"{layer}.wide"), approximate="tanh")
            inner = nn.functional.dropout(inner, 0.05, self.training)
            state = self.evened(state + self.through(inner, f"{layer}.narrow"), f"{layer}.out")
        scores: Tensor = self.head(nn.functional.dropout(state, 0.15, self.training))
        return scores


def batches(found: list[Window]) -> Iterator[list[Window]]:
    """The windows in an order of chance, those of like length together."""
    random.shuffle(found)
    many = BATCH * 16
    chunks = [
        sorted(found[at : at + many], key=lambda each: len(each.state)) for at in range(0, len(found), many)
    ]
    ready = [chunk[at : at + BATCH] for chunk in chunks for at in range(0, len(chunk), BATCH)]
    random.shuffle(ready)
    yield from ready


def loss_of(upper: Upper, batch: Sequence[Window]) -> Tensor:
    """How far the scores are from what the sentences do."""
    length = max(len(each.state) for each in batch)
    state = torch.zeros(len(batch), length, batch[0].state.shape[1])
    marks = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length)
    for row, each in enumerate(batch):
        state[row, : len(each.state)] = each.state
        marks[row, : len(each.state)] = each.marks
        mask[row, : len(each.state)] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = upper(state, marks, mask).float()
    off = [
        (
            nn.functional.binary_cross_entropy_with_logits(
                scores[row, each.begins], each.does, reduction="none"
            )
            * each.counts
        ).sum()
        for row, each in enumerate(batch)
    ]
    return torch.stack(off).sum() / max(1, sum(len(each.begins) for each in batch))


def teach(upper: Upper, found: list[Window]) -> None:
    """Go through all the windows some times, with steps that first grow and then shrink."""
    steps = EPOCHS * -(-len(found) // BATCH)
    head = [upper.marks, *upper.head.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": upper.figures.parameters(), "lr": RATE}, {"params": head, "lr": RATE * 10}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (steps * 0.1), max(0.0, (steps - step) / (steps * 0.9)))
    )
    upper.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in batches(found):
            loss = loss_of(upper, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"{epoch + 1} of {EPOCHS}: {total / max(1, steps // EPOCHS):.4f}", flush=True)


def figures(upper: Upper) -> dict[str, np.ndarray]:
    """The figures by the names that `foi_tracker.intake.learned.letters` knows."""
    found: dict[str, np.ndarray] = {
        "marks": upper.marks.detach().numpy(),
        "head": upper.head.weight.detach().numpy(),
        "head.bias": upper.head.bias.detach().numpy(),
    }
    for layer in range(letters.SHARED, LAYERS):
        for name in (f"{layer}.{table}" for table in TABLES):
            table = upper.figures[name.replace(".", "_")].detach().numpy()
            scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
            found[name] = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
            found[f"{name}.scale"] = scale
            found[f"{name}.bias"] = upper.figures[f"{name}.bias".replace(".", "_")].detach().numpy()
        for name in (f"{layer}.{norm}.norm" for norm in NORMS):
            for own in (name, f"{name}.bias"):
                found[own] = upper.figures[own.replace(".", "_")].detach().numpy()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Teach what the sentences of a reply do.")
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    given = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    found = [window for folder in given.folders for reply in replies(folder) for window in windows(reply)]
    print(f"{len(found)} windows", flush=True)
    upper = Upper()
    teach(upper, found)
    np.savez(given.out, **figures(upper))
    return 0


if __name__ == "__main__":
    sys.exit(main())
