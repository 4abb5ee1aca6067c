"""What in a clipboard's HTML is not text: deleted stretches, comments, footnotes, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lpd_desktop.runtime.german import counted, enumerate_german
from lpd_desktop.word.html_tree import Node

_SILENT = frozenset(
    ["head", "link", "meta", "noscript", "script", "style", "template", "title", "xml"]
)
_DELETED = frozenset({"del", "s", "strike"})
_PICTURES = frozenset({"img", "svg", "object", "video", "canvas", "v:shape", "v:imagedata"})
_NOTE_TEXT = re.compile(r"^(?:ftn|edn|sdfootnote|sdendnote|ftnt)\d+$")
_NOTE_PLACE = re.compile(r"^#(?:_(ftn|edn)(\d+)|(sdfootnote|sdendnote)(\d+)sym|(ftnt)(\d+))$")
_NOTE_RETURN = re.compile(r"^#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc|ftnt_ref\d+)$")


@dataclass
class LeftOut:
    """What of a clipboard was not taken over.

    Attributes:
        deleted: Stretches that tracked changes or a line through them mark as deleted.
        comments: Comments in the margin.
        pictures: Pictures and drawings.
        footnotes: Marks of footnotes whose text the clipboard does not have.
    """

    deleted: int = 0
    comments: int = 0
    pictures: int = 0
    footnotes: int = 0

    def __bool__(self) -> bool:
        return bool(self.deleted or self.comments or self.pictures or self.footnotes)

    def sentence(self) -> str:
        """What was left out, for the person who pasted; empty for nothing."""
        parts = [
            counted(number, singular, plural)
            for number, singular, plural in (
                (self.deleted, "gelöschte Stelle", "gelöschte Stellen"),
                (self.comments, "Kommentar", "Kommentare"),
                (self.pictures, "Bild", "Bilder"),
                (self.footnotes, "Fußnote ohne Text", "Fußnoten ohne Text"),
            )
            if number
        ]
        return f"Beim Einfügen weggelassen: {enumerate_german(parts)}." if parts else ""


def is_silent(node: Node) -> bool:
    """Whether an element has no text for readers."""
    hidden = node.style.get("display") == "none" or node.style.get("mso-hide") == "all"
    return node.tag in _SILENT or hidden


def is_deleted(node: Node) -> bool:
    """Whether an element was struck out."""
    decoration = node.style.get("text-decoration", "") + node.style.get("text-decoration-line", "")
    return node.tag in _DELETED or "line-through" in decoration or "msodel" in node.classes


def is_picture(node: Node) -> bool:
    """Whether an element is a picture."""
    return node.tag in _PICTURES


def is_comment_mark(node: Node) -> bool:
    """Whether an element is the mark of a comment in the text."""
    href = node.attributes.get("href", "")
    return (
        "msocomanchor" in node.classes
        or "msocommentreference" in node.classes
        or node.style.get("mso-special-character") == "comment"
        or href.startswith(("#_msocom_", "#cmnt"))
    )


def is_comment_text(node: Node) -> bool:
    """Whether an element holds the texts of comments."""
    element = node.style.get("mso-element", "")
    return element in {"comment-list", "comment"} or "msocomtxt" in node.classes


def note_texts(root: Node) -> dict[str, Node]:
    """The texts of footnotes by their name."""
    return {
        node.attributes["id"]: node
        for node in root.walk()
        if _NOTE_TEXT.match(node.attributes.get("id", "")) and node.tag != "a"
    }


def is_note_text(node: Node) -> bool:
    """Whether an element holds the text of a footnote, or the list of all."""
    if node.style.get("mso-element", "") in {"footnote-list", "endnote-list"}:
        return True
    return node.tag != "a" and bool(_NOTE_TEXT.match(node.attributes.get("id", "")))


def note_name(node: Node) -> str:
    """The name of the footnote that a link leads to, empty where it leads elsewhere."""
    found = _NOTE_PLACE.match(node.attributes.get("href", "")) if node.tag == "a" else None
    return "".join(part for part in found.groups() if part) if found else ""


def is_note_return(node: Node) -> bool:
    """Whether a link leads from a footnote's text back to its place."""
    return node.tag == "a" and bool(_NOTE_RETURN.match(node.attributes.get("href", "")))
