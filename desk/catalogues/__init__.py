"""The catalogues that are searched, and error-code pages on their way in."""
