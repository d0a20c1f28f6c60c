# Copyright of nobody, licensed to everybody.

"""Error numbers of the kite and their texts."""

ERR_NO_WIND = 1001
ERR_TORN = 1002
ERR_KNOT = 1003

_TEXTS = {
    ERR_NO_WIND: "there is no wind",
    ERR_TORN: (
        "somebody did not look where the wind came from, nor how strong it was by then: the kite {name} "
        "is torn"
    ),
}
