"""Settings of the office: what counts, what is kept, what is never overwritten."""

from __future__ import annotations

import json

import pytest

from lpd_desktop.editing import office_settings as module
from lpd_desktop.editing.office_settings import (
    FILE,
    KEYS,
    STANDARD,
    FixedSettingError,
    NewerSettingsError,
    OfficeSettings,
    SettingError,
    hand_over_texts,
    keep_settings,
    office_settings,
    read_settings,
)
from lpd_desktop.release.hand_over_texts import HandOverTexts, check_texts
from lpd_desktop.runtime.files import UnwritableFileError


@pytest.fixture
def preset(tmp_path, monkeypatch):
    """Puts what administrators set into the place of the program's resources."""
    place = tmp_path / "program" / FILE
    place.parent.mkdir()
    monkeypatch.setattr(module, "resource", lambda _name: place)

    def put(settings, fixed=()):
        content = {"schema": 1, "settings": settings, "fixed": list(fixed)}
        place.write_text(json.dumps(content), encoding="utf-8")

    return put


def test_without_a_file_the_standard_counts(tmp_path):
    assert office_settings(tmp_path / "none") == STANDARD
    assert not STANDARD.four_eyes


def test_what_is_kept_counts_and_the_rest_stays_standard(tmp_path):
    keep_settings(tmp_path, {"own_name": " Erika  Beispiel ", "four_eyes": True})
    assert office_settings(tmp_path) == OfficeSettings(own_name="Erika Beispiel", four_eyes=True)


def test_one_value_after_the_other_leaves_those_before(tmp_path):
    keep_settings(tmp_path, {"own_name": "Erika Beispiel"})
    keep_settings(tmp_path, {"own_role": "Leitung"})
    assert office_settings(tmp_path).own_name == "Erika Beispiel"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_nothing_takes_a_value_back_to_the_standard(tmp_path, value):
    keep_settings(tmp_path, {"file_name_rule": "Plan_{year}.pdf"})
    keep_settings(tmp_path, {"file_name_rule": value})
    assert office_settings(tmp_path) == STANDARD
    assert json.loads((tmp_path / FILE).read_text())["settings"] == {}


def test_lines_of_the_mail_and_blanks_in_a_folder_stay(tmp_path):
    text, folder = "Guten Tag,\n\nanbei  {title}.", "/srv/LPD  alt"
    keep_settings(tmp_path, {"mail_text": text, "hand_over_folder": folder})
    settings = office_settings(tmp_path)
    assert (settings.mail_text, settings.hand_over_folder) == (text, folder)


def test_a_value_of_the_administrators_is_the_standard_of_all(tmp_path, preset):
    preset({"recipient_email": "eingang@ministerium.example"})
    assert office_settings(tmp_path).recipient_email == "eingang@ministerium.example"
    keep_settings(tmp_path, {"recipient_email": "andere@ministerium.example"})
    assert office_settings(tmp_path).recipient_email == "andere@ministerium.example"
    keep_settings(tmp_path, {"recipient_email": None})
    preset({"recipient_email": "neu@ministerium.example"})
    assert office_settings(tmp_path).recipient_email == "neu@ministerium.example"


def test_what_administrators_fixed_cannot_be_changed(tmp_path, preset):
    keep_settings(tmp_path, {"four_eyes": False, "own_name": "Erika Beispiel"})
    preset({"four_eyes": True}, fixed=["four_eyes"])
    with pytest.raises(FixedSettingError, match="four_eyes"):
        keep_settings(tmp_path, {"four_eyes": False})
    assert office_settings(tmp_path).four_eyes
    assert read_settings(tmp_path).fixed == {"four_eyes"}


def test_the_users_own_name_is_never_that_of_a_file_for_all(tmp_path, preset):
    preset({"own_name": "Jemand"}, fixed=["own_name"])
    assert office_settings(tmp_path).own_name == ""
    keep_settings(tmp_path, {"own_name": "Erika Beispiel"})
    assert office_settings(tmp_path).own_name == "Erika Beispiel"


