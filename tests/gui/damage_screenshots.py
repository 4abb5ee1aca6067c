"""Pictures of a damaged store: the notice on the start page, the choice, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lpd_desktop.gui.damage.repair_dialog import RepairDialog
from lpd_desktop.gui.damage.repair_work import Damage
from lpd_desktop.store.commit_mark import Commits
from lpd_desktop.store.repair.rebuilding import Outcome
from lpd_desktop.store.repair.repairing import RepairReport
from lpd_desktop.store.repair.sound_copies import StoreCopy

_PROBLEMS = (
    "Entwurf „Kreis Talbrück 2023“: Die Antwort bei „A Personal“ ist beschädigt gespeichert.",
    "Ihren Entwürfen fehlen die letzten Änderungen (3 Speicherungen): Sie gingen verloren, oder "
    "eine ältere Datei liegt an der Stelle der neuesten.",
)
_FOLDER = Path("LPD Desktop")
_COPIES = [
    StoreCopy(_FOLDER / name, time, drafts, Commits("a", number))
    for number, (name, time, drafts) in enumerate(
        [
            ("Sicherung/Entwuerfe-2022-11-08.db", "2022-11-08T09:30:00Z", 3),
            ("Sicherung/Entwuerfe-2022-11-07.db", "2022-11-07T16:02:00Z", 3),
            ("drafts-format-1-20221020T081500Z.db", "2022-10-20T08:15:00Z", 2),
        ]
    )
]
_REPORT = RepairReport(
    _FOLDER / "drafts-beschaedigt-20221109T071000Z.db",
    _COPIES[0].path,
    (
        Outcome("1", "Kreis Talbrück 2023", "whole"),
        Outcome(
            "2",
            "Kreis Wiesenland 2023",
            "partly",
            (
                "Bei „Personal“ steht der Text aus der Sicherung, Stand 08.11.2022, 10:30.",
                "Bei „C.1, Hintergrund“ steht nichts mehr: Der Text war nicht lesbar.",
            ),
        ),
        Outcome("3", "Stadt Talheim 2022", "copy"),
    ),
    ("Nicht alle Einträge waren lesbar: frühere Texte einzelner Antworten.",),
)


def shoot_damage(camera, wait_until: Callable[..., bool]) -> None:
    """The start page is shown."""
    window = camera.window
    window.store_watch._note(Damage(_PROBLEMS, can_go_on=True))
    camera.shoot("damage-notice")
    services = window.services
    dialog = RepairDialog(
        window, services.jobs, services.data_folder, Damage(_PROBLEMS, can_go_on=True)
    )
    dialog.open()
    wait_until(dialog.repair.isEnabled)
    dialog._on_found(_COPIES)
    camera.shoot("damage-repair", dialog)
    dialog._on_repaired(_REPORT)
    camera.shoot("damage-repaired", dialog)
    dialog.reject()
    dialog.deleteLater()
    window.store_watch._forget()
