"""Ticket templates: Jinja2 over plain data, in a language cut down to what cannot harm, giving a document tree.

A template is Markdown of a small kind with Jinja expressions and loops. Values never pass through the markup: they stand
in for themselves as numbered marks until the markup has been read, so no value can become markup in any target. Jinja2 is
imported by `sandbox` alone, which is imported when the first template is run.
"""
