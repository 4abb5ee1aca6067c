"""Pictures of „Erscheinungsbild“: with a logo and a colour that is too pale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lpd_desktop.editing.look import Look
from lpd_desktop.gui.cover_look.look_dialog import LookDialog
from lpd_desktop.plan.logo import Logo
from tests.logos import ALT, plain_png

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera


def shoot_look(camera: Camera) -> None:
    """The dialog as it comes, and filled in."""
    window = camera.window
    window.actions_by_key["cover_look"].trigger()
    dialog = window.findChild(LookDialog)
    camera.shoot("look-empty", dialog)
    dialog.show_look(Look(Logo(image=plain_png(640, 160), alt=ALT), "#ffcc00"))
    camera.shoot("look", dialog)
    dialog.reject()
