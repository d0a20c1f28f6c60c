"""What the user keeps: notes, pins, recent searches, own entries, what is half written, and the way back with Ctrl+Z."""
