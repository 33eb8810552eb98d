"""What a letter says and how it is drawn: facts to HTML, to plain words, to PDF."""
