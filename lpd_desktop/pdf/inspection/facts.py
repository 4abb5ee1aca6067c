"""What a PDF says besides its pictures: texts of pages, metadata, bookmarks, links, files, tags."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeVar

from lpd_desktop.pdf.attachment import ATTACHMENT_NAME, extract_published
from lpd_desktop.pdf.edition_marks import kind_without_data
from lpd_desktop.pdf.inspection.deviation import Deviation
from lpd_desktop.pdf.inspection.foreign_parts import foreign_parts
from lpd_desktop.pdf.inspection.page_facts import PageFacts, attempted, facts_of_pages, page_of
from lpd_desktop.pdf.inspection.page_frames import frame_changes, frame_of, plain_frame
from lpd_desktop.pdf.inspection.same_build import build_changes
from lpd_desktop.pdf.reading import UnreadablePdfError

_INFORMATION = {
    "/Title": "Titel",
    "/Author": "Verfasser",
    "/Subject": "Betreff",
    "/Keywords": "Stichwörter",
    "/CreationDate": "Erstellungsdatum",
}
_XMP = {
    "dc:title": "Titel",
    "dc:creator": "Verfasser",
    "dc:description": "Betreff",
    "pdf:Keywords": "Stichwörter",
    "xmp:CreateDate": "Erstellungsdatum",
}
_NAME = b"LPD Desktop"
_PROGRAM = re.compile(r"LPD Desktop (\S+)")
_SPOKEN = ("/Alt", "/ActualText", "/E", "/Lang", "/T")
_DEEPEST = 50
_MOST_BOOKMARKS = 20_000
_MOST_ELEMENTS = 500_000

_UNREADABLE = Deviation(
    "damaged", None, "Die Datei ist beschädigt: Ihr Aufbau lässt sich nicht vollständig lesen."
)

Read = TypeVar("Read")


@dataclass(frozen=True)
class Facts:
    """One document.

    Attributes:
        version: Of the program that made it, as it says; empty where it says nothing.
        metadata: What information and XMP say, by German name.
        outline: Depth, title and page of each bookmark.
        data_digest: Of the content of the attached data; empty where there are none.
        spoken: Roles and spoken texts of the structure tree; None where there is none.
        foreign: What the program never writes into a document.
    """

    version: str
    pages: tuple[PageFacts, ...]
    metadata: dict[str, tuple[str, ...]]
    outline: tuple[tuple[int, str, int | None], ...]
    data_digest: str
    spoken: tuple[tuple[str, ...], ...] | None
    foreign: tuple[Deviation, ...]


def read_facts(data: bytes) -> Facts:
    """What the bytes say; what is damaged is left out.

    Raises:
        UnreadablePdfError: no PDF, or one that cannot be opened at all.
    """
    return _opened(data, lambda pdf: _facts(pdf, data))


def _facts(pdf: Any, data: bytes) -> Facts:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    # First of all: the library drops what stands twice in an index when it is asked for a file.
    unreadable: tuple[Deviation, ...] = (_UNREADABLE,)
    foreign = attempted(lambda: _foreign(pdf, data), unreadable)
    return Facts(
        version=attempted(lambda: _version(pdf), ""),
        pages=tuple(facts_of_pages(pdf, pages)),
        metadata=_metadata(pdf),
        outline=attempted(lambda: tuple(_outline(pdf, pages)), ()),
        data_digest=attempted(lambda: _data_digest(pdf, data), ""),
        spoken=attempted(lambda: _spoken(pdf), None),
        foreign=foreign,
    )


def foreign_parts_of(data: bytes) -> tuple[Deviation, ...]:
    """What the program never writes into a document.

    Raises:
        UnreadablePdfError: as `read_facts`.
    """
    return _opened(data, lambda pdf: (*_foreign(pdf, data), *_reshaped(pdf)))


def _foreign(pdf: Any, data: bytes) -> tuple[Deviation, ...]:
    return tuple(foreign_parts(pdf, has_data=kind_without_data(data) is None))


def build_changes_of(shown: bytes, expected: bytes) -> tuple[Deviation, ...]:
    """What differs between the objects of two documents of equally many pages.

    Raises:
        UnreadablePdfError: as `read_facts`.
    """
    return _opened(
        shown,
        lambda here: _opened(
            expected,
            lambda there: attempted(lambda: build_changes(here, there), (_UNREADABLE,)),
        ),
    )


def _reshaped(pdf: Any) -> list[Deviation]:
    """Pages that are not whole, upright and in their own size, where no others can be compared."""
    frames = [frame_of(page) for page in pdf.pages]
    return frame_changes((at, each, plain_frame(each)) for at, each in enumerate(frames, 1))


def is_of_this_program(data: bytes) -> bool:
    """Whether a PDF says that this program made it, also a damaged one or one made of it."""
    if _NAME in data:
        return True
    try:
        return bool(_opened(data, _version))
    except UnreadablePdfError:
        return False


def _opened(data: bytes, read: Callable[[Any], Read]) -> Read:
    """What is read of an open document."""
    import pikepdf

    damaged = (ValueError, KeyError, TypeError, AttributeError, IndexError)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return read(pdf)
    except (pikepdf.PdfError, pikepdf.PasswordError, *damaged) as error:
        message = "Das PDF lässt sich nicht lesen. Bitte verlangen Sie das Original."
        raise UnreadablePdfError(message) from error


def _version(pdf: Any) -> str:
    """Rewriting programs replace the producer, but not the program that made the document."""
    said = [str(pdf.docinfo.get(key, "")) for key in ("/Creator", "/Producer")]
    said.append(_xmp_values(pdf).get("xmp:CreatorTool", ""))
    return next((found[1] for text in said if (found := _PROGRAM.search(text))), "")


def _outline(pdf: Any, numbers: dict[Any, int]) -> Iterator[tuple[int, str, int | None]]:
    """Each bookmark; a chain that leads back into itself ends somewhere."""
    waiting = [(0, pdf.Root.get("/Outlines", {}).get("/First"))]
    given = 0
    while waiting and given < _MOST_BOOKMARKS:
        depth, item = waiting.pop()
        if item is None or depth > _DEEPEST:
            continue
        given += 1
        action = item.get("/A", {})
        page = page_of(item.get("/Dest", action.get("/D")), numbers)
        yield depth, str(item.get("/Title", "")), page
        waiting += [(depth, item.get("/Next")), (depth + 1, item.get("/First"))]


def _metadata(pdf: Any) -> dict[str, tuple[str, ...]]:
    """For each name what the two places of a file say."""
    information: dict[str, str] = attempted(lambda: _information(pdf), {})
    xmp: dict[str, str] = attempted(lambda: _xmp_values(pdf), {})
    found: dict[str, tuple[str, ...]] = {}
    for key, name in _INFORMATION.items():
        found[name] = (_plain(information.get(key, "")),)
    for key, name in _XMP.items():
        found[name] += (_plain(xmp.get(key, "")),)
    return found


def _information(pdf: Any) -> dict[str, str]:
    return {key: str(pdf.docinfo.get(key, "")) for key in _INFORMATION}


def _plain(text: str) -> str:
    """Dates are compared without their zone, which programs write in several ways."""
    date = re.fullmatch(r"D?:?(\d{4})-?(\d\d)-?(\d\d)\D?(\d\d):?(\d\d):?(\d\d)\D?.*", text)
    return "".join(date.groups()) if date else text.strip()


def _xmp_values(pdf: Any) -> dict[str, str]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        keys = (*_XMP, "xmp:CreatorTool")
        return {key: _joined(metadata.get(key, "")) for key in keys}


def _joined(value: Any) -> str:
    return value if isinstance(value, str) else ", ".join(map(str, value))


def _data_digest(pdf: Any, data: bytes) -> str:
    if ATTACHMENT_NAME not in pdf.attachments:
        return ""
    return hashlib.sha256(extract_published(data, among_several=True)).hexdigest()


def _spoken(pdf: Any) -> tuple[tuple[str, ...], ...] | None:
    """What screen readers go by: language, then roles, spoken texts and attributes in order."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return None
    root = pdf.Root
    marks = root.get("/MarkInfo", {}).get("/Marked", False)
    found: list[tuple[str, ...]] = [
        (str(root.get("/Lang", "")), str(marks), _written(tree, "/RoleMap"))
    ]
    waiting = _kids(tree)
    while waiting and len(found) < _MOST_ELEMENTS:
        element = waiting.pop()
        if "/S" in element:
            said = (str(element.get(key, "")) for key in ("/S", *_SPOKEN))
            found.append((*said, _written(element, "/A")))
            waiting += _kids(element)
    return tuple(found) if len(found) > 1 else None


def _written(holder: Any, key: str) -> str:
    """An entry as it is written, such as the attributes of a cell."""
    entry = holder.get(key)
    return "" if entry is None else bytes(entry.unparse(resolved=True)).decode("latin-1")


def _kids(element: Any) -> list[Any]:
    """The elements below one, the last first."""
    import pikepdf

    kids = element.get("/K")
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in reversed(listed) if isinstance(kid, pikepdf.Dictionary)]
