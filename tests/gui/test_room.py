"""Long sentences and narrow windows."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from lpd_desktop.form.library import form_for_year
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.look.elided_label import ElidedLabel
from lpd_desktop.gui.wizard_frame import BottomBar, Header
from lpd_desktop.plan.new import jobcenter_named, new_file

LONG = "Der Entwurf ist nicht gespeichert: " + "die Ablage ist voll, " * 20


def test_a_long_sentence_about_saving_widens_nothing_and_is_known_in_full(qtbot) -> None:
    bar = BottomBar(JobRunner())
    qtbot.addWidget(bar)
    before = bar.minimumSizeHint().width()
    bar.show_saving(LONG, failed=True)
    assert bar.minimumSizeHint().width() <= before
    assert LONG in bar.saved.toolTip()
    assert LONG in bar.saved.accessibleDescription()
    bar.resize(700, 50)
    bar.show()
    assert bar.saved.shown_text().endswith("…")


def test_that_saving_fails_is_told_in_full_beside_long_work(qtbot) -> None:
    bar = BottomBar(JobRunner())
    qtbot.addWidget(bar)
    bar.resize(1000, 50)
    bar.job._text.show_text("Abgebrochen: Entwurf als PDF speichern")
    bar.show()
    bar.job.show()
    bar.settle.show()
    bar.show_saving("Der Entwurf ist nicht gespeichert: Er wurde anderswo geändert.", failed=True)
    bar.layout().activate()
    assert bar.saved.shown_text() == bar.saved.text()


def test_the_header_says_everything_at_the_smallest_usual_screen(window, take) -> None:
    jobcenter = jobcenter_named("Mülheim an der Ruhr", 2024)
    wizard = take(window, new_file(form_for_year(2024), jobcenter))
    window.resize(1280, 720)
    header = wizard.findChild(Header)
    header._counts.setText("21 Angaben fehlen noch · 13 Fehler · 24 Warnungen · 3 Hinweise")
    QApplication.sendPostedEvents()
    labels = header.findChildren(ElidedLabel)
    assert [each.shown_text() for each in labels] == [each.text() for each in labels]
    assert all(each.text() for each in labels)


def test_a_failed_save_says_once_that_it_is_not_saved(sample_wizard) -> None:
    sample_wizard.window().plan_actions._on_save_failed("Der Entwurf ist nicht gespeichert: X.")
    text = sample_wizard.bar.saved.text()
    assert text.casefold().count("nicht gespeichert") == 1
