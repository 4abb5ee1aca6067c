"""Blanks made visible, for eyes and for ears."""

from __future__ import annotations

from itertools import groupby

_SEEN = str.maketrans({" ": "·", "\u00a0": "°", "\u202f": "°", "\n": "¶", "\u00ad": "¬"})
BLANKS_EXPLAINED = "· steht für ein Leerzeichen, ° für ein festes Leerzeichen."

_UNSEEN = {
    " ": "Leerzeichen",
    "\u00a0": "festes Leerzeichen",
    "\u202f": "schmales festes Leerzeichen",
    "\n": "Zeilenwechsel",
    "\u2029": "Absatzwechsel",
    "\u00ad": "weiches Trennzeichen",
    "\u200b": "Trennstelle ohne Breite",
}
_SPOKEN = {
    **_UNSEEN,
    "-": "Bindestrich",
    "–": "Gedankenstrich",
    "…": "Auslassungspunkte",
    "...": "drei Punkte",
    '"': "gerades Anführungszeichen",
    "„": "öffnendes Anführungszeichen",
    "“": "schließendes Anführungszeichen",
    "'": "gerader Apostroph",
    "’": "Apostroph",
    "": "nichts",
}


def with_shown_blanks(text: str) -> str:
    """Each blank as a sign, so that it is seen how many and which there are."""
    return text.translate(_SEEN)


def spoken(text: str) -> str:
    """What a screen reader shall say of a short piece that may hold signs alone."""
    known = _SPOKEN.get(text)
    if known is not None:
        return known
    if any(sign.isalnum() for sign in text):
        return text.replace("\u00a0", " ")
    return " ".join(_SPOKEN.get(sign, sign) for sign in text)


def unseen_name(text: str) -> str:
    """The name of blanks and of characters that never show: `festes Leerzeichen`."""
    return " + ".join(_numbered(sign, len(list(same))) for sign, same in groupby(text))


def _numbered(sign: str, number: int) -> str:
    sort = "Leerzeichen" if sign.isspace() else "unsichtbares Zeichen"
    name = _UNSEEN.get(sign) or f"{sort} U+{ord(sign):04X}"
    return name if number == 1 else f"{number} × {name}"
