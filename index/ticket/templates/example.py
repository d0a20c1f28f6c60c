"""Made-up facts on which templates are tried and shown: one error with everything, and several with next to nothing."""

import msgspec

from index.ticket.facts import ErrorFacts, Facts

_FULL = ErrorFacts(
    number=1,
    code="Example.0042",
    provider="Example Cloud",
    service="Disks",
    status=409,
    status_name="Conflict",
    status_meaning="409 Conflict: the disk is in use",
    known=True,
    message="The disk 'data-7' is attached to 'web-1'.",
    from_customer=True,
    values=("data-7", "web-1"),
    meaning="The disk is attached to a server.",
    solution="Detach the disk and try again.",
    steps=("Detach the disk data-7 from web-1.", "Try again."),
    whose_move="The customer's move.",
    because=("HTTP 409",),
    ask=("Which region?", "Which project?"),
    request_ids=("example-request-1",),
    source_title="Error codes of disks",
    source_updated="2024-01-31",
    source_url="example/errors.html",
    languages=("en",),
)
_BARE = ErrorFacts(
    number=1, message="Something failed.", whose_move="Unclear.", advice=("Ask.",), ask=("When?",)
)

EXAMPLES = (
    Facts(language="en", errors=(_FULL,), note="Called back at noon."),
    Facts(
        language="en",
        errors=(
            _BARE,
            msgspec.structs.replace(_BARE, number=2, code="X-1", closest=("X-2",)),
            msgspec.structs.replace(
                _BARE, number=3, code="Common", namesakes=2, namesake_services=("Disks (Example Cloud)",)
            ),
        ),
        mentioned=("Y",),
    ),
    Facts(language="en"),
)
"""The first is what a preview shows."""
