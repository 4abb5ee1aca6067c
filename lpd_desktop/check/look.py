"""Logo and colour of an office: can everybody see or hear them, and do they print well."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import ACCENT_PALE, LOGO_ALT_MISSING, LOGO_COARSE, LOGO_UNREADABLE
from lpd_desktop.plan.accent import READABLE, contrast_to_white, is_readable, printed_accent
from lpd_desktop.plan.logo import PRINT_RESOLUTION, pixels_of

LOOK = "look"


def logo(context: Context) -> Iterator[Finding]:
    """A logo has words for those who do not see it (PDF/UA-1, 7.3), and enough pixels."""
    shown = context.plan.options.logo
    if shown is None:
        return
    where = context.cover(LOOK)
    if pixels_of(shown.image) is None:
        yield context.finding(
            LOGO_UNREADABLE,
            where,
            "Das Bild des Logos ist beschädigt und kann nicht gedruckt werden.",
            "Bitte wählen Sie es unter „Erscheinungsbild“ neu oder entfernen Sie es.",
        )
    if not shown.alt.strip():
        yield context.finding(
            LOGO_ALT_MISSING,
            where,
            "Das Logo hat keinen Alternativtext; wer es nicht sieht, erfährt nicht, was es zeigt.",
            "Bitte schreiben Sie unter „Erscheinungsbild“, was das Logo zeigt, etwa „Logo: Kreis "
            "Musterland“.",
        )
    if shown.resolution < PRINT_RESOLUTION:
        width, height = shown.size
        yield context.finding(
            LOGO_COARSE,
            where,
            f"Das Logo hat nur {width} × {height} Bildpunkte und wird auf Papier unscharf.",
            f"Bitte nehmen Sie ein Bild mit mindestens {_wanted(shown.printed_size[0])} "
            "Bildpunkten Breite, wenn Sie eines haben.",
        )


def _wanted(width: float) -> int:
    """Pixels for a printed width in points, rounded up to tens."""
    return -int(-width / 72 * PRINT_RESOLUTION // 10) * 10


def accent(context: Context) -> Iterator[Finding]:
    """Headings can be read (WCAG 2.2, 1.4.3); the document darkens a colour that is too pale."""
    color = context.plan.options.accent
    if color and not is_readable(color):
        contrast = f"{contrast_to_white(color):.1f}".replace(".", ",")
        least = f"{READABLE:.1f}".replace(".", ",")
        yield context.finding(
            ACCENT_PALE,
            context.cover(LOOK),
            f"Die Farbe {color} ist für Überschriften zu blass: Ihr Kontrast zu Weiß ist "
            f"{contrast} : 1, verlangt sind {least} : 1.",
            f"Im Dokument steht dafür der dunklere Ton {printed_accent(color)}. Wählen Sie ihn "
            "oder eine andere dunklere Farbe, wenn der Hinweis verschwinden soll.",
        )
