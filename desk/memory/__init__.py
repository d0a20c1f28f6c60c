"""What the user keeps: notes, pins, recent searches, own entries, and the way back with Ctrl+Z."""
