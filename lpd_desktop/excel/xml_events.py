"""XML as a stream of events that a hostile file cannot blow up.

No document type and thus no entities, no deep nesting, and an allowance of elements for the whole
file; nothing is kept but what the handlers take.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers import expat

from lpd_desktop.runtime.progress import stop_if_cancelled

Attributes = dict[str, str]
OnStart = Callable[[Attributes], None]
OnEnd = Callable[[], None]

_CHUNK = 64 * 1024
_DEPTH_LIMIT = 100
_TOKEN_LIMIT = 1024 * 1024
"""Bytes of one tag with its attributes; longer ones are scanned again with every chunk."""

_IGNORED = "extLst"
"""Extensions repeat names of the main part for other things."""


class BadXmlError(Exception):
    """No well-formed XML, or XML that no office program writes."""


class TooMuchError(Exception):
    """The file holds more than the allowance."""


class EnoughError(Exception):
    """Raised by a handler that needs no more of the part."""


class Allowance:
    """How many elements may still be looked at in this file."""

    def __init__(self, elements: int) -> None:
        """Takes the number for all parts together."""
        self.left = elements


class XmlReader:
    """Reads one part and calls handlers by the local names of elements."""

    def __init__(
        self,
        allowance: Allowance,
        starts: Mapping[str, OnStart],
        ends: Mapping[str, OnEnd] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Takes what to call at the start and end of elements, and for text."""
        self._allowance = allowance
        self._starts: dict[str, OnStart | None] = dict(starts)
        self._ends: dict[str, OnEnd | None] = {**dict.fromkeys(starts), **(ends or {})}
        self._text = text
        self.root = ""

    def read(self, source: IO[bytes], head: bytes = b"") -> None:
        """Reads a part to its end, or until a handler has enough.

        Raises:
            BadXmlError: it is no XML that an office program writes.
            TooMuchError: the allowance is used up.
        """
        parser = self._parser()
        try:
            if head:
                parser.Parse(head, False)
            fed = len(head)
            while chunk := source.read(_CHUNK):
                stop_if_cancelled()
                parser.Parse(chunk, False)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > _TOKEN_LIMIT:
                    raise BadXmlError("an endless tag")
            parser.Parse(b"", True)
        except EnoughError:
            return
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise BadXmlError(str(error)) from error

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._handlers()
        parser.StartDoctypeDeclHandler = _refuse_document_type
        if self._text is not None:
            parser.CharacterDataHandler = self._text
        return parser

    def _handlers(self) -> tuple[Callable[[str, Attributes], None], Callable[[str], None]]:
        """What the parser calls for every element; closures, because they run so often."""
        allowance, starts, ends = self._allowance, self._starts, self._ends
        depth = ignored_from = 0

        def on_start(name: str, attributes: Attributes) -> None:
            nonlocal depth, ignored_from
            depth += 1
            allowance.left -= 1
            if allowance.left < 0:
                raise TooMuchError
            if depth > _DEPTH_LIMIT:
                raise BadXmlError("depth")
            try:
                handler = starts[name]
            except KeyError:
                handler = self._learned(name)
                if not ignored_from and name.endswith(_IGNORED):
                    ignored_from = depth
            if handler is not None and not ignored_from:
                handler(attributes)

        def on_end(name: str) -> None:
            nonlocal depth, ignored_from
            depth -= 1
            handler = ends[name]
            if ignored_from:
                ignored_from = 0 if depth < ignored_from else ignored_from
            elif handler is not None:
                handler()

        return on_start, on_end

    def _learned(self, name: str) -> OnStart | None:
        """The handler of a name that was not met before, with or without a prefix."""
        local = name.rpartition(":")[2]
        self.root = self.root or name
        self._ends[name] = self._ends.get(local)
        if local == _IGNORED:
            return None
        self._starts[name] = self._starts.get(local)
        return self._starts[name]


def _refuse_document_type(*_declared: object) -> None:
    raise BadXmlError("document type")
