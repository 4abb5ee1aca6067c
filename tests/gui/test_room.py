"""Long sentences and narrow windows."""

from __future__ import annotations

from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.wizard_frame import BottomBar

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


def test_a_failed_save_says_once_that_it_is_not_saved(sample_wizard) -> None:
    sample_wizard.window().plan_actions._on_save_failed("Der Entwurf ist nicht gespeichert: X.")
    text = sample_wizard.bar.saved.text()
    assert text.casefold().count("nicht gespeichert") == 1
