"""Blanks made visible, for eyes and for ears."""

from __future__ import annotations

_SEEN = str.maketrans({" ": "·", "\u00a0": "°", "\u202f": "°", "\n": "¶", "\u00ad": "¬"})
BLANKS_EXPLAINED = "· steht für ein Leerzeichen, ° für ein festes Leerzeichen."

_SPOKEN = {
    " ": "Leerzeichen",
    "\u00a0": "festes Leerzeichen",
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
