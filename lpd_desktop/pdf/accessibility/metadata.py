"""The XMP metadata of a file as simple values."""

from __future__ import annotations

from typing import Any

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
"""By their usual prefixes; `pdfaid` and `pdfuaid` are claims to meet PDF/A and PDF/UA."""


def metadata_tree(root: Any) -> Any:
    """The metadata as an XML element.

    Args:
        root: The catalog of a pikepdf document.

    Raises:
        KeyError: there is no metadata stream.
        ValueError: it is no XML.
    """
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(root["/Metadata"].read_bytes())
    except ParseError as error:
        message = "the metadata are no XML"
        raise ValueError(message) from error


def metadata_of(root: Any) -> dict[str, str]:
    """The values by names such as `pdfaid:part`; of several the first that is not empty.

    Raises:
        KeyError: there is no metadata stream.
        ValueError: it is no XML.
    """
    found: dict[str, str] = {}
    for element in metadata_tree(root).iter():
        for short, space in NAMESPACES.items():
            prefix = f"{{{space}}}"
            named = {element.tag: "".join(element.itertext()), **element.attrib}
            for name, value in named.items():
                if name.startswith(prefix) and value.strip():
                    found.setdefault(f"{short}:{name.removeprefix(prefix)}", value.strip())
    return found
