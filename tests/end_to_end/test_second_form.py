"""A quite different form goes the whole way: nothing in the program knows the form of 2023."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.editing.targets import set_figure
from lpd_desktop.form.model import TargetsItem
from lpd_desktop.plan.file import load_lpd, save_lpd
from tests.end_to_end.conftest import Lpd

DATA = Path(__file__).resolve().parents[1] / "data"


def test_another_form_goes_from_import_to_the_verified_pdf(lpd: Lpd, tmp_path: Path) -> None:
    data, plan, pdf = tmp_path / "data", tmp_path / "plan.lpd", tmp_path / "plan.pdf"
    call = partial(lpd, "--data", data)
    assert call("form", "add", DATA / "forms" / "second-form.toml").status == 0
    source = DATA / "documents" / "second-form.md"
    assert call("import", source, "--form", "rap-2031", "-o", plan).status == 0
    book = DATA / "workbooks" / "second-form.xlsx"
    assert call("budget", plan, "--from", book).status == 0
    fill_targets(plan)
    checked = call("check", plan, "--json")
    assert checked.status == 0, checked.out
    approval = ("--name", "A. Probe", "--role", "Leitung", "--place", "Brenkenau")
    signed = call("sign-off", plan, *approval, "-o", pdf)
    assert signed.status == 0, signed.err
    assert call("verify", pdf).status == 0
    shown = call("show", pdf, "--json").json
    assert (shown["year"], shown["completeness"], len(shown["topics"])) == (2031, 100, 6)


def fill_targets(path: Path) -> None:
    file = load_lpd(path)
    for item in file.form.items:
        if isinstance(item, TargetsItem):
            for target in item.targets:
                file = set_figure(file, item.key, target.key, "12,5")
    # Its own day lies years ahead, and no approval may be dated before it or after today.
    save_lpd(path, replace(file, plan=changed(file.plan, as_of="2025-11-18")))
