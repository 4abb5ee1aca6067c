"""Opens the settings of the office; no plan has to be open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from lpd_desktop.gui.messages import sentence_of, tell

if TYPE_CHECKING:
    from lpd_desktop.editing.office_settings import ReadSettings
    from lpd_desktop.gui.main_window import MainWindow
    from lpd_desktop.plan.file import LpdFile


class OfficeSettingsEntry(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def show_dialog(self) -> None:
        """Reads the settings, then shows them; examples are those of the open plan."""
        from lpd_desktop.gui.office_settings.settings_work import ReadForDialog

        services, plan = self._window.services, self._window.plan
        work = ReadForDialog(services.data_folder, plan.session.file if plan else None)
        job = services.jobs.start("Einstellungen lesen", work)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_read(self, read: tuple[ReadSettings, LpdFile]) -> None:
        from lpd_desktop.gui.office_settings.settings_dialog import SettingsDialog

        services = self._window.services
        SettingsDialog(self._window, services.jobs, services.data_folder, *read).open()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self._window, "Einstellungen des Jobcenters", sentence_of(error))
