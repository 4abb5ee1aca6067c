"""Error values as workbooks store them and as German Excel displays them."""

from __future__ import annotations

_GERMAN = {
    "#REF!": "#BEZUG!",
    "#N/A": "#NV",
    "#VALUE!": "#WERT!",
    "#NUM!": "#ZAHL!",
    "#SPILL!": "#ÜBERLAUF!",
    "#CALC!": "#KALK!",
    "#FIELD!": "#FELD!",
    "#BLOCKED!": "#BLOCKIERT!",
    "#CONNECT!": "#VERBINDEN!",
    "#UNKNOWN!": "#UNBEKANNT!",
    "#GETTING_DATA": "#DATEN_ABRUFEN",
    "#BUSY!": "#BESCHÄFTIGT!",
    "#PYTHON!": "#PYTHON!",
    "#DIV/0!": "#DIV/0!",
    "#NAME?": "#NAME?",
    "#NULL!": "#NULL!",
}
_KNOWN = frozenset({*_GERMAN, *_GERMAN.values()})


def german_error(stored: str) -> str:
    """`#REF!` as `#BEZUG!`; an unknown one stays as it is."""
    return _GERMAN.get(stored.strip().upper(), stored.strip() or "#WERT!")


def is_error_text(text: str) -> bool:
    """Whether a text is the name of an error value, kept as text by some program."""
    if text.startswith("#"):
        return text.upper() in _KNOWN
    return text.startswith("Err:") and text[4:].isdigit()
