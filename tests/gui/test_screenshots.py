from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.gui import screenshots


def _copy_something(_camera):
    data = QMimeData()
    data.setText("7\t8")
    QGuiApplication.clipboard().setMimeData(data)


def test_taking_pictures_leaves_nothing_in_the_clipboard(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(screenshots, "SCHEMES", ("light",))
    monkeypatch.setattr(screenshots, "build_window", lambda _data: QWidget())
    monkeypatch.setattr(screenshots, "_tour", _copy_something)
    screenshots.main(tmp_path)
    assert not qapp.clipboard().text()
