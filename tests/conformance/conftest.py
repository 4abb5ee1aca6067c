"""Documents are rendered once, and judged by veraPDF in one process."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conformance.corpus import DOCUMENTS, OTHERS, damageable
from tests.conformance.damages import DAMAGES, judged_by_verapdf
from tests.conformance.verapdf import NotAvailableError, Verdicts, class_path, validate

_REQUIRED = "LPD_CONFORMANCE"
"""Set to `required` by dev.py where Java and Maven are there: then nothing may be skipped."""

Bytes = Callable[[str], bytes]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and os.environ.get(_REQUIRED) == "required":
        reason = call.excinfo.value if call.excinfo is not None else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, though Java and Maven are here: {reason}"
    return report


@pytest.fixture(scope="session")
def document() -> Bytes:
    """The final bytes of a document by its name."""
    made: dict[str, bytes] = {}

    def bytes_of(name: str) -> bytes:
        if name not in made:
            make = DOCUMENTS[name].data if name in DOCUMENTS else OTHERS[name]
            made[name] = make()
        return made[name]

    return bytes_of


@pytest.fixture(scope="session")
def damaged() -> Bytes:
    """A damaged copy by the name of its damage; `sound` is the file before."""
    sound = damageable().data()
    return lambda name: sound if name == "sound" else DAMAGES[name].done_to(sound)


@pytest.fixture(scope="session")
def validator() -> str:
    """The class path of veraPDF, known before anything is rendered for it."""
    try:
        return class_path()
    except NotAvailableError as error:
        pytest.skip(f"veraPDF cannot run: {error}")


@pytest.fixture(scope="session")
def verdicts(
    validator: str, document: Bytes, damaged: Bytes, tmp_path_factory: pytest.TempPathFactory
) -> Verdicts:
    """What veraPDF says of all documents and of all damaged copies that it should refuse."""
    folder = tmp_path_factory.mktemp("conformance")
    wanted = {name: document(name) for name in (*DOCUMENTS, *OTHERS)}
    wanted |= {f"damaged-{name}": damaged(name) for name in ("sound", *judged_by_verapdf())}
    return validate(validator, [_written(folder / f"{name}.pdf", wanted[name]) for name in wanted])


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
