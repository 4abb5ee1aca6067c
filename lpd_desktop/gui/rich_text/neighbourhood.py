"""How far an edit reaches: its lines, one beside them, the lists that begin or end there."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from lpd_desktop.gui.rich_text.to_blocks import Element, Stretch, element_at, elements_between


def around(document: QTextDocument, stretch: Stretch) -> list[Element]:
    """The paragraphs and tables of a stretch with those that depend on it, in order."""
    start = _first_that_depends(document, stretch[0])
    behind = elements_between(document, start, document.characterCount())
    result = []
    for element in behind:
        result.append(element)
        if element.first > stretch[1] and not element.shape.lists:
            break
    return result


def _first_that_depends(document: QTextDocument, position: int) -> int:
    """The start of the first element that is no part of a list, above that at a position."""
    element = element_at(document.findBlock(position))
    while (above := _above(document, element)) is not None:
        element = above
        if not element.shape.lists:
            break
    return element.first


def _above(document: QTextDocument, element: Element) -> Element | None:
    return element_at(document.findBlock(element.first - 1)) if element.first > 0 else None
