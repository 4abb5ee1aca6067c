"""Pictures of the own dates and of the settings of the office; the start page then reminds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from lpd_desktop.editing.own_dates import AddDate
from lpd_desktop.gui.office_settings.settings_dialog import SettingsDialog
from lpd_desktop.gui.own_dates.dates_dialog import DatesDialog
from lpd_desktop.plan.own_dates import OwnDate

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait

_DAYS = {"Beirat": -3, "Kreisausschuss": 0, "Kreistag": 12}


def shoot_dates(camera: Camera, wait: Wait) -> None:
    """The dialog without dates and with some, one of them with a day that is none."""
    window = camera.window
    window.actions_by_key["dates"].trigger()
    dialog = window.findChild(DatesDialog)
    camera.shoot("dates-empty", dialog)
    dialog.reject()
    draft = window.session.draft
    for label, days in _DAYS.items():
        day = (date.today() + timedelta(days=days)).isoformat()
        draft.change_dates("Termin", AddDate(OwnDate(label=label, date=day, done=days == 0)))
    wait(lambda: window.findChild(DatesDialog) is None)
    window.actions_by_key["dates"].trigger()
    dialog = window.findChild(DatesDialog)
    dialog.add.click()
    dialog.rows[-1].day.edit.setText("bald")
    dialog.rows[-1].flush()
    dialog.add.setFocus()
    camera.shoot("dates", dialog)
    dialog.rows[-1].day.edit.clear()
    dialog.reject()


def shoot_settings(camera: Camera, wait: Wait) -> None:
    """The settings as they come, and with a rule and an address that cannot be."""
    window = camera.window
    window.actions_by_key["office_settings"].trigger()
    wait(lambda: window.findChild(SettingsDialog) is not None)
    dialog = window.findChild(SettingsDialog)
    camera.shoot("settings", dialog)
    dialog.text_row("file_name_rule").edit.setText("LPD_{jahr}.pdf")
    dialog.text_row("recipient_email").edit.setText("ministerium")
    dialog.rows["mail_text"].focus()
    camera.shoot("settings-wrong", dialog)
    dialog.reject()
