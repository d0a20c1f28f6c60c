"""Copying: ticket text for its target, its templates, and what is hidden in it."""
