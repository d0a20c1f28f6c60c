"""Ticket texts: from a payload's errors or an entry to what is pasted into a ticket, mail or chat.

Facts (plain data) are composed into one small document tree, by the standard form in `compose` or by a template, and
each target renders that tree, escaping everything that came from outside. `writer` is the entrance. Stands on `advice`,
`redact` and the values; knows no clipboard and no window.
"""
