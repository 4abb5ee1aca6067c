"""`lpd look` for a plan and for the office."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.cli import main
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.model import PageOptions
from lpd_desktop.plan.sample import sample_file
from tests.logos import ALT, plain_png


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    return path


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    path.write_bytes(plain_png(640, 160))
    return path


def _options(plan: Path) -> PageOptions:
    return load_lpd(plan).plan.options


def test_a_plan_gets_logo_words_and_colour(plan: Path, image: Path, capsys):
    call = ["look", str(plan), "--logo", str(image), "--alt", ALT, "--color", "7A1F2B"]
    assert main(call) == 0
    options = _options(plan)
    assert options.logo is not None
    assert (options.logo.alt, options.logo.size) == (ALT, (640, 160))
    assert options.accent == "#7a1f2b"
    assert f"Logo: „{ALT}“, 640 × 160" in capsys.readouterr().out


def test_another_target_leaves_the_plan_as_it_is(plan: Path, tmp_path: Path):
    before = plan.read_bytes()
    assert main(["look", str(plan), "--color", "#333333", "-o", str(tmp_path / "neu.lpd")]) == 0
    assert plan.read_bytes() == before
    assert _options(tmp_path / "neu.lpd").accent == "#333333"


def test_showing_changes_nothing(plan: Path, capsys):
    before = plan.read_bytes()
    assert main(["look", str(plan)]) == 0
    assert plan.read_bytes() == before
    assert capsys.readouterr().out.startswith("Logo: keines\nFarbe: #163d66 (Standard)")


def test_a_logo_without_words_is_taken_and_said(plan: Path, image: Path, capsys):
    assert main(["look", str(plan), "--logo", str(image)]) == 1
    assert "Alternativtext" in capsys.readouterr().err
    assert main(["look", str(plan), "--alt", "Wappen  des Kreises"]) == 0
    options = _options(plan)
    assert options.logo is not None
    assert options.logo.alt == "Wappen des Kreises"


def test_a_pale_colour_is_taken_and_the_shade_in_the_document_said(plan: Path, capsys):
    assert main(["look", str(plan), "--color", "#fc0"]) == 0
    assert "zu blass" in capsys.readouterr().err
    assert _options(plan).accent == "#ffcc00"


def test_the_standard_comes_back(plan: Path, image: Path):
    main(["look", str(plan), "--logo", str(image), "--alt", ALT, "--color", "#333"])
    assert main(["look", str(plan), "--no-logo", "--standard-color"]) == 0
    assert _options(plan) == PageOptions()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["--color", "rot"], "keine Farbe"),
        (["--alt", "Wappen"], "Es ist kein Logo da"),
        (["--logo", "fehlt.png"], "fehlt.png"),
        (["--logo", __file__, "--alt", "x"], "kein Bild"),
        (["--logo", "a.png", "--no-logo"], "geht nicht zusammen"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changed(plan: Path, call, words: str, capsys):
    before = plan.read_bytes()
    assert main(["look", str(plan), *call]) == 2
    assert words in capsys.readouterr().err
    assert plan.read_bytes() == before


def test_new_plans_begin_with_the_look_of_the_office(plan: Path, image: Path, tmp_path: Path):
    data, new = ["--data", str(tmp_path / "daten")], tmp_path / "neu.lpd"
    call = [*data, "look", "--office", "--logo", str(image), "--alt", ALT, "--color", "#7a1f2b"]
    assert main(call) == 0
    assert main([*data, "look", "--office", "--standard-color"]) == 0
    made = [*data, "new", "--jobcenter", "Coesfeld", "--year", "2023", "-o", str(new)]
    assert main(made) == 0
    options = _options(new)
    assert options.logo is not None
    assert (options.logo.alt, options.accent) == (ALT, "")
    assert main([*data, "look", str(plan), "--from-office"]) == 0
    assert _options(plan) == options


def test_a_plan_out_of_a_document_begins_with_it_and_one_of_ours_keeps_its_own(
    plan: Path, image: Path, tmp_path: Path
):
    data, new = ["--data", str(tmp_path / "daten")], tmp_path / "neu.lpd"
    source = tmp_path / "quelle.md"
    source.write_text("# Lokales Planungsdokument 2023\n\nEin Satz.\n", "utf-8")
    main([*data, "look", "--office", "--logo", str(image), "--alt", ALT])
    main([*data, "import", str(source), "-o", str(new), "--year", "2023"])
    assert _options(new).logo is not None
    assert main([*data, "import", str(plan), "-o", str(new), "--replace"]) == 0
    assert _options(new) == PageOptions()


def test_a_damaged_look_of_the_office_keeps_nobody_from_beginning(tmp_path: Path):
    data, new = tmp_path / "daten", tmp_path / "neu.lpd"
    data.mkdir()
    (data / "look.json").write_bytes(b'{"logo": {"image": "AAAA"}, "accent": "#7a1f2b"}')
    made = ["--data", str(data), "new", "--jobcenter", "Coesfeld", "--year", "2023"]
    assert main([*made, "-o", str(new)]) == 0
    assert _options(new) == PageOptions()


def test_the_office_has_no_target_of_its_own(tmp_path: Path, capsys):
    data = ["--data", str(tmp_path)]
    assert main([*data, "look", "--office", "-o", str(tmp_path / "x.lpd")]) == 2
    assert main([*data, "look"]) == 2
    assert "„-o“" in capsys.readouterr().err
