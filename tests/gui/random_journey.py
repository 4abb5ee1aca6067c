"""A random journey over the whole window: `python -m tests.gui.random_journey SEED STEPS`.

Nothing that somebody does, in whatever order, may raise an error, draw a warning of Qt, or take
words away that nobody deleted.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from lpd_desktop.plan.sample import sample_file
from tests.gui.wandering import going, writing
from tests.gui.wandering.hands import wait
from tests.gui.wandering.soundness import check_file, check_store, check_texts
from tests.gui.wandering.wanderer import Wanderer
from tests.gui.wandering.watch import Watch

Action = Callable[[Wanderer], None]

ACTIONS: tuple[tuple[int, Action], ...] = (
    (30, writing.type_words), (12, writing.move_about), (10, writing.delete),
    (4, writing.type_over),
    (12, writing.command), (4, writing.press_tab), (4, writing.insert_table),
    (3, writing.shrink_table), (5, writing.footnote), (6, writing.paste_foreign),
    (6, writing.cut_and_paste), (4, writing.drag), (12, writing.undo_storm),
    (3, writing.there_and_back), (16, going.turn_page), (10, going.go_to_kind),
    (16, going.press_button), (4, going.press_beside), (8, going.fill_line),
    (4, going.choose_in_box), (8, going.use_grid), (10, going.use_menu), (3, going.search_words),
    (3, going.resize), (1, going.change_scheme), (2, going.acknowledge), (3, going.menu_of_words),
    (1, going.save_elsewhere), (1, going.lose_disk), (2, going.save_as_file), (2, going.reopen),
)  # fmt: skip
_ALL_CHECKS_AFTER = 25


class Journey:
    """Some steps by chance, each followed by what must hold."""

    def __init__(self, seed: int, folder: Path, *, tells: bool = False) -> None:
        self.random = Random(seed)
        self._tells = tells
        self.who = Wanderer(self.random, folder)
        self.who.take(sample_file())
        self.done: list[str] = []

    def go(self, steps: int, watch: Watch) -> None:
        """Does the steps.

        Raises:
            AssertionError: naming the last steps and what did not hold.
        """
        for number in range(steps):
            action = self._next_action()
            self.done.append(action.__name__)
            if self._tells:
                sys.stdout.write(f"{number} {action.__name__} {self._where()}\n")
            try:
                action(self.who)
                wait(self.random.choice((0, 0, 0, 0, 20, 300)))
                self._check(number)
                assert not watch.troubles, "\n".join(watch.troubles)
            except Exception as error:
                last = " ".join(self.done[-8:])
                message = f"step {number}, {last} ({self.who.told}) at {self._where()}: {error}"
                raise AssertionError(message) from error

    def _where(self) -> str:
        return self.who.window.wizard.steps.current.key if self.who.window.plan else "start"

    def _next_action(self) -> Action:
        if self.who.dialog() is not None:
            return going.answer_dialog
        plan = self.who.window.plan
        if plan is None or (not plan.draft.is_editable and self.random.random() < 0.3):
            return going.new_sample
        weights, actions = zip(*ACTIONS, strict=True)
        return self.random.choices(actions, weights)[0]

    def _check(self, number: int) -> None:
        who = self.who
        if who.window.plan is None:
            return
        who.settle()
        if number % 3 == 0:
            check_texts(who.window)
        if number % _ALL_CHECKS_AFTER == 0 and who.is_writing:
            check_file(who.window)
            if not who.is_saved_elsewhere:
                check_store(who.window)

    def end(self) -> None:
        """Closes everything; no thread is left."""
        window = self.who.window
        while (dialog := self.who.dialog()) is not None:
            dialog.reject()
            wait()
        QApplication.clipboard().clear()  # without a screen it is destroyed after Python
        window.close()
        while (dialog := self.who.dialog()) is not None:
            going.answer_dialog(self.who)
            wait()
        window._close_unsaved()
        window.deleteLater()
        wait()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        names = [each.name for each in threading.enumerate() if each is not threading.main_thread()]
        assert not names, f"threads are left behind: {names}"


def _main(seed: int, steps: int) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as root:
        os.environ["HOME"] = root
        from lpd_desktop.gui.application import create_application

        (Path(root) / "data").mkdir()
        app = create_application(["lpd-desktop"])
        with Watch() as watch:
            journey = Journey(seed, Path(root) / "data", tells="-v" in sys.argv)
            journey.go(steps, watch)
            journey.end()
            assert not watch.troubles, "\n".join(watch.troubles)
        del journey
        gc.collect()
        app.processEvents()
    sys.stdout.write(f"seed {seed}: {steps} steps, nothing broke\n")
    return 0


if __name__ == "__main__":
    assert QApplication.instance() is None
    sys.exit(_main(int(sys.argv[1]), int(sys.argv[2])))
