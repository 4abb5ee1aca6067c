"""What of a clipboard does not come in, counted for the person who pastes."""

from __future__ import annotations

from dataclasses import dataclass, fields

from lpd_desktop.runtime.german import counted, enumerate_german

_NAMES = {
    "deleted": ("gelöschte Stelle", "gelöschte Stellen"),
    "comments": ("Kommentar", "Kommentare"),
    "hidden": ("verborgene Stelle", "verborgene Stellen"),
    "pictures": ("Bild", "Bilder"),
    "footnotes": ("Fußnotenzeichen ohne Text", "Fußnotenzeichen ohne Text"),
    "links": ("Adresse eines Verweises", "Adressen von Verweisen"),
    "colours": ("Farbe", "Farben"),
}


@dataclass
class LeftOut:
    """What of a clipboard was not taken over, or not as it was.

    Attributes:
        deleted: Stretches that tracked changes or a line through them mark as deleted.
        comments: Comments in the margin.
        hidden: Stretches of hidden text, hidden rows and columns.
        pictures: Pictures and drawings.
        footnotes: Marks of footnotes whose text the clipboard does not have.
        links: Addresses behind words; the words themselves stay.
        colours: Stretches in colour or with a coloured ground.
        joined_cells: Joined cells, whose text stands in the first.
    """

    deleted: int = 0
    comments: int = 0
    hidden: int = 0
    pictures: int = 0
    footnotes: int = 0
    links: int = 0
    colours: int = 0
    joined_cells: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return any(getattr(self, each.name) for each in fields(self))

    @property
    def holds_words(self) -> bool:
        """Whether words were left out, which the plain text of the clipboard may still have."""
        return bool(self.deleted or self.comments or self.hidden)

    def sentence(self) -> str:
        """What was left out, for the person who pasted; empty for nothing."""
        parts = [
            counted(number, *names)
            for name, names in _NAMES.items()
            if (number := getattr(self, name))
        ]
        sentences = [f"Nicht übernommen: {enumerate_german(parts)}."] if parts else []
        if self.joined_cells:
            cells = counted(self.joined_cells, "verbundene Zelle", "verbundene Zellen")
            sentences.append(f"Aufgeteilt: {cells}; der Text steht jeweils in der ersten.")
        return " ".join(sentences)
