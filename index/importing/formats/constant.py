"""What a source file says of one constant."""

import msgspec

from index.importing.formats.code_values import Told


class Constant(msgspec.Struct):
    """A name with a value."""

    name: str
    """As written; the key of an entry of a map."""
    said: Told
    """What the value says."""
    line: int
    """The line it stands on, from 1."""
    owner: str = ""
    """The enum, class or map it is in."""
    comment: str = ""
    """What the comment beside or above it says."""
    label: str = ""
    """The text of an attribute above it, such as `[Description("It is off")]`."""
    counted: bool = False
    """Its number is only its place in an enum."""
    keyed: bool = False
    """It is an entry of a map, by a number, a text or the name of another constant."""
