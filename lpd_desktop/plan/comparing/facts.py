"""Short statements side by side: cover, options, figures, the wording of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lpd_desktop.form.canonical import form_digest
from lpd_desktop.form.model import Form, Item, Question, TargetsItem, TopicsItem, item_name
from lpd_desktop.plan.comparing.gaps import bare
from lpd_desktop.plan.comparing.line_changes import LineChange, LineKind, LineStatus
from lpd_desktop.plan.comparing.word_pieces import Piece, word_pieces
from lpd_desktop.plan.figures import format_figure
from lpd_desktop.plan.logo import Logo
from lpd_desktop.plan.model import PageOptions, Plan
from lpd_desktop.runtime.german import counted, german_date, quoted

COVER = "cover"
FORM = "form"

_OTHER_WORDING = "Form: sonstige Angaben, etwa Hilfetexte, Vorgaben oder Herkunft, sind anders"


def fact_line(label: str, old: str, new: str, kind: LineKind = "fact") -> LineChange | None:
    """A short statement replaced as a whole; None where it stayed.

    Where nothing but blanks changed, both would look the same, so these are told.
    """
    if old == new:
        return None
    if bare(old) == bare(new):
        return _line(label, word_pieces(old, new), kind)
    pieces = (Piece("removed", old), Piece("added", new))
    return _line(label, tuple(piece for piece in pieces if piece.text), kind)


def wording_line(label: str, old: str, new: str) -> LineChange | None:
    """A longer statement word by word; None where it stayed."""
    return None if old == new else _line(label, word_pieces(old, new), "title")


def _line(label: str, pieces: tuple[Piece, ...], kind: LineKind) -> LineChange:
    signs = {piece.sign for piece in pieces}
    if signs == {"added"}:
        return LineChange(kind=kind, status="added", label=label, pieces=pieces)
    status: LineStatus = "removed" if signs == {"removed"} else "changed"
    return LineChange(kind=kind, status=status, label=label, pieces=pieces)


def lines_of_facts(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[LineChange, ...]:
    """Statements by their label that are not the same."""
    labels = dict.fromkeys((*new, *old))
    return _present(fact_line(each, old.get(each, ""), new.get(each, "")) for each in labels)


def _present(lines: Iterable[LineChange | None]) -> tuple[LineChange, ...]:
    return tuple(line for line in lines if line is not None)


def cover_facts(plan: Plan) -> dict[str, str]:
    """What the cover says, and what shapes the pages."""
    jobcenter = plan.jobcenter
    return {
        "Träger": jobcenter.name,
        "Im Satz": jobcenter.genitive,
        "Eigener Name": jobcenter.own_name,
        "Nummer": jobcenter.number,
        "Trägerform": jobcenter.carrier,
        "Kennung": jobcenter.key,
        "Stand": german_date(plan.as_of),
        "Unterschriftenblatt": _sheet_fact(plan.options),
        "Logo": _logo_fact(plan.options.logo),
        "Farbe": plan.options.accent or "Standard",
    }


def _sheet_fact(options: PageOptions) -> str:
    if not options.signature_sheet:
        return "nein"
    signers = [f"{each.name}, {each.role}" for each in options.signers]
    lines = counted(options.signature_lines, "leere Zeile", "leere Zeilen")
    return "; ".join(["ja", *signers, *([lines] if options.signature_lines else [])])


def _logo_fact(logo: Logo | None) -> str:
    """The image itself cannot be shown in a line, so its mark says that it is another one."""
    if logo is None:
        return "keines"
    width, height = logo.size
    alt = quoted(logo.alt) if logo.alt.strip() else "ohne Alternativtext"
    return f"{alt} ({width} × {height} Bildpunkte, Kennung {logo.mark})"


def figures_of(form: Form, plan: Plan, item: TargetsItem) -> dict[str, str]:
    """The figures of one item by the label of their target."""
    targets = {target.key: target for target in item.targets}
    found = {}
    for each in plan.answer(item.key).figures:
        target = targets.get(each.key)
        unit = Form.units[target.unit] if target else ""
        label = form.text(target.label) if target else each.key
        found[label] = f"{format_figure(each.value)} {unit}".strip() or "leer"
    return found


def form_lines(old: Form, new: Form) -> tuple[LineChange, ...]:
    """Titles and questions whose wording differs, and whether anything else of the form does."""
    if form_digest(old) == form_digest(new):
        return ()
    before, after = dict(_wordings(old)), dict(_wordings(new))
    labels = dict.fromkeys((*after, *before))
    lines = _present(
        wording_line(each, before.get(each, ""), after.get(each, "")) for each in labels
    )
    return lines or (LineChange(kind="fact", status="changed", label=_OTHER_WORDING),)


def _wordings(form: Form) -> Iterator[tuple[str, str]]:
    """Label and text of what the form says; labels are the same in other years."""
    yield "Planjahr", str(form.year)
    yield "Titel", form.text(form.title)
    yield "Untertitel", form.text(form.subtitle)
    for section in form.sections:
        yield f"Überschrift von Teil {section.key}", form.text(section.heading)
        for item in section.items:
            yield from _item_wordings(form, item)


def _item_wordings(form: Form, item: Item) -> Iterator[tuple[str, str]]:
    name = f"{item.key.partition('.')[0]} {item_name(item)}"
    for field, caption in (("title", "Titel"), ("instruction", "Anweisung"), ("question", "Frage")):
        yield f"{name}, {caption}", form.text(getattr(item, field, ""))
    if isinstance(item, TopicsItem):
        yield from _questions(form, name, item.questions)
        for number, topic in enumerate(item.topics, 1):
            yield f"{name}, Thema {topic.number or number}", form.text(topic.title)
            yield from _questions(form, f"{name}, Thema {number}", topic.questions)
    elif isinstance(item, TargetsItem):
        for number, target in enumerate(item.targets, 1):
            yield f"{name}, Zielwert {number}", form.text(target.label)


def _questions(form: Form, name: str, questions: Iterable[Question]) -> Iterator[tuple[str, str]]:
    for number, question in enumerate(questions, 1):
        yield f"{name}, Frage {number}", form.text(question.text)
