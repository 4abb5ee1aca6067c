"""The footnotes of a clipboard's HTML: their texts, and which of them were set."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.word.html_marks import is_note_list, is_single_note_text, note_texts
from lpd_desktop.word.html_tree import Node


class Notes:
    """The texts of footnotes by name; each is given away once, to the first mark."""

    def __init__(self, root: Node) -> None:
        """Finds all texts of footnotes."""
        self._texts = note_texts(root)
        self._taken: set[str] = set()

    def take(self, name: str) -> Node | None:
        """The text of a footnote; None where there is none, or it was taken already."""
        text = None if name in self._taken else self._texts.get(name)
        self._taken.add(name)
        return text

    def are_in(self, node: Node) -> bool:
        """Whether an element holds the text of a footnote, or the list of all."""
        if is_note_list(node):
            return True
        return is_single_note_text(node) and self._texts.get(node.attributes["id"]) is node

    def left(self) -> Iterator[Node]:
        """The texts that no mark led to, in order."""
        return (text for name, text in self._texts.items() if name not in self._taken)
