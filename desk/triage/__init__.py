"""Long logs as a table of codes, read in a child process."""
