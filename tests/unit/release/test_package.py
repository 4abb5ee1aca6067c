"""What a package holds, and how it comes into its folder."""

from __future__ import annotations

import email
import email.policy
import shutil
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release import package_folder
from lpd_desktop.release.acceptance import Accepted, accepted
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.hand_over_fields import TemplateError
from lpd_desktop.release.hand_over_texts import (
    HandOverTexts,
    Letter,
    RecipientError,
    addresses_in,
    check_texts,
)
from lpd_desktop.release.mail import Attachment, mail_draft
from lpd_desktop.release.package import FILE_KINDS, Package, package_of
from lpd_desktop.release.package_folder import (
    FolderBusyError,
    FolderTakenError,
    take_back,
    write_package,
)
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import UnwritableFileError
from lpd_desktop.runtime.folder_lock import FolderLock
from tests.extent import examples
from tests.short_plan import short_plan

APPROVAL = Approval((Signatory(name="Erika Muster", role="Leitung"),), "Talbrück", "2022-11-08")


@pytest.fixture(scope="module")
def document() -> Accepted:
    return accepted(sign_off(short_plan(), APPROVAL).pdf)


@pytest.fixture
def package(document: Accepted) -> Package:
    return package_of(document, HandOverTexts())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_document_and_words_give_the_same_bytes(document: Accepted) -> None:
    texts = HandOverTexts(recipient_email="lpd@amt.example")
    assert package_of(document, texts).files == package_of(document, texts).files
    other = package_of(document, HandOverTexts(mail_text="Kurz."))
    assert other.files[1].data != package_of(document, texts).files[1].data


def test_each_kind_of_file_has_words_for_people(package: Package) -> None:
    assert {each.kind for each in package.files} <= set(FILE_KINDS)


def read_mail(data: bytes):
    return email.message_from_bytes(data, policy=email.policy.default)


@given(
    subject=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])),
    lines=st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])),
        max_size=6,
    ),
    data=st.binary(max_size=300),
)
def test_what_a_mail_says_is_what_was_written(subject: str, lines: list[str], data: bytes) -> None:
    letter = Letter("MAGS", ("a@amt.example",), " ".join(subject.split()), "\n".join(lines) + "\n")
    raw = mail_draft(letter, Attachment("LPD.pdf", data))
    assert raw == mail_draft(letter, Attachment("LPD.pdf", data))
    mail = read_mail(raw)
    assert str(mail["Subject"]).split() == letter.subject.split()
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == letter.text
    (attached,) = mail.iter_attachments()
    assert attached.get_content() == data


def test_nobody_slips_a_header_into_the_mail(document: Accepted) -> None:
    texts = HandOverTexts(mail_subject="LPD\r\nBcc: fremd@amt.example\n\nText")
    mail = read_mail(package_of(document, texts).files[1].data)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "LPD Bcc: fremd@amt.example Text"


def test_without_an_address_the_mail_has_none(package: Package) -> None:
    assert read_mail(package.files[1].data)["To"] is None


@pytest.mark.parametrize(
    ("given_text", "found"),
    [
        ("", ()),
        ("a@b.example", ("a@b.example",)),
        ("a@b.example; c@d.example,a@b.example", ("a@b.example", "c@d.example")),
    ],
)
def test_addresses_are_divided_and_named_once(given_text: str, found: tuple[str, ...]) -> None:
    assert addresses_in(given_text) == found


@pytest.mark.parametrize(
    "text", ["amt", "a@b", "a b@c.example", "<a@b.example>", "a@b.example\x00"]
)
def test_what_is_no_address_is_named(text: str) -> None:
    with pytest.raises(RecipientError, match="keine Adresse"):
        check_texts(HandOverTexts(recipient_email=text))


def test_a_lone_brace_in_the_text_is_told() -> None:
    with pytest.raises(TemplateError, match="Text der E-Mail"):
        check_texts(HandOverTexts(mail_text="Guten Tag {"))


def write_at_once(target: Path, package: Package) -> list[LpdError]:
    """What four calls that begin at the same moment were refused with."""
    problems: list[LpdError] = []
    start = threading.Barrier(4)

    def write() -> None:
        start.wait()
        try:
            write_package(target, package)
        except LpdError as error:
            problems.append(error)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


