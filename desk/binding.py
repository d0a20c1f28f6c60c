"""Spares the start a look of the binding into the source of every module.

PySide6 reads the source of whatever is imported after it, to see whether the module may want one of its optional
spellings (`snake_case`, `true_property`), and the lines stay in memory. That takes a tenth of the start. Nothing here
uses those spellings; to a version of PySide6 that is made otherwise nothing is done.
"""

from importlib import import_module

_ASKED = "_mod_uses_pyside"
"""The function of the binding that reads a source and answers whether the module may want a spelling."""


def read_no_sources() -> bool:
    """Have the binding take it that no module wants a spelling; tells whether it could be told. Before Qt is loaded."""
    try:
        import_module("shiboken6")
        feature = import_module("shibokensupport.feature")
    except ImportError:
        return False
    if not callable(getattr(feature, _ASKED, None)):
        return False
    setattr(feature, _ASKED, lambda _module: False)
    return True
