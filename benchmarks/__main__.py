"""python -m benchmarks: the letter, then the pages. The splitter has its own command, make bench-split."""

from __future__ import annotations

from benchmarks import letter, pages

if __name__ == "__main__":
    letter.main()
    print()
    pages.main()
