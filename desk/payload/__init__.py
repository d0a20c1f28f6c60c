"""What was pasted: read in a thread or a child, lit up on the left, its errors on the right; in memory only."""
