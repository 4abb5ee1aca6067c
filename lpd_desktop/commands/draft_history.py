"""`lpd drafts points`, `point`, `history`, `show`, `bring-back`, `discard-session`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from lpd_desktop.commands.arguments import DONE, Console, UsageError, Verb, require_draft
from lpd_desktop.commands.writing import present_editor
from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.editing.taking_back import PlaceTakenBack, TakenBack, with_all_of
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields
from lpd_desktop.plan.comparing.comparison import compare_plans
from lpd_desktop.plan.comparing.marked_text import SIGNS_EXPLAINED, marked_lines
from lpd_desktop.plan.comparing.place_change import PlaceChange
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.kept_content import is_text, kept_blocks, with_kept
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.text_lines import text_of
from lpd_desktop.plan.words import block_words
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.german import counted, german_time
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.earlier.history import EarlierAnswer

_FIRST_WORDS = 8


class LostPlaceError(NotAllowedError):
    """The plan has no such place any more."""


def add_arguments(nested: Mapping[str, argparse.ArgumentParser]) -> None:
    """Adds what these verbs take."""
    for verb in ("points", "point", "history", "show", "bring-back", "discard-session"):
        nested[verb].add_argument("draft", metavar="KENNUNG", help="aus „lpd drafts list“")
    nested["point"].add_argument(
        "--name", default="", metavar="NAME", help="etwa „Fassung Kreistag“; bleibt für immer"
    )
    nested["history"].add_argument("where", metavar="ADRESSE", help="der Antwort, etwa A.staff")
    nested["show"].add_argument("where", nargs="?", metavar="ADRESSE", help="nur diese Antwort")
    _add_earlier_state(nested["show"])
    _add_earlier_state(nested["bring-back"])
    nested["bring-back"].add_argument(
        "--only", metavar="ADRESSE", help="nur diese Antwort der Fassung"
    )


def _add_earlier_state(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--point", type=int, metavar="NR", help="Fassung aus „lpd drafts points“")
    group.add_argument(
        "--text", type=int, metavar="NR", help="früherer Text aus „lpd drafts history“"
    )


def _points(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        store.summary(options.draft)
        points = store.points.of(options.draft)
    for point in points:
        console.data(f"{point.id}  {german_time(point.time)}  {point.title}")
    console.say(f"{counted(len(points), 'frühere Fassung', 'frühere Fassungen')}.")
    return DONE


def _point(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        number = store.points.add(options.draft, "named", options.name)
    console.data(str(number))
    console.say("Der jetzige Stand ist als Fassung festgehalten.")
    return DONE


def _history(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        store.summary(options.draft)
        texts = store.history(options.draft, options.where)
        if not texts:
            _require_place(options.where, store.load(options.draft))
    for text in texts:
        console.data(f"{text.number}  bis {german_time(text.time)}  {_beginning(text)}")
    console.say(f"{counted(len(texts), 'früherer Text', 'frühere Texte')}.")
    return DONE


def _beginning(text: EarlierAnswer) -> str:
    if not is_text(text.address):
        return "Tabelle" if text.address.endswith("/table") else "Zielwerte"
    words = block_words(kept_blocks(text.content))
    shown = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
    return f"{counted(len(words), 'Wort', 'Wörter')}  {shown}".rstrip()


def _show(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        present = store.load(options.draft)
        earlier, where = _earlier_state(store, options, present)
    if options.where is not None:
        _require_place(options.where, earlier, present)
    where = options.where or where
    blocks = _blocks(earlier, where)
    if blocks is not None:
        console.lines(text_of(blocks))
    _say_changes(_changes(earlier, present, where), console)
    return DONE


def _earlier_state(
    store: DraftStore, options: argparse.Namespace, present: LpdFile
) -> tuple[LpdFile, str]:
    """The plan as it was, and the only place at which it may differ, empty for all."""
    if options.point is not None:
        _require_own(store, options.draft, options.point)
        return store.points.load(options.point), ""
    text = store.earlier_text(options.draft, options.text)
    try:
        return with_kept(present, text.address, text.content), text.address
    except (KeyError, ValueError):
        message = (
            f"Die Stelle „{text.address}“ gibt es in dem Entwurf nicht mehr. Bitte legen Sie sie "
            "wieder an, etwa das Schwerpunktthema oder das Potential."
        )
        raise LostPlaceError(message) from None


def _require_own(store: DraftStore, draft: str, point: int) -> None:
    store.summary(draft)
    if point not in [each.id for each in store.points.of(draft)]:
        message = f"Der Entwurf hat keine Fassung {point}; „lpd drafts points {draft}“ nennt alle."
        raise UsageError(message)


def _require_place(where: str, *files: LpdFile) -> None:
    """That nothing stands, or changed, at a place is only said of a place that there is."""
    texts = [str(place) for file in files for place, _ in text_fields(file.form, file.plan)]
    changes = compare_plans(files[0], files[-1]).places
    named = {*texts, *(each.where for each in changes), *(each.old_where for each in changes)}
    if not where or where.removesuffix("/table").removesuffix("/figures") not in named:
        message = (
            f"Unter „{where}“ gibt es in dem Entwurf keine Antwort. Antworten stehen unter "
            f"{', '.join(dict.fromkeys(texts))}."
        )
        raise UsageError(message)


def _blocks(file: LpdFile, where: str) -> Blocks | None:
    return blocks_at(file.form, file.plan, Address.parse(where)) if where else None


def _changes(earlier: LpdFile, present: LpdFile, where: str) -> list[PlaceChange]:
    """What became of an answer since, or of everything."""
    wanted = where.removesuffix("/figures")
    places = compare_plans(earlier, present).places
    return [place for place in places if not where or wanted in (place.where, place.old_where)]


def _say_changes(places: Sequence[PlaceChange], console: Console) -> None:
    if not places:
        console.say("Seither ist nichts geändert.")
        return
    console.say(f"Seither geändert: {SIGNS_EXPLAINED}")
    for place in places:
        for line in marked_lines(place):
            console.say(line)


def _bring_back(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        present = store.load(options.draft)
        require_draft(present)
        revision = store.summary(options.draft).revision
        earlier, where = _earlier_state(store, options, present)
        if options.only is not None:
            _require_place(options.only, earlier, present)
        brought_back = _brought_back(present, earlier, options.only or where)
        if brought_back == present:
            console.say("Dort steht schon dasselbe; es ist nichts zu holen.")
            return DONE
        store.points.go_back(options.draft, brought_back, expected_revision=revision)
    console.say("Der frühere Stand ist wieder da; was bis eben galt, steht unter den Fassungen.")
    return DONE


def _brought_back(present: LpdFile, earlier: LpdFile, where: str) -> LpdFile:
    """The plan after the step that the window would make; amounts become a Budgetstand."""
    draft = OpenDraft(present, editor=present_editor)
    if not where:
        draft.change("Frühere Fassung", TakenBack(earlier))
    for place in _changes(earlier, present, where) if where else ():
        step = PlaceTakenBack.of(earlier, place, other_is_older=True)
        draft.change("Frühere Antwort", step)
    return draft.file


def _discard_session(options: argparse.Namespace, console: Console) -> int:
    with DraftStore.open(data_folder(options.data)) as store:
        present = store.load(options.draft)
        require_draft(present)
        start = store.points.session_start(options.draft)
        earlier = with_all_of(present, store.points.load(start.id))
        revision = store.summary(options.draft).revision
        store.points.go_back(options.draft, earlier, "before_discard", expected_revision=revision)
    console.say(
        f"Der Entwurf ist wieder so wie am {german_time(start.time)}; was seither geschrieben "
        "wurde, steht unter den Fassungen."
    )
    return DONE


VERBS: tuple[tuple[str, str, Verb], ...] = (
    ("points", "nennt die früheren Fassungen eines Entwurfs", _points),
    ("point", "hält den jetzigen Stand als Fassung fest", _point),
    ("history", "nennt die früheren Texte einer Antwort", _history),
    ("show", "zeigt einen früheren Text und was seither geändert ist", _show),
    ("bring-back", "holt eine Fassung, eine Antwort oder einen Text zurück", _bring_back),
    ("discard-session", "verwirft die Änderungen der letzten Sitzung", _discard_session),
)
