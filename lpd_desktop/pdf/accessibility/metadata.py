"""The XMP metadata of a file as simple values."""

from __future__ import annotations

from typing import Any

PDFUA = "http://www.aiim.org/pdfua/ns/id/"
"""The namespace in which a file claims to meet PDF/UA."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": PDFUA,
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}


def metadata_of(root: Any) -> dict[str, str]:
    """The values by names such as `pdfaid:part`; of several the first that is not empty.

    Args:
        root: The catalog of a pikepdf document.

    Raises:
        KeyError: there is no metadata stream.
        ValueError: it is no XML.
    """
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        tree = fromstring(root["/Metadata"].read_bytes())
    except ParseError as error:
        message = "the metadata are no XML"
        raise ValueError(message) from error
    found: dict[str, str] = {}
    for element in tree.iter():
        for short, space in _NAMESPACES.items():
            prefix = f"{{{space}}}"
            named = {element.tag: "".join(element.itertext()), **element.attrib}
            for name, value in named.items():
                if name.startswith(prefix) and value.strip():
                    found.setdefault(f"{short}:{name.removeprefix(prefix)}", value.strip())
    return found
