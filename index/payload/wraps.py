"""Whether the breaks inside a value are those of a hard wrap, which cuts words wherever the line is full."""

_NARROWEST = 40
_WIDEST = 400
_FEWEST = 2


def is_hard_wrapped(text: str, start: int, end: int) -> bool:
    """Tell whether all lines that end inside text[start:end] are equally wide and none near is wider.

    At least two must be; what breaks between words fills its lines unequally.
    """
    at = text.rfind("\n", max(0, start - _WIDEST), start) + 1
    if not at and start > _WIDEST:
        return False
    widths = []
    while (stop := text.find("\n", at, end)) >= 0:
        widths.append(stop - at)
        at = stop + 1
    if len(widths) < _FEWEST or not _NARROWEST <= widths[0] <= _WIDEST or len(set(widths)) > 1:
        return False
    around = text[max(0, start - 2 * _WIDEST) : end + _WIDEST].split("\n")[1:-1]
    return all(len(line) <= widths[0] for line in around)
