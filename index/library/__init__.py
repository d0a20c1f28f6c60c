"""The user's own data: notes, pins, history, own entries, glossary lines, what is half written; one SQLite file of one user.

Start at `desk_library.DeskLibrary`. Each kind of data is one module over `store.Store`, which knows rows, checksums and
transactions; `opening` makes a store out of a file, and calls `salvage` where the file is damaged. What the user wrote is
never dropped and never shown as whole when it is not: every row carries a checksum, and a row that does not fit it is
given out marked as damaged. Stands on the catalogue layer; importing, search and everything above may use it.
"""
