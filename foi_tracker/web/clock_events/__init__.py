"""Record what moves a request's dates, one page for each thing that can happen; correct it, take it off."""
