"""Forms as TOML files that people can read and change."""

from __future__ import annotations

import msgspec

from lpd_desktop.form.model import Form


def form_as_toml(form: Form) -> str:
    """The form as TOML, defaults left out; reading it gives the same form."""
    import tomli_w

    return tomli_w.dumps(msgspec.to_builtins(form))
