"""How a file says by itself that nobody has changed it since the program wrote it.

An office document carries a digest over its parts in its own metadata, a text in a comment at its
end. This stops accidents, not forgers.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from io import BytesIO

_FACTS = "docProps/core.xml"
_FACTS_END = b"</cp:coreProperties>"
_MARK = re.compile(
    rb'<dc:identifier xmlns:dc="http://purl\.org/dc/elements/1\.1/">sha256:([0-9a-f]{64})'
    rb"</dc:identifier>"
)
_IDENTIFIER = (
    '<dc:identifier xmlns:dc="http://purl.org/dc/elements/1.1/">sha256:{digest}</dc:identifier>'
)
_COMMENT = "\n<!-- LPD Desktop, sha256: {digest} -->\n"
_LAST_LINE = re.compile(rb"\n<!-- LPD Desktop, sha256: ([0-9a-f]{64}) -->\n\Z")
_MOST_BYTES = 200_000_000
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def marked_document(data: bytes) -> bytes:
    """The office document with a digest over all its parts in its metadata.

    Raises:
        ValueError: it has no metadata.
    """
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        parts = [(entry, old.read(entry)) for entry in old.infolist()]
        if _FACTS not in old.namelist():
            raise ValueError(_FACTS)
        digest = _digest_of([(entry.filename, part) for entry, part in parts])
        for entry, part in parts:
            new.writestr(entry, _with_mark(part, digest) if entry.filename == _FACTS else part)
    return target.getvalue()


def is_document_as_written(data: bytes) -> bool:
    """Whether no part of an office document of this program was added, changed or taken away."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _MOST_BYTES:
                return False
            parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    except _UNREADABLE:
        return False
    marks = [mark for name, part in parts if name == _FACTS for mark in _MARK.findall(part)]
    unmarked = [(name, _MARK.sub(b"", part) if name == _FACTS else part) for name, part in parts]
    return marks == [_digest_of(unmarked).encode()]


def marked_text(data: bytes) -> bytes:
    """The Markdown with a digest over it in a comment at its end, which readers do not show."""
    return data + _COMMENT.format(digest=hashlib.sha256(data).hexdigest()).encode()


def is_text_as_written(data: bytes) -> bool:
    """Whether every byte of a marked text is as it was written."""
    found = _LAST_LINE.search(data)
    if found is None:
        return False
    return hashlib.sha256(data[: found.start()]).hexdigest().encode() == found[1]


def _with_mark(facts: bytes, digest: str) -> bytes:
    head, end, rest = facts.rpartition(_FACTS_END)
    if not end:
        raise ValueError(_FACTS)
    return head + _IDENTIFIER.format(digest=digest).encode() + end + rest


def _digest_of(parts: list[tuple[str, bytes]]) -> str:
    """In any order of the parts; each goes in with its length, so that none runs into the next."""
    total = hashlib.sha256()
    for name, part in sorted(parts):
        total.update(f"{name}\0{len(part)}\0".encode("utf-8", "surrogateescape"))
        total.update(part)
    return total.hexdigest()
