"""Things with their number: `1 entry`, `690 entries`. The forms for one and for many are in the translations, English too.

They stand in one place because Qt's tool for texts finds numbered ones in methods of objects only.
"""

from PySide6.QtCore import QObject


class Counted(QObject):
    """Says how many; made where it is needed, and in the language of that moment."""

    def entries(self, number: int) -> str:
        """Say how many entries."""
        return self.tr("%n entries", "", number)

    def catalogues(self, number: int) -> str:
        """Say how many catalogues."""
        return self.tr("%n catalogues", "", number)

    def rows(self, number: int) -> str:
        """Say how many rows of a table."""
        return self.tr("%n rows", "", number)

    def values(self, number: int) -> str:
        """Say how many values of the customer."""
        return self.tr("%n values", "", number)

    def other_codes(self, number: int) -> str:
        """Say how many codes say the same."""
        return self.tr("The same texts stand under %n other codes", "", number)

    def hidden(self, number: int) -> str:
        """Say how many secrets were hidden."""
        return self.tr("%n secrets hidden", "", number)

    def shown_after_all(self, number: int) -> str:
        """Say how many secrets were shown after all."""
        return self.tr("%n secrets shown after all", "", number)

    def characters(self, number: int) -> str:
        """Say how long a text is."""
        return self.tr("%Ln characters", "", number)

    def ids_copied(self, number: int) -> str:
        """Say how many request ids were copied."""
        return self.tr("%n request ids copied", "", number)

    def errors_read(self, number: int) -> str:
        """Say how many errors were read."""
        return self.tr("%n errors read", "", number)

    def hits(self, number: int) -> str:
        """Say how many hits."""
        return self.tr("%n hits", "", number)
