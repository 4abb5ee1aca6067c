"""PDF against Typst, WeasyPrint and LibreOffice: `python -m tests.benchmarks.pdf`.

All set the same text, that of the largest published plan. Ours is tagged, PDF/A-3a and PDF/UA-1
at once with the data attached, and read back before it is handed out; Typst is asked for the
same, without reading back. Typst and WeasyPrint come with
`pip install --require-hashes -r requirements-bench.lock`; a peer that is not there is left out
with a line that says so.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.benchmarks.comparing import Benchmark, compare, process, python
from tests.benchmarks.drafts import largest_plan
from tests.benchmarks.pdf_markup import HtmlWriter, TypstWriter, document_of
from tests.benchmarks.pdf_texts import TIMES, many_times, with_cell, with_table, with_word
from tests.benchmarks.preview import tell_preview

if TYPE_CHECKING:
    from lpd_desktop.plan.file import LpdFile

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]]"
TYPST += ", ignore_system_fonts=True, pdf_standards=['ua-1', 'a-3a'])"
ROWS = 200
LONGER = 10
ROUNDS = 15


def tell_pdf(folder: Path) -> list[bool]:
    """Prints all lines; True where ours stays under the limit."""
    works = [*against_peers(folder), *against_ourselves()]
    return [*(compare(benchmark) for benchmark in works), *tell_preview()]


def export(file: LpdFile) -> Callable[[], object]:
    """A whole export in this process; words are known from the time before, paragraphs are not."""
    from lpd_desktop.pdf.rendering import render_plan

    def run() -> bytes:
        forget_texts()
        return render_plan(file, draft=True).data

    return run


def forget_texts() -> None:
    """What is remembered of paragraphs that were set before."""
    from lpd_desktop.pdf import line_breaking, natural_widths

    line_breaking._known.clear()
    natural_widths._known.clear()


def against_peers(folder: Path) -> Iterator[Benchmark]:
    """The same text set by other programs, warm and as whole processes."""
    from lpd_desktop.plan.file import save_lpd, write_published

    file = largest_plan()
    save_lpd(folder / "plan.lpd", file)
    (folder / "lpd.json").write_bytes(write_published(file))
    document = document_of(file)
    (folder / "plan.typ").write_text(TypstWriter(document).text(), "utf-8")
    (folder / "plan.html").write_text(HtmlWriter(document).text(), "utf-8")
    target = str(folder / "plan.pdf")
    lpd = python("-m", "lpd_desktop", "export", str(folder / "plan.lpd"), "-o", target, "--draft")
    if is_there("typst"):
        yield Benchmark("largest plan, warm", export(file), "Typst, ua-1 and a-3a, warm",
                        typst(folder), 1.0, rounds=ROUNDS)  # fmt: skip
        other = [str(folder / "plan.typ"), str(folder / "typst.pdf"), str(FONTS)]
        yield Benchmark("lpd export, largest plan, a process", lpd, "Typst as a process",
                        python("-c", TYPST, *other), 2.7)  # fmt: skip
    if is_there("weasyprint"):
        yield Benchmark("largest plan, warm", export(file), "WeasyPrint, pdf/ua-1, warm",
                        weasyprint(folder), 0.2, rounds=3)  # fmt: skip
    if is_there("soffice"):
        yield Benchmark("lpd export, largest plan, a process", lpd,
                        "LibreOffice, HTML to tagged PDF",
                        libre_office(folder), 0.7, rounds=3)  # fmt: skip
        yield long_table_against_libre_office(folder)


def long_table_against_libre_office(folder: Path) -> Benchmark:
    """What a long table costs at most; both as whole processes."""
    from lpd_desktop.plan.file import save_lpd

    inner = folder / "table"
    inner.mkdir()
    file = with_table(LONGER * ROWS)
    save_lpd(inner / "plan.lpd", file)
    (inner / "plan.html").write_text(HtmlWriter(document_of(file)).text(), "utf-8")
    source, target = str(inner / "plan.lpd"), str(inner / "plan.pdf")
    lpd = python("-m", "lpd_desktop", "export", source, "-o", target, "--draft")
    name = f"lpd export, table of {LONGER * ROWS} rows"
    return Benchmark(name, lpd, "LibreOffice", libre_office(inner), 0.6, rounds=3)


def against_ourselves() -> Iterator[Benchmark]:
    """What tagging costs, and how time grows with the text."""
    file, longer = largest_plan(), many_times()
    yield Benchmark("largest plan tagged, not checked", set_only(file), "untagged, same layout",
                    untagged(file), 1.15, rounds=2 * ROUNDS)  # fmt: skip
    yield Benchmark(f"largest plan, {TIMES} times the text", export(longer), "once",
                    export(file), TIMES, rounds=3)  # fmt: skip
    short, long = with_table(ROWS), with_table(LONGER * ROWS)
    yield Benchmark(f"table of {LONGER * ROWS} rows", export(long), f"table of {ROWS} rows",
                    export(short), 1.1 * LONGER, rounds=3)  # fmt: skip
    yield Benchmark(f"table of {2 * LONGER * ROWS} rows", export(with_table(2 * LONGER * ROWS)),
                    f"table of {LONGER * ROWS} rows", export(long), 2.2, rounds=3)  # fmt: skip
    for text, size in ((with_cell, "100,000 words in a cell"), (with_word, "a word of 100,000")):
        yield Benchmark(size, export(text(100_000)), "a quarter of it",
                        export(text(25_000)), 4.4, rounds=3)  # fmt: skip


def is_there(peer: str) -> bool:
    """Whether a module or a program is installed; says so if not."""
    there = bool(shutil.which(peer) if peer == "soffice" else find_spec(peer))
    if not there:
        print(f"{peer} is not installed: not compared with it", flush=True)
    return there


def typst(folder: Path) -> Callable[[], object]:
    """Typst in this process, with the same fonts and standards."""
    import typst

    source = (folder / "plan.typ").read_text("utf-8")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])

    def run() -> bytes:
        compiler = typst.Compiler(root=str(folder), font_paths=fonts)
        data: bytes = compiler.compile(
            input=source.encode(), format="pdf", pdf_standards=["ua-1", "a-3a"]
        )
        return data

    return run


def weasyprint(folder: Path) -> Callable[[], object]:
    """WeasyPrint in this process; it can declare one of the two standards."""
    from weasyprint import HTML

    page = str(folder / "plan.html")
    return lambda: HTML(filename=page).write_pdf(pdf_variant="pdf/ua-1")


def libre_office(folder: Path) -> Callable[[], object]:
    """LibreOffice without a window; its profile is warm after the first run."""
    options = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    return process(
        *("soffice", "--headless", f"-env:UserInstallation={(folder / 'office').as_uri()}"),
        *("--infilter=HTML (StarWriter)", "--convert-to", f"pdf:writer_pdf_Export:{options}"),
        *("--outdir", str(folder / "office-out"), str(folder / "plan.html")),
    )


def set_only(file: LpdFile) -> Callable[[], object]:
    """Layout, file and its compression, without the reading back, which needs tags."""
    from lpd_desktop.pdf.finishing import rewritten
    from lpd_desktop.pdf.rendering import render_raw

    def run() -> bytes:
        forget_texts()
        return rewritten(render_raw(file, draft=True).data)

    return run


def untagged(file: LpdFile) -> Callable[[], object]:
    """The same pages with no marks, no structure tree and no link annotations."""
    work = set_only(file)

    def run() -> object:
        with no_tags():
            return work()

    return run


@contextmanager
def no_tags() -> Iterator[None]:
    """Leaves out what tagging does while pages are drawn and when the file is put together."""
    from lpd_desktop.pdf.canvas import TaggedCanvas
    from lpd_desktop.pdf.structure import StructureWriter

    with (
        patch.object(TaggedCanvas, "_mark", lambda *_: None),
        patch.object(TaggedCanvas, "link", lambda *_: None),
        patch.object(StructureWriter, "write", lambda _: None),
    ):
        yield


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        results = tell_pdf(Path(name))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
