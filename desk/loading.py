"""What is loaded in idle moments stays loaded: nothing looks through it for garbage again and again.

One look through all of it holds up every thread, and with it the window, for longer than a turn may take.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def for_good() -> Iterator[None]:
    """Take whatever is there afterwards to stay; garbage is not looked for meanwhile. Any thread may load so."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if looked:
            gc.enable()
