"""What the window says about the states of a plan and the steps between them. No Qt."""

from __future__ import annotations

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import STATE_NAMES, State
from lpd_desktop.release.approval import next_version
from lpd_desktop.release.consistency import standing_fault, way_out
from lpd_desktop.release.states import steps_from
from lpd_desktop.runtime.german import german_date

NO_SIGNATURE = (
    "Der eingetippte Name hält fest, wer es getan hat; er ist keine Unterschrift, und niemand "
    "prüft, wer ihn tippt."
)

ABOUT_STEPS: dict[str, str] = {
    "review": (
        "Der Text ist dann geschützt, Anmerkungen bleiben möglich. Zurück in den Entwurf geht es "
        "jederzeit."
    ),
    "back": "Der Text lässt sich danach wieder ändern.",
    "approve": (
        "Ein Assistent zeigt, was offen ist, was sich geändert hat und wie die Seiten aussehen; "
        "danach geben Sie frei."
    ),
    "withdraw": (
        "Der Text lässt sich danach wieder ändern. Das gespeicherte PDF gilt dann nicht mehr; "
        "bitte löschen Sie es. Die Nummer der Fassung ist nicht verbraucht."
    ),
    "submit": (
        "Das Dokument ist auf anderem Weg als über die Übergabe beim Empfänger. Danach lässt sich "
        "die Freigabe nicht mehr zurücknehmen."
    ),
    "return": (
        "Der Empfänger hat das Dokument zurückgegeben. Danach können Sie die nächste Fassung "
        "beginnen."
    ),
    "next": (
        "Das zurückgegebene Dokument wird der Entwurf der nächsten Fassung. Es nennt bei der "
        "Freigabe, was es ersetzt und was sich geändert hat."
    ),
}
"""What becomes of the plan by a step."""

BROKEN = "Freigabe gilt nicht"
"""In a word, wherever a plan is named with its state."""

_WAYS_TO_TEXT: dict[State, str] = {
    "in_review": "back",
    "approved": "withdraw",
    "submitted": "return",
    "returned": "next",
}


def way_to_text(file: LpdFile) -> tuple[str, str] | None:
    """Key and caption of the step towards a text that can be changed; None for a draft."""
    key = _WAYS_TO_TEXT.get(file.work.state, "")
    found = (step for step in steps_from(file) if step.key == key and step.is_possible)
    step = next(found, None)
    return (step.key, step.caption) if step is not None else None


def told_state(file: LpdFile) -> str:
    """In which state the document is, in one or two sentences; a broken approval stands first."""
    fault = standing_fault(file)
    told = _told_standing(file)
    return f"⚠ {BROKEN}: {fault} {way_out(file)}\n{told}" if fault else told


def _told_standing(file: LpdFile) -> str:
    state = STATE_NAMES[file.work.state]
    if file.release is None:
        return f"Zustand: {state}. {_told_version(file)}".strip()
    release = file.release
    names = ", ".join(f"{each.name} ({each.role})" for each in release.signatories)
    parts = [
        f"Zustand: {state}. Freigegeben als Fassung {release.version} von {names}, "
        f"{release.place}, {german_date(release.date)}. Siegel {release.seal[:16]}…"
    ]
    if release.replaces:
        parts.append(f"Ersetzt die Fassung mit dem Siegel {release.replaces[:8]}…")
    return " ".join(parts)


def _told_version(file: LpdFile) -> str:
    """Of a first version there is nothing to tell."""
    replaced = file.work.replaced
    if replaced is None:
        return ""
    day = f" vom {german_date(replaced.date)}" if replaced.date else ""
    return (
        f"Wird Fassung {next_version(file)} und ersetzt Fassung {replaced.version}{day}, "
        f"Siegel {replaced.seal[:8]}…"
    )
