"""Damages to the structure tree."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.conformance.damages.registry import damage, elements, first, kids, links, rewrite_page


@damage("figure-alt", "ua1", "7.3-1")
def figure_without_alternative(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure").Alt


@damage("figure-box")
def figure_without_place(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure").A


@damage("parent-tree")
def parent_tree_leads_elsewhere(pdf: pikepdf.Pdf) -> None:
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums[5]
    entries[0], entries[1] = entries[1], entries[0]


@damage("parent-tree")
def content_is_not_in_the_tree(pdf: pikepdf.Pdf) -> None:
    element = [each for each in elements(pdf, "P") if kids(each)][-1]
    element.K = Array()


@damage("parent-tree", "ua1", "7.1-3")
def page_without_way_back(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1].obj["/StructParents"]


@damage("tree-parents", "ua1", "7.2-4")
def element_names_another_parent(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TR").P = first(pdf, "TOC")


@damage("roles", "ua1", "7.1-5")
def role_that_nobody_knows(pdf: pikepdf.Pdf) -> None:
    first(pdf, "P").S = Name("/Absatz")


@damage("roles", "ua1", "7.1-7")
def standard_role_mapped(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap.P = Name("/Span")


@damage("table-scope", "ua1", "7.5-1")
def heads_without_scope(pdf: pikepdf.Pdf) -> None:
    for head in elements(pdf, "TH"):
        del head.A


@damage("table-grid", "ua1", "7.2-43")
def row_with_a_cell_less(pdf: pikepdf.Pdf) -> None:
    rows = [row for row in elements(pdf, "TR") if len(kids(row)) > 1]
    rows[-1].K = Array(kids(rows[-1])[:-1])


@damage("table-nesting", "ua1", "7.2-3")
def paragraph_among_rows(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TR").S = Name("/P")


@damage("list-nesting", "ua1", "7.2-20")
def item_without_body(pdf: pikepdf.Pdf) -> None:
    first(pdf, "LBody").S = Name("/P")


@damage("toc-nesting", "ua1", "7.2-27")
def heading_in_the_contents(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TOCI").S = Name("/H3")


@damage("heading-levels", "ua1", "7.4.2-1")
def heading_skips_a_level(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H2").S = Name("/H4")


@damage("heading-system", "ua1", "7.4.4-3")
def headings_of_two_systems(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H2").S = Name("/H")


@damage("note-ids", "ua1", "7.9-1")
def note_without_id(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Note").ID


@damage("note-ids", "ua1", "7.9-2")
def notes_with_one_id(pdf: pikepdf.Pdf) -> None:
    one, other, *_rest = elements(pdf, "Note")
    one.ID = other.ID


@damage("note-ids")
def note_that_is_not_listed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.IDTree.Names = Array()


@damage("link-structure")
def link_outside_of_the_tree(pdf: pikepdf.Pdf) -> None:
    link = first(pdf, "Link")
    link.K = Array([kid for kid in kids(link) if not isinstance(kid, Dictionary)])


@damage("link-elements")
def element_link_without_link(pdf: pikepdf.Pdf) -> None:
    first(pdf, "P").S = Name("/Link")


@damage("link-structure", "ua1", "7.18.5-1")
def link_without_way_back(pdf: pikepdf.Pdf) -> None:
    del links(pdf)[0].StructParent


@damage("link-contents", "ua1", "7.18.5-2")
def link_that_says_nothing(pdf: pikepdf.Pdf) -> None:
    del links(pdf)[0].Contents


@damage("link-flags", "3a", "6.3.2-2")
def link_that_is_hidden(pdf: pikepdf.Pdf) -> None:
    links(pdf)[0].F = 2


@damage("link-targets")
def link_that_leads_nowhere(pdf: pikepdf.Pdf) -> None:
    del links(pdf)[0].Dest


@damage("no-media", "3a", "6.3.1-1")
def annotation_with_sound(pdf: pikepdf.Pdf) -> None:
    links(pdf)[0].Subtype = Name("/Sound")


@damage("no-formulas", "ua1", "7.7-1")
def formula_without_words(pdf: pikepdf.Pdf) -> None:
    first(pdf, "P").S = Name("/Formula")


@damage("languages", "ua1", "7.2-29")
def element_in_no_language(pdf: pikepdf.Pdf) -> None:
    first(pdf, "P").Lang = "deutsch (Deutschland)"


@damage("languages", "ua1", "7.2-29")
def file_in_no_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "de_DE"


@damage("roles", "ua1", "7.1-6")
def roles_that_go_in_circles(pdf: pikepdf.Pdf) -> None:
    first(pdf, "P").S = Name("/Absatz")
    pdf.Root.StructTreeRoot.RoleMap.Absatz = Name("/Text")
    pdf.Root.StructTreeRoot.RoleMap.Text = Name("/Absatz")


@damage("figure-alt", "ua1", "7.3-1")
def figure_under_another_name(pdf: pikepdf.Pdf) -> None:
    figure = first(pdf, "Figure")
    figure.S = Name("/Wappen")
    pdf.Root.StructTreeRoot.RoleMap.Wappen = Name.Figure
    del figure.Alt


@damage("heading-system", "ua1", "7.4.4-1")
def two_headings_without_level(pdf: pikepdf.Pdf) -> None:
    parent = first(pdf, "H1").P
    for heading in list(elements(pdf)):
        if str(heading.S) in ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6"):
            heading.S = Name("/H")
            heading.P = parent


@damage("table-nesting", "ua1", "7.2-11")
def table_with_two_heads(pdf: pikepdf.Pdf) -> None:
    table = first(pdf, "Table")
    parts = [Dictionary(Type=Name.StructElem, S=Name.THead, P=table) for _ in range(2)]
    table.K, rows = Array(map(pdf.make_indirect, parts)), kids(table)
    for part, own in zip(table.K, (rows[:1], rows[1:]), strict=True):
        part.K = Array(own)
        for row in own:
            row.P = part


@damage("table-nesting")
def words_among_cells(pdf: pikepdf.Pdf) -> None:
    row, cell = first(pdf, "TR"), first(pdf, "P")
    row.K = Array([*kids(row), Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=kids(cell)[0])])


@damage("marks-nested", "ua1", "7.1-1")
def artifact_with_a_number(pdf: pikepdf.Pdf) -> None:
    rewrite_page(
        pdf,
        lambda page: re.sub(rb"/\w+ <<\s*/MCID 1\s*>> BDC", b"/Artifact <</MCID 1>> BDC", page),
    )
