"""Rules on painting: operators, colours, graphics states, images, sizes (ISO 19005-3, 6.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.accessibility.colour_profile import colour_profile
from lpd_desktop.pdf.accessibility.objects import is_dictionary, is_stream
from lpd_desktop.pdf.accessibility.opened import Opened, as_list
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_OPERATORS = frozenset(
    (
        *("b", "B", "b*", "B*", "BDC", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "Do", "DP"),
        *("EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "j", "J", "K", "k", "l"),
        *("m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN"),
        *("scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw"),
        *("Tz", "v", "w", "W", "W*", "y", "'", '"'),
    )
)
"""ISO 32000-1, annex A, without those of inline images and of fonts that are drawn."""

_DEEPEST = 28
_INTENTS = ("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation")
_BLENDING = frozenset(
    (
        *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten"),
        *("/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion"),
        *("/Hue", "/Saturation", "/Color", "/Luminosity"),
    )
)
_SPACES = ("/DeviceRGB", "/DeviceGray", "/CalRGB", "/CalGray", "/Lab", "/Pattern")
_DEPTHS = (1, 2, 4, 8, 16)
_INPUTS = ("prtr", "mntr", "scnr", "spac")
_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
_SMALLEST, _LARGEST = 3, 14_400
"""Points (ISO 19005-3, 6.1.13)."""


def _operators(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.1.13, 6.2.2, 6.2.6; ISO 32000-1, 8.4.2."""
    for number, content in opened.all_contents():
        strange = sorted(content.operators - _OPERATORS)
        if strange:
            yield Found(f"Ein Zeichenbefehl ist hier nicht vorgesehen: {strange[0]}.", number)
        if content.deepest > _DEEPEST:
            yield Found("Zustände beim Zeichnen sind zu tief geschachtelt.", number)
        if content.saved:
            yield Found("Ein Zustand beim Zeichnen bleibt offen oder endet zu früh.", number)
        if any(name not in _INTENTS for name in content.named("ri")):
            yield Found("Die Wiedergabe der Farben ist unbekannt.", number)


def _own_resources(opened: Opened) -> Iterator[Found]:
    """Whatever a content names stands in its own resources. Source: ISO 19005-3, 6.2.2."""
    for number, content in opened.all_contents():
        if content.missing:
            missing = min(content.missing)
            yield Found(f"{missing} wird gebraucht, aber nicht mitgegeben.", number)


def _colours(opened: Opened) -> Iterator[Found]:
    """Colours have a meaning without any device.

    Inks by name (Separation, DeviceN) and profiles for print are not judged, and so not passed.
    Source: ISO 19005-3, 6.2.4.
    """
    for number, content in opened.all_contents():
        direct = [name for name in content.named("cs") if name.startswith("/Device")]
        if content.operators & {"k", "K"} or any(name not in _SPACES for name in direct):
            yield Found("Eine Farbe gilt nur für ein bestimmtes Gerät (CMYK).", number)
    for holder in opened.dictionaries:
        for space in (*_spaces(holder.get("/ColorSpace")), *_spaces(holder.get("/CS"))):
            fault = _fault_of_space(space, 0)
            if fault:
                yield Found(fault, opened.page_of(holder))


def _spaces(value: Any) -> list[Any]:
    if value is None:
        return []
    if is_dictionary(value) and not is_stream(value):
        return list(value.values())
    return [value]


def _fault_of_space(space: Any, depth: int) -> str:
    import pikepdf

    parts = list(space) if isinstance(space, pikepdf.Array) else [space]
    kind = str(parts[0])
    if kind == "/ICCBased":
        return _fault_of_profile(parts[1])
    if kind in ("/Indexed", "/Pattern") and len(parts) > 1 and depth == 0:
        return _fault_of_space(parts[1], 1)
    return "" if kind in _SPACES else "Eine Farbe gilt nur für ein bestimmtes Gerät (CMYK)."


def _fault_of_profile(stream: Any) -> str:
    try:
        profile = colour_profile(stream.read_bytes())
    except ValueError:
        return "Ein Farbprofil ist keines."
    if profile.device not in _INPUTS or profile.version > 4:
        return "Ein Farbprofil ist von einer Art, die kein Archiv nimmt."
    if profile.space == "CMYK" or profile.components != int(stream.get("/N", 0)):
        return "Ein Farbprofil gilt für andere Farben."
    return ""


