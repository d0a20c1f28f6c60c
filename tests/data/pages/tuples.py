"""Errors of the sky."""

from enum import IntEnum


class ErrorCode(IntEnum):
    KITE_NOT_FOUND = 2001, "there is no kite"
    KITE_TORN = 2002, "the kite is torn"
    SKY_FULL = 3001, "the sky is full"
