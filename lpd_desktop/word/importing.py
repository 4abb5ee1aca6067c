"""`lpd import`: a plan out of somebody's document, or one answer out of a colleague's.

The form alone says what is looked for.
"""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.form.model import Form
from lpd_desktop.plan.addresses import Address, below_table, blocks_at, with_blocks
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.import_rules import REPLACED
from lpd_desktop.plan.model import Answer, Jobcenter, Plan
from lpd_desktop.plan.rich_text import Blocks, is_blank
from lpd_desktop.plan.words import block_words
from lpd_desktop.plan.work import ImportNote, UnplacedText
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.word.assembly import import_source
from lpd_desktop.word.blocks import blocks_of
from lpd_desktop.word.reading import read_document
from lpd_desktop.word.recognition import recognise
from lpd_desktop.word.result import ImportResult
from lpd_desktop.word.source import SourceDocument

__all__ = [
    "AnswerMissingError",
    "ImportResult",
    "NoSuchAnswerError",
    "import_document",
    "import_into",
]


class NoSuchAnswerError(LpdError):
    """The address names no text of the plan."""


class AnswerMissingError(NotAllowedError):
    """The document follows the form, but holds nothing for this answer."""


def import_document(
    data: bytes, name: str, form: Form, jobcenter: Jobcenter | None = None
) -> ImportResult:
    """The plan in a document.

    Args:
        data: The bytes of a .docx, .md or .txt.
        name: The file's name, for messages.
        form: What is asked.
        jobcenter: Whose plan it is; without it the cover is asked, and a document without a
            cover only gets a suggestion.

    Raises:
        UnreadableDocumentError: no such document, with the reason in German.
    """
    return import_source(read_document(data, name), form, jobcenter)


def import_into(file: LpdFile, address: Address | str, data: bytes, name: str) -> LpdFile:
    """The file with one answer taken from a document.

    A document that follows the form gives the answer of the same place; a document without any
    of the form's words is the answer as a whole. A text that stood there is kept in a note.

    Raises:
        UnreadableDocumentError: no document.
        NoSuchAnswerError: the address names no text of this plan.
        AnswerMissingError: the document has nothing for this place.
    """
    place = Address.parse(address) if isinstance(address, str) else address
    place = place.field
    if blocks_at(file.form, file.plan, place) is None:
        message = f"„{place}“ ist keine Antwort dieses Plans; bitte prüfen Sie die Adresse."
        raise NoSuchAnswerError(message)
    document = read_document(data, name)
    taken = _from_form(document, file.form, place) or _as_a_whole(document, file.form, place)
    if taken is None:
        message = f"„{name}“ enthält keinen Text für „{place}“; der Plan ist unverändert."
        raise AnswerMissingError(message)
    return _put(file, place, taken)


class _Taken:
    """What the document gives for one place.

    Attributes:
        table: Of a budget that is asked for as a whole, where the document has one.
        below: The text below that table.
    """

    def __init__(
        self,
        blocks: Blocks,
        notes: tuple[ImportNote, ...],
        unplaced: tuple[UnplacedText, ...] = (),
        table: BudgetTable | None = None,
        below: Blocks = (),
    ) -> None:
        self.blocks, self.notes, self.unplaced = blocks, notes, unplaced
        self.table, self.below = table, below


def _from_form(document: SourceDocument, form: Form, place: Address) -> _Taken | None:
    """The same place of a document that follows the form."""
    result = import_source(document, form)
    plan = result.file.plan
    try:
        blocks = blocks_at(form, plan, place) or ()
    except (KeyError, ValueError):
        blocks = ()
    whole = Answer() if place.parts else plan.answer(place.item)
    table = None if whole.table is None or whole.table.is_blank else whole.table
    if is_blank(blocks) and table is None and is_blank(whole.text_below):
        return None
    return _Taken(blocks, _notes_of(result, place), table=table, below=whole.text_below)


def _notes_of(result: ImportResult, place: Address) -> tuple[ImportNote, ...]:
    wanted = str(place)
    return tuple(note for note in result.notes if note.where.startswith(wanted))


def _as_a_whole(document: SourceDocument, form: Form, place: Address) -> _Taken | None:
    """All of a document that holds nothing but text."""
    events = recognise(document, form)
    if any(event.kind not in ("text", "aside", "page_number") for event in events):
        return None
    lines = [line for line in document.lines if not line.aside]
    notes: list[ImportNote] = []
    blocks = blocks_of(lines, document.footnotes, notes)
    asides = tuple(
        UnplacedText(text=line.text, line=line.number) for line in document.lines if line.aside
    )
    marked = [changed(note, where=str(place)) for note in (*document.notes, *notes)]
    return None if is_blank(blocks) else _Taken(blocks, tuple(marked), asides)


def _put(file: LpdFile, place: Address, taken: _Taken) -> LpdFile:
    plan = with_blocks(file.form, file.plan, place, taken.blocks)
    replaced = [_replaced(file, place)]
    if taken.table is not None:
        plan = _with_table(plan, place, taken.table)
    if not is_blank(taken.below):
        below = below_table(place.item)
        plan = with_blocks(file.form, plan, below, taken.below)
        replaced.append(_replaced(file, below))
    notes = [*file.work.import_notes, *taken.notes, *filter(None, replaced)]
    unplaced = (*file.work.unplaced, *taken.unplaced)
    work = changed(file.work, import_notes=tuple(notes), unplaced=unplaced)
    return replace(file, plan=plan, work=work)


def _with_table(plan: Plan, place: Address, table: BudgetTable) -> Plan:
    return plan.with_answer(place.item, changed(plan.answer(place.item), table=table))


def _replaced(file: LpdFile, place: Address) -> ImportNote | None:
    """A note that keeps the text which stood at a place."""
    before = blocks_at(file.form, file.plan, place) or ()
    quote = " ".join(block_words(before))
    return None if is_blank(before) else ImportNote(rule=REPLACED, where=str(place), quote=quote)