def _output(opened: Opened) -> Iterator[Found]:
    """One sound profile says what red, green and blue mean. Source: ISO 19005-3, 6.2.3."""
    intents = as_list(opened.root.get("/OutputIntents"))
    if len(intents) > 1 or any("/DestOutputProfileRef" in intent for intent in intents):
        yield Found("Die Datei hat mehr als ein Farbprofil, oder es liegt woanders.")
    profiles = [
        intent.get("/DestOutputProfile") for intent in intents if intent.get("/S") == "/GTS_PDFA1"
    ]
    if len(profiles) != 1 or profiles[0] is None or int(profiles[0].get("/N", 0)) != 3:
        yield Found("Die Datei sagt nicht, wie ihre Farben gemeint sind (OutputIntent).")
        return
    try:
        profile = colour_profile(profiles[0].read_bytes())
    except ValueError:
        yield Found("Das Farbprofil der Datei ist keines.")
        return
    if profile.device not in ("mntr", "prtr") or profile.space != "RGB" or profile.version > 4:
        yield Found("Das Farbprofil der Datei gilt nicht für Rot, Grün und Blau.")


def _states(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.2.5, 6.2.6, 6.2.10."""
    for holder in opened.dictionaries:
        for state in _spaces(holder.get("/ExtGState")):
            if "/TR" in state or "/HTP" in state or state.get("/TR2", "/Default") != "/Default":
                yield Found("Ein Zustand beim Zeichnen verändert Farben nach dem Gerät.")
            if "/HT" in state and not _is_plain_halftone(state["/HT"]):
                yield Found("Ein Zustand beim Zeichnen gibt ein Raster vor.")
            if str(state.get("/RI", _INTENTS[0])) not in _INTENTS:
                yield Found("Die Wiedergabe der Farben ist unbekannt.")
            if any(str(mode) not in _BLENDING for mode in as_list(state.get("/BM"))):
                yield Found("Farben mischen sich auf unbekannte Weise.")


def _is_plain_halftone(halftone: Any) -> bool:
    if not is_dictionary(halftone):
        return True
    kind = halftone.get("/HalftoneType")
    return kind in (1, 5) and not any(
        key in halftone for key in ("/HalftoneName", "/TransferFunction")
    )


def _images(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.2.8, 6.2.9."""
    for each in filter(is_stream, opened.dictionaries):
        kind = str(each.get("/Subtype", ""))
        if kind == "/PS" or each.get("/Subtype2") == "/PS" or "/PS" in each:
            yield Found("Ein Bild ist ein Programm (PostScript).")
        if kind in ("/Image", "/Form") and ("/OPI" in each or "/Alternates" in each):
            yield Found("Ein Bild kann durch ein anderes ersetzt werden.")
        if kind == "/Image":
            yield from _faults_of_image(each)


def _faults_of_image(image: Any) -> Iterator[Found]:
    if bool(image.get("/Interpolate", False)):
        yield Found("Ein Bild wird beim Zeigen geglättet.")
    depths = _DEPTHS[:1] if bool(image.get("/ImageMask", False)) else _DEPTHS
    if int(image.get("/BitsPerComponent", 1)) not in depths:
        yield Found("Ein Bild hat eine Farbtiefe, die es nicht gibt.")
    if str(image.get("/Intent", _INTENTS[0])) not in _INTENTS:
        yield Found("Die Wiedergabe der Farben ist unbekannt.")


def _sizes(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.1.13."""
    for each in opened.dictionaries:
        for box in (each[key] for key in _BOXES if key in each):
            left, bottom, right, top = (float(edge) for edge in box)
            sides = (abs(right - left), abs(top - bottom))
            if min(sides) < _SMALLEST or max(sides) > _LARGEST:
                yield Found("Eine Seite ist zu klein oder zu groß.", opened.page_of(each))


RULES = (
    Rule("operators", "Gezeichnet wird nur mit bekannten Befehlen.", (), _operators),
    Rule("own-resources", "Jede Seite bringt mit, was sie braucht.", (), _own_resources),
    Rule("colour", "Die Farben haben eine feste Bedeutung.", (), _output),
    Rule("colour-spaces", "Keine Farbe gilt nur für ein Gerät.", (), _colours),
    Rule("graphics-states", "Farben mischen sich auf bekannte Weise.", (), _states),
    Rule("images", "Bilder sind feste Bilder.", (), _images),
    Rule("page-size", "Die Seiten sind von lesbarer Größe.", (), _sizes),
)
