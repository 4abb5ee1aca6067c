"""Pillow is loaded when a picture is read, not already when reportlab names it.

Drawing a plan needs none of it, not even for a logo, and loading Pillow takes longer than reading
a finished PDF back.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec

_MODULE = "PIL.Image"


def put_off_pillow() -> None:
    """Puts the loading off until the first use; call it before reportlab is loaded.

    Only for a process of one thread: of two that use Pillow first at the same time, one would
    meet half of it.
    """
    if _MODULE in sys.modules:
        return
    import PIL

    spec = find_spec(_MODULE)
    if spec is None or spec.loader is None:
        return
    spec.loader = loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[_MODULE] = vars(PIL)["Image"] = module
    loader.exec_module(module)
