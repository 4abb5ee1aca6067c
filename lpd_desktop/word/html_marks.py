"""What in a clipboard's HTML is not text: deleted stretches, comments, footnotes, pictures."""

from __future__ import annotations

import re

from lpd_desktop.word.html_tree import ANNOTATION, Node

_SILENT = frozenset(
    ["head", "link", "meta", "noscript", "script", "style", "template", "title", "xml"]
)
_DELETED = frozenset({"del", "s", "strike"})
_DELETED_CLASSES = ("msodel", "msomovefrom")
_PICTURES = frozenset({"img", "svg", "object", "video", "canvas", "v:imagedata"})
_NOTE_TEXT = re.compile(r"^(?:ftn|edn|sdfootnote|sdendnote|ftnt)\d+$")
_NOTE_PLACE = re.compile(r"^#(?:_(ftn|edn)(\d+)|(sdfootnote|sdendnote)(\d+)sym|(ftnt)(\d+))$")
_NOTE_RETURN = re.compile(r"^#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc|ftnt_ref\d+)$")
_COMMENT_RETURN = re.compile(r"^#(?:cmnt_ref|_msoanchor_)\d+$")
_GREY = re.compile(r"rgba?\((\d+), ?(\d+), ?(\d+)(?:, ?([\d.]+))?\)|#([0-9a-f]{6})|#([0-9a-f]{3})")
_NO_COLOUR = frozenset(
    ["", "auto", "black", "windowtext", "inherit", "initial", "transparent", "currentcolor"]
) | frozenset(["white", "gray", "grey", "window", "none"])


def is_silent(node: Node) -> bool:
    """Whether an element never has text for readers."""
    return node.tag in _SILENT


def is_hidden(node: Node) -> bool:
    """Whether the text of an element is hidden from readers."""
    style = node.style
    return (
        style.get("display", "").startswith("none")
        or style.get("mso-hide", "").startswith("all")
        or style.get("visibility", "").startswith(("hidden", "collapse"))
        or "hidden" in node.attributes
    )


def is_deleted(node: Node) -> bool:
    """Whether an element was struck out."""
    if node.tag in _DELETED:
        return True
    style = node.style
    decoration = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    return "line-through" in decoration or any(each in node.classes for each in _DELETED_CLASSES)


def stands_for_blanks(node: Node) -> bool:
    """Whether an element is made of no-break spaces that were plain ones in the source.

    Chromium writes the blank at the edge of an element so, Word all but one of several.
    """
    if "mso-spacerun" in node.style:
        return not node.text().strip()
    is_bare = not node.attributes or "apple-converted-space" in node.classes
    return node.tag == "span" and is_bare and node.children == ["\u00a0"]


def is_picture(node: Node) -> bool:
    """Whether an element is a picture."""
    return node.tag in _PICTURES


def is_comment_mark(node: Node) -> bool:
    """Whether an element is the mark of a comment in the text."""
    href = node.attributes.get("href", "")
    return (
        node.tag == ANNOTATION
        or "msocomanchor" in node.classes
        or "msocommentreference" in node.classes
        or node.style.get("mso-special-character") == "comment"
        or href.startswith(("#_msocom_", "#cmnt"))
    ) and not _COMMENT_RETURN.match(href)


def is_comment_text(node: Node) -> bool:
    """Whether an element holds the texts of comments."""
    element = node.style.get("mso-element", "")
    return (
        element in {"comment-list", "comment"}
        or "msocomtxt" in node.classes
        or node.tag == "comment"
        or (node.tag in {"p", "div"} and _returns_from_comment(node))
    )


def _returns_from_comment(node: Node) -> bool:
    """Whether a paragraph begins with the way back from a comment to its place."""
    first = next((each for each in node.children if not isinstance(each, str)), None)
    return first is not None and bool(_COMMENT_RETURN.match(first.attributes.get("href", "")))


def note_texts(root: Node) -> dict[str, Node]:
    """The texts of footnotes by their name."""
    return {
        node.attributes["id"]: node
        for node in root.walk()
        if "id" in node.attributes and is_single_note_text(node)
    }


def is_single_note_text(node: Node) -> bool:
    """Whether an element holds the text of one footnote."""
    return node.tag != "a" and bool(_NOTE_TEXT.match(node.attributes.get("id", "")))


def is_note_list(node: Node) -> bool:
    """Whether an element holds the texts of all footnotes."""
    return node.style.get("mso-element", "") in {"footnote-list", "endnote-list"}


def note_name(node: Node) -> str:
    """The name of the footnote that a link leads to, empty where it leads elsewhere."""
    found = _NOTE_PLACE.match(node.attributes.get("href", "")) if node.tag == "a" else None
    return "".join(part for part in found.groups() if part) if found else ""


def is_note_return(node: Node) -> bool:
    """Whether a link leads from a footnote's text back to its place."""
    return node.tag == "a" and bool(_NOTE_RETURN.match(node.attributes.get("href", "")))


def leads_away(node: Node) -> bool:
    """Whether a link has an address that its words do not say."""
    href = node.attributes.get("href", "").strip()
    if node.tag != "a" or not href or href.startswith("#"):
        return False
    bare = href.partition(":")[2].strip("/") or href
    return bare not in node.text()


def is_coloured(node: Node) -> bool:
    """Whether an element gives its text a colour or a coloured ground."""
    grounds = ("background", "background-color", "mso-highlight")
    colours = [node.style.get("color", ""), node.attributes.get("color", "").lower()]
    return any(_is_colour(each) for each in [*colours, *(node.style.get(g, "") for g in grounds)])


def _is_colour(value: str) -> bool:
    first = value.partition(" ")[0] if not value.startswith("rgb") else value
    if first in _NO_COLOUR or ("(" in first and not first.startswith("rgb")):
        return False
    found = _GREY.match(value)
    if found is None:
        return first.isalpha()
    if found[4] is not None and not float(found[4].strip(".") or 0):
        return False
    digits = found[5] or "".join(2 * each for each in found[6] or "")
    parts = [digits[at : at + 2] for at in (0, 2, 4)] if digits else [found[1], found[2], found[3]]
    return len(set(parts)) > 1
