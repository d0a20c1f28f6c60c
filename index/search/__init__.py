"""Finds entries for a query: codes first, then messages, then words, each hit with its reason.

Stands on the entry table, the inverted index and the glossary. `engine` is the way in; `slots` says what a query asks
for, `bits` counts over all entries at once, `codes_tier`, `message_tier` and `words_tier` find, `marks` says what to
paint, `spelling` and `pinyin` read what was mistyped or typed by sound.
"""
