"""What was learned from labelled requests and replies: what each word asks, and what each sentence does.

A small network (`network.py`) reads the words of a request and how they are laid out (`words.py`,
`reading.py`), and with layers of their own the sentences of a reply (`letters.py`). Its figures are data
(`network.npz`, `letters.npz`), made by `scripts/train_splitter.py` and `scripts/train_letters.py`; nothing
here learns, or asks anything of another machine.
"""

import os

# One core for a request: sums come in one order on any machine, and no core waits in a loop for another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
