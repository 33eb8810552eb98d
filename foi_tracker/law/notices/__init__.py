"""What each notice must hold: facts of a letter in, findings out."""
