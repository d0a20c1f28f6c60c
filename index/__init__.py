"""Everything of Error Desk that works without a window.

Reads error-code pages into packs, builds and asks the Whoosh index, reads pasted payloads, matches them with
catalogue entries and writes ticket texts. Stands on `resources`, knows nothing of Qt, and is what the command
line uses. The modules are listed from the bottom up in CONTRIBUTING.md; each imports only what stands below it.
"""
