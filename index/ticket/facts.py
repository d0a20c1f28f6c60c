"""What a ticket says, as plain data: the material of the standard form and of every template.

Everything from outside is masked and made visible here, once; what follows only arranges and escapes.
"""

import msgspec


class ErrorFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of one error; empty where nothing is."""

    number: int
    """Its place in this ticket, from 1."""
    code: str = ""
    """The code as the text or the page prints it."""
    provider: str = ""
    """Who runs the service."""
    service: str = ""
    """The service."""
    status: int | None = None
    """The HTTP status that the text states, else that of the entry."""
    status_text: str = ""
    """What the page prints instead of one status."""
    status_name: str = ""
    """`Not Found`, in the language of the ticket."""
    status_meaning: str = ""
    """`404 Not Found: ...`."""
    known: bool = False
    """A catalogue has it."""
    weak: bool = False
    """It is only mentioned."""
    namesakes: int = 0
    """How many entries have its code, though nothing ties it to their services; else 0."""
    namesake_services: tuple[str, ...] = ()
    """The services of those entries, with their providers."""
    foreign: bool = False
    """The text names another product than those services."""
    by_hand: bool = False
    """A person chose the entry; the text itself names no service."""
    candidates: int = 0
    """How many entries it may be, if the choice is not confirmed; else 0."""
    message: str = ""
    """The customer's message, or the message of the entry with the values filled in."""
    from_customer: bool = False
    """The message is what the customer got."""
    values: tuple[str, ...] = ()
    """The customer's values, in the order of the placeholders."""
    meaning: str = ""
    """What the vendor says it means."""
    meaning_only_in: str = ""
    """Language tag of the meaning, if it is not the language of the ticket."""
    solution: str = ""
    """What the vendor says to do, as one text, even if that is only whom to contact."""
    steps: tuple[str, ...] = ()
    """The vendor's solution in steps; empty if the vendor gives none worth the name."""
    solution_only_in: str = ""
    """Language tag of the solution, if it is not the language of the ticket."""
    whose_move: str = ""
    """Our judgement whose move it is."""
    because: tuple[str, ...] = ()
    """What that judgement was drawn from."""
    advice: tuple[str, ...] = ()
    """Our steps, not the vendor's."""
    ask: tuple[str, ...] = ()
    """What to ask the customer."""
    request_ids: tuple[str, ...] = ()
    """Ids of the failed requests."""
    closest: tuple[str, ...] = ()
    """Similar codes that exist, where the code is unknown."""
    source_title: str = ""
    """Title of the page."""
    source_updated: str = ""
    """Date of the page."""
    source_url: str = ""
    """Address of the page."""
    languages: tuple[str, ...] = ()
    """Languages in which the vendor's texts of this entry exist."""


class Facts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a whole ticket says."""

    language: str
    """`en` or `zh-Hans`."""
    errors: tuple[ErrorFacts, ...] = ()
    """The errors, in the order of the text."""
    request_ids: tuple[str, ...] = ()
    """Request ids that belong to none of the errors."""
    mentioned: tuple[str, ...] = ()
    """Codes that are merely mentioned."""
    note: str = ""
    """The person's own note."""
