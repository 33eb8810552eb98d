"""The queue: what is late, what is due, who has it, and the next step of each."""
