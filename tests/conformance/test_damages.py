"""Each proof bites: damaged copies of a sound file are refused for the reason they were damaged."""

from __future__ import annotations

import pytest

from lpd_desktop.pdf.accessibility.checking import RULES, check_pdf
from lpd_desktop.pdf.accessibility.report import accessibility_report, checkpoints
from lpd_desktop.pdf.comparison import first_difference, shown_words
from lpd_desktop.pdf.reading import read_structure
from tests.conformance.conftest import Bytes
from tests.conformance.damages import DAMAGES, judged_by_verapdf
from tests.conformance.verapdf import PATIENCE, Verdicts

OURS = [name for name, damage in DAMAGES.items() if damage.rule]
OF_VERAPDF = judged_by_verapdf()
OF_WORDS = [name for name, damage in DAMAGES.items() if not damage.rule]


@pytest.mark.timeout(PATIENCE)
def test_the_file_is_sound_before_it_is_damaged(damaged: Bytes, verdicts: Verdicts):
    assert check_pdf(damaged("sound")) == ()
    assert not any(each.failures for each in verdicts["damaged-sound"].values())


def test_each_rule_has_a_damage():
    assert {DAMAGES[name].rule for name in OURS} == {rule.key for rule in RULES}


def test_verapdf_judges_a_damage_of_each_rule_that_it_knows():
    known = {damage.rule for damage in DAMAGES.values() if damage.profile}
    assert {DAMAGES[name].rule for name in OF_VERAPDF} == known
    assert len(known) > 45


@pytest.mark.parametrize("name", OURS)
def test_the_own_check_names_the_rule_that_a_damage_violates(name: str, damaged: Bytes):
    faults = {fault.rule: fault.sentence for fault in check_pdf(damaged(name))}
    assert DAMAGES[name].rule in faults
    assert faults[DAMAGES[name].rule].endswith(".")


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("name", OF_VERAPDF)
def test_verapdf_refuses_a_damaged_copy(name: str, verdicts: Verdicts):
    damage, verdict = DAMAGES[name], verdicts[f"damaged-{name}"]
    if damage.clause:
        assert damage.clause in verdict[damage.profile].failures
    else:
        assert damage.profile not in verdict


@pytest.mark.parametrize("name", OF_WORDS)
def test_only_reading_back_notices_words_that_changed(name: str, damaged: Bytes):
    sound, other = (
        list(shown_words(read_structure(damaged(each)).texts())) for each in ("sound", name)
    )
    assert check_pdf(damaged(name)) == ()
    assert first_difference(other, sound) != ""


def test_a_report_says_which_checkpoint_failed_and_on_which_page(damaged: Bytes):
    report = accessibility_report(damaged("page-without-tab-order"), "plan.pdf")
    assert [each.number for each in report.checkpoints if each.state == "failed"] == ["28"]
    (failed,) = [each for each in report.rules if not each.passed]
    assert failed.key == "tab-order"
    assert [each.page for each in failed.violations] == [2]


def test_each_rule_belongs_to_a_checkpoint_or_to_the_archive_alone():
    listed = {rule for each in checkpoints() for rule in each.rules}
    alone = {rule.key for rule in RULES} - listed
    assert alone == {
        *("pdfa-named", "metadata-form", "metadata-described", "info", "file-id", "file-frame"),
        *("operators", "own-resources", "colour", "colour-spaces", "graphics-states", "images"),
        *("page-size", "streams", "limits", "nothing-special"),
    }
    assert listed <= {rule.key for rule in RULES}
