"""The Qt window of Error Desk, and the program's start.

Stands on `index` (finding, reading, matching, ticket text) and `resources`. Holds widgets and what connects them,
no logic that could work without a window.

Each package is one part of the window: `question` (what is asked), `results`, `detail`, `payload` (what was pasted),
`triage` (long logs), `tickets`, `memory` (what the user keeps), `catalogues`, `settings`, `language`, `style`. A part's
`wiring` connects its panes with its flow and its threads; `desk.wiring` puts the parts together, `desk.app` makes the
window, `desk.actions` is the one table of everything that can be done.
"""
