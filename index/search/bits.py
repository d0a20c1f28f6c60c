"""Sets of entries as the bits of one integer, and scores of all entries at once.

Bit n stands for entry n. A set of 100,000 entries is an integer of 12,500 bytes; Python joins, cuts and counts such
integers in microseconds, so a query looks at all entries whatever their number.
"""

from collections.abc import Iterable, Sequence

_MANY = 3000
_DIGITS = bytes.maketrans(b"\x00\x01", b"01")


def from_numbers(numbers: Sequence[int], size: int) -> int:
    """Return the set of these numbers, all below `size`.

    >>> bin(from_numbers([0, 3], 8))
    '0b1001'
    """
    if len(numbers) > _MANY:
        flags = bytearray(size)
        for number in numbers:
            flags[number] = 1
        return int(flags[::-1].translate(_DIGITS), 2)
    packed = bytearray(size // 8 + 1)
    for number in numbers:
        packed[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(packed, "little")


def numbers(bits: int, limit: int = -1) -> list[int]:
    """Return the numbers in a set, ascending, at most `limit` of them if it is not negative.

    >>> numbers(0b1001)
    [0, 3]
    """
    digits = bin(bits)[:1:-1]
    found: list[int] = []
    at = digits.find("1")
    while at >= 0 and len(found) != limit:
        found.append(at)
        at = digits.find("1", at + 1)
    return found


class Members:
    """A set to ask for single entries, many times."""

    def __init__(self, bits: int) -> None:
        """Hold the set."""
        self._packed = bits.to_bytes(bits.bit_length() // 8 + 1, "little")

    def __contains__(self, number: int) -> bool:
        at = number >> 3
        return at < len(self._packed) and bool(self._packed[at] >> (number & 7) & 1)


class Scores:
    """A whole number for each entry, kept as bit planes: plane p holds the entries whose number has the bit 2**p."""

    def __init__(self) -> None:
        """Give every entry 0."""
        self._planes: list[int] = []

    def add(self, amount: int, bits: int) -> None:
        """Add `amount`, from 0 on, to every entry of a set."""
        place = 0
        while amount and bits:
            if amount & 1:
                self._planes += [0] * (place - len(self._planes))
                self._carry(place, bits)
            amount >>= 1
            place += 1

    def best(self, among: int, count: int) -> list[tuple[int, int]]:
        """Return `count` entries of a set with the highest scores, as (score, entry), best first.

        Entries with equal scores stand in their order; where the count cuts through equals, the first ones stay.
        """
        sure, left = 0, among
        for plane in reversed(self._planes):
            upper = left & plane
            if sure.bit_count() + upper.bit_count() >= count:
                left = upper
            else:
                sure |= upper
                left &= ~plane
        chosen = numbers(sure) + numbers(left, max(count - sure.bit_count(), 0))
        scored = self._of(chosen)
        return sorted(scored, key=lambda pair: (-pair[0], pair[1]))

    def highest(self, among: int) -> int:
        """Return the highest score in a set, 0 for an empty one."""
        top, left = 0, among
        for place in range(len(self._planes) - 1, -1, -1):
            upper = left & self._planes[place]
            if upper:
                left = upper
                top |= 1 << place
        return top

    def at_least(self, least: int, among: int) -> int:
        """Return the entries of a set whose score is `least` or more."""
        if least <= 0:
            return among
        above, equal = 0, among
        for place in range(max(len(self._planes), least.bit_length()) - 1, -1, -1):
            plane = self._planes[place] if place < len(self._planes) else 0
            if least >> place & 1:
                equal &= plane
            else:
                above |= equal & plane
                equal &= ~plane
        return above | equal

    def _carry(self, place: int, bits: int) -> None:
        planes = self._planes
        while bits:
            if place == len(planes):
                planes.append(bits)
                return
            old = planes[place]
            planes[place] = old ^ bits
            bits &= old
            place += 1

    def _of(self, chosen: Iterable[int]) -> list[tuple[int, int]]:
        chosen = list(chosen)
        if not chosen:
            return []
        size = max(chosen) // 8 + 1
        mask = (1 << size * 8) - 1
        tables = [(plane & mask).to_bytes(size, "little") for plane in self._planes]
        return [
            (sum((table[n >> 3] >> (n & 7) & 1) << place for place, table in enumerate(tables)), n)
            for n in chosen
        ]
