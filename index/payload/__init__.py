"""Reads pasted payloads: decoded views of a text, the fields and sentences that report errors in them, and their places.

It stands on the values, templates and the entry table's look-ups by name only; which catalogue row an error belongs to is
decided above, in `index.matching`. Nothing here raises on any text, and nothing is written anywhere.
"""