def test_a_false_of_the_user_counts_against_a_true_that_is_not_fixed(tmp_path, preset):
    preset({"four_eyes": True})
    keep_settings(tmp_path, {"four_eyes": False})
    assert not office_settings(tmp_path).four_eyes


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"schema": 1, "settings": {"unknown": 1}}', b"\xff\xfe", b"1"]
)
def test_what_cannot_be_read_is_told_and_put_aside_never_overwritten(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    read = read_settings(tmp_path)
    assert read.settings == STANDARD
    assert "lassen sich nicht lesen" in read.troubles[0]
    assert (tmp_path / FILE).read_bytes() == content
    keep_settings(tmp_path, {"own_name": "Erika Beispiel"})
    assert (tmp_path / "office-unlesbar-1.json").read_bytes() == content
    assert office_settings(tmp_path).own_name == "Erika Beispiel"
    (tmp_path / FILE).write_bytes(b"again")
    keep_settings(tmp_path, {"own_name": "Erika Beispiel"})
    assert (tmp_path / "office-unlesbar-2.json").read_bytes() == b"again"


def test_one_wrong_value_is_told_and_the_others_count(tmp_path):
    settings = {"file_name_rule": "a/b", "own_role": "Leitung"}
    content = json.dumps({"schema": 1, "settings": settings})
    (tmp_path / FILE).write_text(content)
    read = read_settings(tmp_path)
    assert read.settings == OfficeSettings(own_role="Leitung")
    assert "gilt „file_name_rule“ nicht" in read.troubles[0]
    keep_settings(tmp_path, {"own_name": "Erika Beispiel"})
    assert (tmp_path / "office-unlesbar-1.json").read_text() == content
    assert office_settings(tmp_path).own_role == "Leitung"


def test_a_file_of_a_later_version_is_left_as_it_is(tmp_path):
    content = '{"schema": 2, "settings": {"later": true}}'
    (tmp_path / FILE).write_text(content)
    read = read_settings(tmp_path)
    assert read.is_newer
    assert "neuere Version" in read.troubles[0]
    with pytest.raises(NewerSettingsError, match="neuere Version"):
        keep_settings(tmp_path, {"own_name": "Erika Beispiel"})
    assert (tmp_path / FILE).read_text() == content


def test_a_file_that_notepad_saved_is_read(tmp_path):
    content = '\ufeff{"schema": 1, "settings": {"own_role": "Leitung"}}'
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert office_settings(tmp_path).own_role == "Leitung"


def test_damaged_values_of_administrators_are_told_and_never_written_to(tmp_path, preset):
    preset({"file_name_rule": "a:b"}, fixed=["file_name_rule", "wishes"])
    read = read_settings(tmp_path)
    assert len(read.troubles) == 2
    assert read.settings == STANDARD
    assert not read.is_damaged


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("file_name_rule", "{unknown}.pdf"),
        ("recipient_email", "niemand"),
        ("mail_subject", "{"),
        ("mail_text", "{unknown}"),
        ("hand_over_folder", "Ablage"),
        ("own_name", "x" * 301),
        ("own_name", "a\x00b"),
        ("four_eyes", "vielleicht"),
        ("own_name", True),
        ("wishes", "viele"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_written(tmp_path, key, value):
    with pytest.raises(SettingError):
        keep_settings(tmp_path, {"own_role": "Leitung", key: value})
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("folder", ["/srv/lpd", "N:\\LPD", "\\\\server\\share\\LPD"])
def test_whole_paths_of_either_system_are_taken(tmp_path, folder):
    keep_settings(tmp_path, {"hand_over_folder": folder})
    assert office_settings(tmp_path).hand_over_folder == folder


def test_a_folder_that_takes_no_file_is_told(tmp_path):
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(UnwritableFileError):
        keep_settings(tmp_path / "data", {"own_name": "Erika Beispiel"})


def test_the_standard_can_be_handed_over_as_it_is():
    texts = hand_over_texts(STANDARD)
    check_texts(texts)
    assert texts.file_name_rule == HandOverTexts().file_name_rule


def test_each_setting_can_be_stored():
    assert set(module.StoredSettings.__struct_fields__) == set(KEYS)
