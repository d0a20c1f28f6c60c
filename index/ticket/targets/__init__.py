"""The targets a ticket text can be pasted into: one small module each, all named in `table`.

A target renders the document tree and escapes everything in it, so that what was put in is what a reader sees there.
"""
