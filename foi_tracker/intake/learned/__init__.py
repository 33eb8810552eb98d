"""What was learned from labelled requests: how likely each word begins a question or goes on with one.

A small network (`network.py`) reads the words of a request and how they are laid out (`words.py`). Its
figures are data (`network.npz`), made by `scripts/train_splitter.py`; nothing here learns, or asks anything
of another machine.
"""

import os

# One core for a request: sums come in one order on any machine, and no core waits in a loop for another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
