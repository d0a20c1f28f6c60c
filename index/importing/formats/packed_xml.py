"""XML inside zip archives, as office documents are packed, with a bound on what is unpacked."""

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from index.errors import BadInput, DeskError
from index.importing.page import Page

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LIMIT = 200 * 1024 * 1024
"""Bytes of all members together, and of each by itself."""


class Packed:
    """An archive that is open for reading."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.sizes = {info.filename: info.file_size for info in archive.infolist()}
        if sum(self.sizes.values()) > _LIMIT:
            raise BadInput("a document that unpacks to more than {megabytes} MB", megabytes=_LIMIT // 2**20)

    def xml(self, name: str) -> "Element":
        """Parse a member. Raises BadInput where it is larger than it said."""
        from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - needed for these formats only

        with self._archive.open(name) as member:
            data = member.read(_LIMIT + 1)
        if len(data) > _LIMIT:
            raise BadInput("a sheet of more than {megabytes} MB", megabytes=_LIMIT // 2**20)
        root: Element = fromstring(data, forbid_dtd=True)
        return root


def read_packed(content: str | bytes, kind: str, read: Callable[[Packed], Page]) -> Page:
    """Open an archive and read it; `kind` is its name for people. Raises BadInput if it is damaged or too large."""
    data = content if isinstance(content, bytes) else content.encode()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return read(Packed(archive))
    except DeskError:
        raise
    except Exception as error:
        # Damaged archives raise a dozen kinds of errors out of zipfile, zlib and the XML parser.
        raise BadInput("not a readable {kind}: {fault}", kind=kind, fault=type(error).__name__) from error


def local(node: "Element") -> str:
    """Return the name of an element without its namespace."""
    return node.tag.rpartition("}")[2]


def attribute(node: "Element", name: str) -> str:
    """Return the attribute of this name in any namespace, "" if there is none."""
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")
