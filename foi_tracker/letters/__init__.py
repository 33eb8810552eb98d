"""Words out: facts become a letter, as HTML, plain text and PDF."""
