"""The QApplication: German, palette, fonts, what happens with unexpected errors."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from lpd_desktop import __version__
from lpd_desktop.gui.collector import Collector
from lpd_desktop.gui.look.schemes import choose_scheme
from lpd_desktop.runtime.resources import resource

FONT_FAMILY = "IBM Plex Sans"
_FONTS = ("Regular", "Italic", "SemiBold", "SemiBoldItalic")

_SWITCH_AFTER_S = 0.0002
"""So long the GUI thread waits at most each time it needs Python while a check runs beside it; a
key press needs it a dozen times, and Python's own five milliseconds would add up to sixty."""


def create_application(arguments: list[str], scheme: str = "") -> QApplication:
    """The application object; `scheme` is one of `schemes.SCHEMES`."""
    app = QApplication(arguments)
    app.setApplicationName("LPD Desktop")
    app.setApplicationVersion(__version__)
    prepare(app, scheme)
    Collector(app)
    sys.setswitchinterval(_SWITCH_AFTER_S)
    return app


def running_application() -> QApplication:
    """The application object that is there already."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def prepare(app: QApplication, scheme: str = "") -> None:
    """Style, language and fonts of an application object that is there already."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_de", folder):
        app.installTranslator(translator)
    _use_own_fonts(app)
    choose_scheme(scheme)


def run_event_loop(app: QApplication, window: QWidget) -> int:
    """Shows the window until it is closed."""
    window.show()
    return int(app.exec())


def _use_own_fonts(app: QApplication) -> None:
    """The same letters on every machine and in the PDF; the size is the system's."""
    for style in _FONTS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/IBMPlexSans-{style}.ttf")))
    font = QFont(app.font())
    font.setFamilies([FONT_FAMILY, *font.families()])
    app.setFont(font)
