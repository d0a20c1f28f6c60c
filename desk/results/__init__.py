"""The list of what was found: rows, how they are folded and painted, and words where there are none."""
