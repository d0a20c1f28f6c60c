"""Errors of the kite."""


class KiteError(Exception):
    retriable = False


class NoWindError(KiteError):
    errno = 41
    message = "NO_WIND"
    description = "There is not enough wind."


class TornError(KiteError):
    errno = 42
    message = "TORN"
    description = (
        "Neither the wind nor whoever holds the string can be made answerable for it: the kite is torn,"
        " mend it."
    )


def raised(number: int) -> KiteError:
    return {41: NoWindError, 42: TornError}[number]()
