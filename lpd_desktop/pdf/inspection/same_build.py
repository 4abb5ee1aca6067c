"""Whether two documents consist of the same objects, however these are numbered and packed.

Words, pictures, links and names are compared by modules that can say what was changed. This one
is the last: it compares all that hangs on the catalog, so that nothing can be hidden in a place at
which nobody has looked yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lpd_desktop.pdf.inspection.deviation import Deviation, DeviationKind

_OF_PACKING = frozenset({"/DecodeParms", "/DL", "/Filter", "/Length"})
_IN_CATALOG_ELSEWHERE = frozenset({"/Extensions", "/Metadata", "/Pages", "/Version"})
"""The versions of the format are told by programs that save, the metadata are compared by name."""

_OF_PAGE_ELSEWHERE = frozenset(
    {"/Contents", "/CropBox", "/MediaBox", "/Parent", "/Resources", "/Rotate", "/Type"}
)
"""Boxes are compared by `page_frames`; a page may inherit its resources."""

_NEARLY = Decimal("0.01")
_LONGEST_PATH = 200

_PLACES: tuple[tuple[str, DeviationKind, str], ...] = (
    ("/StructTreeRoot", "tags", "Die Gliederung für Vorleseprogramme (Tags) wurde geändert."),
    ("/MarkInfo", "tags", "Die Gliederung für Vorleseprogramme (Tags) wurde geändert."),
    ("/Outlines", "outline", "Die Lesezeichen wurden geändert oder entfernt."),
    ("/OutputIntents", "setting", "Das Farbprofil des Dokuments wurde geändert."),
    ("/Names", "attachment", "Wie Dateien dem Dokument beiliegen, wurde geändert."),
    ("/AF", "attachment", "Wie Dateien dem Dokument beiliegen, wurde geändert."),
    ("/Font", "build", "An einer Schrift wurde etwas geändert"),
    ("/XObject", "build", "An einem Bild oder Baustein wurde etwas geändert"),
    ("/Contents", "build", "An den Zeichenbefehlen wurde etwas geändert"),
    ("/Annots", "build", "An einem Verweis wurde etwas geändert"),
)


def build_changes(shown: Any, expected: Any) -> tuple[Deviation, ...]:
    """What differs between the objects of two open documents of equally many pages.

    Args:
        shown: A document that is doubted.
        expected: The one that the program makes.
    """
    found: dict[tuple[str, int | None], Deviation] = {}
    for path, page in _Walk(shown, expected).differences():
        deviation = _deviation(path, page)
        found.setdefault((deviation.sentence, page), deviation)
    return tuple(found.values())


def _deviation(path: str, page: int | None) -> Deviation:
    places = (each for each in _PLACES if path.startswith(each[0]) or (page and each[0] in path))
    unknown: tuple[str, DeviationKind, str] = (
        "",
        "build",
        f"Etwas wurde geändert ({path.strip('/') or 'Aufbau'})",
    )
    _, kind, sentence = next(places, unknown)
    if not sentence.endswith("."):
        where = f"Seite {page}" if page is not None else "den Seiten"
        sentence = f"{sentence}, das auf {where} nicht zu sehen ist."
    return Deviation(kind, page, sentence)


class _Walk:
    """Goes through both documents at once; each pair of objects is looked at once."""

    def __init__(self, shown: Any, expected: Any) -> None:
        self._shown, self._expected = shown, expected
        self._seen: set[tuple[Any, Any]] = set()
        self._waiting: list[tuple[Any, Any, str]] = []
        self._here = {page.obj.objgen: at for at, page in enumerate(shown.pages)}
        self._there = {page.obj.objgen: at for at, page in enumerate(expected.pages)}

    def differences(self) -> Iterator[tuple[str, int | None]]:
        """Where objects differ: the path of entries and the page, from 1."""
        pairs = zip(self._shown.pages, self._expected.pages, strict=False)
        for number, (here, there) in enumerate(pairs, 1):
            yield from ((path, number) for path in self._page(here, there))
        kept = _IN_CATALOG_ELSEWHERE
        at_once = list(self._entries(self._shown.Root, self._expected.Root, "", kept))
        yield from ((path, None) for path in (*at_once, *self._rest()))

    def _page(self, here: Any, there: Any) -> Iterator[str]:
        yield from self._entries(here.obj, there.obj, "", _OF_PAGE_ELSEWHERE)
        self._waiting.append((here.resources, there.resources, ""))
        yield from self._rest()
        if not _same_commands(here, there):
            yield "/Contents"

    def _rest(self) -> Iterator[str]:
        """Pair after pair: chains of bookmarks are longer than calls can be deep."""
        while self._waiting:
            here, there, path = self._waiting.pop()
            yield from self._things(here, there, path)

    def _things(self, here: Any, there: Any, path: str) -> Iterator[str]:
        import pikepdf

        if isinstance(here, pikepdf.Object) and isinstance(there, pikepdf.Object):
            page = self._here.get(here.objgen) if here.is_indirect else None
            other = self._there.get(there.objgen) if there.is_indirect else None
            if page != other:
                yield path
            if page is not None or page != other or self._was_seen(here, there):
                return
        if type(here) is not type(there):
            if not _same_number(here, there):
                yield path
        elif isinstance(here, pikepdf.Stream):
            yield from self._entries(here, there, path, _OF_PACKING)
            if _content(here) != _content(there) and not _same_drawing(here, there):
                yield path
        elif isinstance(here, pikepdf.Dictionary):
            yield from self._entries(here, there, path, frozenset())
        elif isinstance(here, pikepdf.Array):
            if len(here) != len(there):
                yield path
            self._waiting += [(*each, path) for each in zip(here, there, strict=False)]
        elif not _same_value(here, there):
            yield path

    def _was_seen(self, here: Any, there: Any) -> bool:
        pair = (here.objgen, there.objgen)
        if not (here.is_indirect and there.is_indirect):
            return False
        is_known = pair in self._seen
        self._seen.add(pair)
        return is_known

    def _entries(self, here: Any, there: Any, path: str, told: frozenset[str]) -> Iterator[str]:
        for key in sorted((set(here.keys()) | set(there.keys())) - told):
            if key in here and key in there:
                self._waiting.append((here[key], there[key], _below(path, key)))
            else:
                yield _below(path, key)


def _below(path: str, key: str) -> str:
    """The path of an entry; the end of a long one tells nobody anything."""
    return path if len(path) > _LONGEST_PATH else path + key


def _same_number(here: Any, there: Any) -> bool:
    """Programs write whole numbers with or without a point."""
    numbers = (int, float, Decimal)
    are_numbers = isinstance(here, numbers) and isinstance(there, numbers)
    is_truth = isinstance(here, bool) or isinstance(there, bool)
    return are_numbers and not is_truth and abs(Decimal(here) - Decimal(there)) < _NEARLY


def _same_value(here: Any, there: Any) -> bool:
    """Texts may be written in several encodings."""
    return bool(here == there) or _same_number(here, there) or _said(here) == _said(there)


def _said(value: Any) -> str:
    return f"{type(value).__name__} {value}"


def _content(stream: Any) -> bytes:
    import pikepdf

    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


def _same_drawing(here: Any, there: Any) -> bool:
    """Whether two streams that are drawn hold the same commands."""
    if here.get("/Subtype") != "/Form":
        return False
    return _commands(here) == _commands(there)


def _same_commands(here: Any, there: Any) -> bool:
    """Whether two pages are drawn by the same commands, in however many streams."""
    one, other = _joined(here.obj.get("/Contents")), _joined(there.obj.get("/Contents"))
    return one == other or _commands(here) == _commands(there)


def _joined(contents: Any) -> bytes:
    import pikepdf

    if contents is None:
        return b""
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(_content(stream) for stream in streams)


def _commands(drawn: Any) -> bytes:
    import pikepdf

    return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(drawn))
