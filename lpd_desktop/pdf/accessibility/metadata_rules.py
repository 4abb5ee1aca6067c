"""Rules on the XMP metadata: their form, what describes them, and what the file says besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.accessibility.metadata import NAMESPACES, metadata_of, metadata_tree
from lpd_desktop.pdf.accessibility.opened import Opened
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PACKET = re.compile(r"<\?xpacket begin=[^?]*?\s(bytes|encoding)=")
_DECLARED = re.compile(r"xmlns:([\w-]+)\s*=\s*[\"']([^\"']*)[\"']")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
_FIXED_PREFIXES = ("pdfaid", "pdfuaid", "pdfaExtension", "pdfaSchema", "pdfaProperty")
_FORMS = {
    "dc:format": "text",
    "dc:title": "Alt",
    "dc:description": "Alt",
    "dc:rights": "Alt",
    "dc:creator": "Seq",
    "dc:subject": "Bag",
    "dc:language": "Bag",
    "dc:publisher": "Bag",
    "dc:identifier": "text",
    "xmp:CreatorTool": "text",
    "xmp:CreateDate": "date",
    "xmp:ModifyDate": "date",
    "xmp:MetadataDate": "date",
    "pdf:Producer": "text",
    "pdf:Keywords": "text",
    "pdf:Trapped": "text",
    "pdfaid:part": "number",
    "pdfaid:conformance": "text",
    "pdfaExtension:schemas": "Bag",
}
"""What may be said without describing it, and in which form (XMP 2005, as far as it is of use)."""

_DESCRIBED = {"pdfuaid:part": "number", "pdfuaid:amd": "text", "pdfuaid:corr": "text"}
_SCHEMA = ("schema", "namespaceURI", "prefix")
_PROPERTY = ("name", "valueType", "category", "description")
_TYPES = ("Text", "Integer", "Real", "Boolean", "Date", "URI", "URL", "ProperName", "AgentName")
_SAME = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
}
_SAME_DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def _form(opened: Opened) -> Iterator[Found]:
    """Encoding, prefixes and values. Source: ISO 19005-3, 6.6.2.1, 6.6.2.3, 6.6.4; 14289-1, 5."""
    stream = opened.root["/Metadata"]
    if (stream.get("/Type"), stream.get("/Subtype")) != ("/Metadata", "/XML"):
        yield Found("Die Metadaten sind nicht als solche gekennzeichnet.")
    try:
        text = stream.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        yield Found("Die Metadaten sind nicht in UTF-8 geschrieben.")
        return
    if _PACKET.search(text):
        yield Found("Die Metadaten nennen ihre Länge oder Kodierung; das ist nicht mehr erlaubt.")
    fixed = {NAMESPACES[prefix]: prefix for prefix in _FIXED_PREFIXES}
    for prefix, space in _DECLARED.findall(text):
        if fixed.get(space, prefix) != prefix:
            yield Found(f"Die Metadaten nennen {fixed[space]} mit anderem Namen.")
    for name, value in _properties(opened.root):
        form = _FORMS.get(name) or _DESCRIBED.get(name)
        if form is not None and not _has_form(value, form):
            yield Found(f"Die Angabe {name} der Metadaten ist nicht in ihrer Form.")


def _properties(root: Any) -> Iterator[tuple[str, Any]]:
    """What the metadata say: names such as `dc:title`, with an element or a plain text."""
    for description in metadata_tree(root).iter(f"{_RDF}Description"):
        for name, text in description.attrib.items():
            if not name.startswith(_RDF):
                yield _short(name), text
        for element in description:
            yield _short(element.tag), element


def _short(name: str) -> str:
    space, _brace, local = name.removeprefix("{").rpartition("}")
    known = {uri: prefix for prefix, uri in NAMESPACES.items()}
    return f"{known.get(space, space)}:{local}"


def _has_form(value: Any, form: str) -> bool:
    text = value if isinstance(value, str) else (value.text or "").strip()
    kids = [] if isinstance(value, str) else list(value)
    if form in ("Alt", "Seq", "Bag"):
        return [kid.tag for kid in kids] == [f"{_RDF}{form}"] and not text
    if kids:
        return False
    if form == "date":
        return _DATE.fullmatch(text) is not None
    return text.isdecimal() if form == "number" else bool(text)


def _described(opened: Opened) -> Iterator[Found]:
    """Whatever XMP does not know is described in the file. Source: ISO 19005-3, 6.6.2.3."""
    described: set[str] = set()
    for schema in _entries(metadata_tree(opened.root), "pdfaExtension", "schemas", "Bag"):
        told = _told(schema, "pdfaSchema")
        properties = list(_entries(schema, "pdfaSchema", "property", "Seq"))
        whole = [_is_whole(_told(each, "pdfaProperty")) for each in properties]
        is_named = all(told.get(name) for name in _SCHEMA) and told.keys() <= {*_SCHEMA, "property"}
        if not is_named or not properties or not all(whole):
            yield Found("Die Beschreibung einer Angabe der Metadaten ist nicht vollständig.")
        for each in properties:
            name = f"{{{told.get('namespaceURI', '')}}}{_told(each, 'pdfaProperty').get('name')}"
            described.add(_short(name))
    for name, _value in _properties(opened.root):
        if name not in _FORMS and name not in described:
            yield Found(f"Die Metadaten beschreiben ihre Angabe {name} nicht.")


def _entries(above: Any, prefix: str, name: str, kind: str) -> Iterator[Any]:
    """The entries of a list of this kind in the metadata."""
    for container in above.iter(f"{{{NAMESPACES[prefix]}}}{name}"):
        yield from container.iterfind(f"{_RDF}{kind}/{_RDF}li")


def _told(entry: Any, prefix: str) -> dict[str, str]:
    """The plain values of an entry."""
    start = f"{{{NAMESPACES[prefix]}}}"
    return {
        each.tag.removeprefix(start): (each.text or "").strip()
        for each in (
            *entry,
            *(kid for inner in entry.iterfind(f"{_RDF}Description") for kid in inner),
        )
        if each.tag.startswith(start)
    }


def _is_whole(told: dict[str, str]) -> bool:
    if told.keys() != set(_PROPERTY) or told.get("valueType") not in _TYPES:
        return False
    return all(told.get(name) for name in _PROPERTY) and told["category"] in (
        "internal",
        "external",
    )


def _info(opened: Opened) -> Iterator[Found]:
    """The older statements say the same.

    Source: ISO 32000-1, 14.3.3 with XMP part 1; ISO 19005-1, 6.7.3 asked for it, part 3 leaves it.
    """
    info, told = opened.pdf.trailer.get("/Info", {}), metadata_of(opened.root)
    for key, name in _SAME.items():
        if key in info and str(info[key]).strip() != told.get(name, ""):
            yield Found(f"{key[1:]} der Datei ist anders als {name} in den Metadaten.")
    for key, name in _SAME_DATES.items():
        if key in info and _digits(str(info[key])) != _digits(told.get(name, "")):
            yield Found(f"{key[1:]} der Datei ist anders als {name} in den Metadaten.")


def _digits(date: str) -> str:
    """A date in either form as digits; a time in UTC has zeros for its zone."""
    return "".join(filter(str.isdigit, date.replace("Z", "+00:00")))


RULES = (
    Rule("metadata-form", "Die Metadaten haben ihre feste Form.", (), _form),
    Rule("metadata-described", "Die Metadaten beschreiben eigene Angaben.", (), _described),
    Rule("info", "Ältere Angaben zur Datei sagen dasselbe wie die Metadaten.", (), _info),
)
