"""The command line: one module a subcommand, and one table in `main` that names them.

The contract (names, options, JSON, exit statuses) is design section 5; scripts depend on it. Only the module of the
subcommand that was asked for is imported, so that `show` stays as quick as a small Python program can be.
"""
