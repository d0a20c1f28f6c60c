"""The Qt window of Error Desk, and the program's start.

Stands on `index` (finding, reading, matching, ticket text) and `resources`. Holds widgets and what connects them,
no logic that could work without a window.
"""