def test_calls_at_once_leave_one_whole_package_each_time(package: Package, tmp_path: Path) -> None:
    """A call once took the files of another for left behind, and deleted them."""
    for number in range(examples(10, 200)):
        target = tmp_path / f"paket{number}"
        problems = write_at_once(target, package)
        assert all(isinstance(each, FolderBusyError) for each in problems)
        assert len(problems) < 4
        assert contents(target) == {each.name: each.data for each in package.files}
        assert list(tmp_path.iterdir()) == [target]
        shutil.rmtree(target)


def test_what_another_process_is_writing_is_left_alone(package: Package, tmp_path: Path) -> None:
    busy = tmp_path / package_folder._name_beside("paket")
    (busy / "paket").mkdir(parents=True)
    lock = FolderLock(busy)
    assert lock.take()
    with pytest.raises(FolderBusyError, match="anderer Aufruf"):
        write_package(tmp_path / "paket", package)
    assert [path.name for path in tmp_path.iterdir()] == [busy.name]
    lock.release()
    assert "0 von 4" in write_package(tmp_path / "paket", package).interrupted
    assert not busy.exists()


def test_a_link_in_the_place_of_the_folder_beside_is_never_followed(
    package: Package, tmp_path: Path
) -> None:
    foreign = tmp_path / "fremd"
    foreign.mkdir()
    (foreign / "Notiz.txt").write_text("x")
    (tmp_path / package_folder._name_beside("paket")).symlink_to(foreign)
    with pytest.raises(UnwritableFileError):
        write_package(tmp_path / "paket", package)
    assert contents(foreign) == {"Notiz.txt": b"x"}


def test_a_file_in_the_way_and_folders_that_are_missing(package: Package, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")
    with pytest.raises(FolderTakenError, match="kein Ordner"):
        write_package(tmp_path / "datei", package)
    deep = tmp_path / "a" / "b" / "paket"
    write_package(deep, package)
    assert len(contents(deep)) == 4
    with pytest.raises(UnwritableFileError):
        write_package(tmp_path / "datei" / "paket", package)


def test_where_the_folder_keeps_its_name_whole_files_are_added_or_none(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with the root of a stick, which cannot be removed."""
    target = tmp_path / "stick"
    target.mkdir()
    (target / "desktop.ini").write_text("x")

    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".txt":
            message = "voll"
            raise UnwritableFileError(message)
        path.write_bytes(data)

    with monkeypatch.context() as patched:
        patched.setattr(package_folder, "write_atomically", full)
        with pytest.raises(UnwritableFileError):
            write_package(target, package)
    assert set(contents(target)) == {"desktop.ini"}
    write_package(target, package)
    assert len(contents(target)) == 5


def test_a_folder_beside_which_nothing_can_be_made_takes_the_files(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a share where somebody may write into one folder alone."""
    target = tmp_path / "Ablage"
    target.mkdir()
    real = Path.mkdir

    def refused(self: Path, *arguments: int, **options: bool) -> None:
        if self.parent == tmp_path and self != target:
            raise PermissionError(13, "")
        real(self, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", refused)
    write_package(target, package)
    assert len(contents(target)) == 4
    with pytest.raises(UnwritableFileError, match="Rechte"):
        write_package(tmp_path / "anderswo", package)


def test_the_root_of_a_drive_is_a_folder_like_any_other(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added: list[Path] = []
    monkeypatch.setattr(package_folder, "write_atomically", lambda path, _data: added.append(path))
    monkeypatch.setattr(package_folder, "_names_in", lambda _folder: set())
    write_package(Path("/"), package)
    assert added == [Path("/") / each.name for each in package.files]


def test_files_beside_a_whole_package_do_no_harm(package: Package, tmp_path: Path) -> None:
    target = tmp_path / "paket"
    write_package(target, package)
    (target / "Eingangsbestätigung.eml").write_text("da")
    assert write_package(target, package).was_there


def test_taking_back_removes_what_was_written_and_nothing_else(
    package: Package, tmp_path: Path
) -> None:
    target = tmp_path / "paket"
    written = write_package(target, package)
    (target / "Notiz.txt").write_text("x")
    take_back(written, package)
    assert set(contents(target)) == {"Notiz.txt"}
    (target / "Notiz.txt").unlink()
    again = write_package(target, package)
    take_back(write_package(target, package), package)
    assert len(contents(target)) == 4
    take_back(again, package)
    assert not target.exists()
