"""What is said of a draft and its file, in German."""

from __future__ import annotations

from lpd_desktop.editing.file_standing import SeenFile, Standing
from lpd_desktop.plan.file_relation import Relation
from lpd_desktop.runtime.german import local_time

SHORT: dict[Standing, str] = {
    Standing.SAME: "Datei: gleicher Stand",
    Standing.OLDER: "Datei: älter als der Entwurf",
    Standing.NEWER: "Datei: neuer als der Entwurf",
    Standing.BOTH_WENT_ON: "Datei und Entwurf: beide geändert",
    Standing.UNKNOWN: "Datei: anderer Inhalt",
    Standing.OTHER_PLAN: "Datei: anderes Dokument",
    Standing.GONE: "Datei: nicht erreichbar",
    Standing.UNREADABLE: "Datei: nicht lesbar",
}
"""A few words for the line above the page."""

_WHOLE: dict[Standing, str] = {
    Standing.SAME: "Die Datei „{name}“{when} hat denselben Stand wie dieser Entwurf.",
    Standing.OLDER: (
        "Die Datei „{name}“{when} ist älter als dieser Entwurf: Sie enthält einen früheren Stand."
    ),
    Standing.NEWER: (
        "Die Datei „{name}“{when} ist neuer als dieser Entwurf: Sie setzt ihn fort, und hier "
        "wurde seither nichts geändert."
    ),
    Standing.BOTH_WENT_ON: (
        "Die Datei „{name}“{when} und dieser Entwurf wurden beide geändert, seit sie gleich waren. "
        "Bitte vergleichen Sie."
    ),
    Standing.UNKNOWN: (
        "Die Datei „{name}“{when} und dieser Entwurf haben verschiedenen Inhalt; welcher Stand "
        "neuer ist, lässt sich nicht sagen. Bitte vergleichen Sie."
    ),
    Standing.OTHER_PLAN: (
        "Unter „{path}“ liegt jetzt ein anderes Planungsdokument. Dieser Entwurf ist auf diesem "
        "Rechner gespeichert."
    ),
    Standing.GONE: (
        "Die Datei „{path}“ ist nicht erreichbar: Sie wurde verschoben oder gelöscht, oder der "
        "Datenträger fehlt. Dieser Entwurf ist auf diesem Rechner gespeichert."
    ),
    Standing.UNREADABLE: "„{path}“ ist zurzeit keine lesbare Datei dieses Entwurfs. {problem}",
}

_RETURNED: dict[Relation, str] = {
    Relation.SAME: "„{name}“ hat denselben Stand wie Ihr Entwurf.",
    Relation.OLDER: (
        "„{name}“ ist ein früherer Stand Ihres Entwurfs „{draft}“; der Entwurf ist neuer. Was "
        "möchten Sie tun?"
    ),
    Relation.NEWER: (
        "„{name}“ ist neuer als Ihr Entwurf „{draft}“: Die Datei setzt ihn fort, und am Entwurf "
        "wurde seither nichts geändert. Was möchten Sie tun?"
    ),
    Relation.BOTH_WENT_ON: (
        "„{name}“ und Ihr Entwurf „{draft}“ wurden beide geändert, seit sie gleich waren. Was "
        "möchten Sie tun?"
    ),
    Relation.UNKNOWN: (
        "Der Plan in „{name}“ ist schon unter Ihren Entwürfen („{draft}“), mit anderem Inhalt. "
        "Welcher Stand neuer ist, lässt sich nicht sagen. Was möchten Sie tun?"
    ),
}


def standing_sentence(seen: SeenFile, standing: Standing) -> str:
    """One or two sentences that say which is newer, and what to do where something must be."""
    when = f" (Stand {local_time(seen.written)})" if seen.written else ""
    return _WHOLE[standing].format(
        name=seen.path.name, path=seen.path, when=when, problem=seen.problem
    )


def returned_question(name: str, draft: str, relation: Relation) -> str:
    """The question to somebody who opens a file of a plan that is among the drafts."""
    return _RETURNED[relation].format(name=name, draft=draft)
