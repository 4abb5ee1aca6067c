"""Damages to what pages paint with: operators, colours, graphics states, images, sizes."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.conformance.damages.registry import add_resource, damage, rewrite_page


def painted(pdf: pikepdf.Pdf, instructions: bytes) -> None:
    """Paints on the last page, as an artifact."""
    rewrite_page(pdf, lambda page: page + b"\n/Artifact BMC " + instructions + b" EMC")


@damage("operators", "3a", "6.2.2-1")
def operator_that_nobody_knows(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"foo")


@damage("operators", "3a", "6.2.2-1")
def operator_that_nobody_knows_but_may_skip(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"BX foo EX")


@damage("operators", "3a", "6.1.13-8")
def graphics_states_nested_too_deep(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"q " * 29 + b"Q " * 29)


@damage("operators")
def graphics_state_that_stays_saved(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"q")


@damage("operators")
def image_among_the_instructions(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI")


@damage("own-resources")
def font_that_the_page_does_not_name(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"BT /Nowhere 9 Tf ET")


@damage("own-resources", "3a", "6.2.2-2")
def page_that_inherits_its_resources(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[-1].obj
    pdf.Root.Pages.Resources = page.Resources
    del page["/Resources"]


@damage("operators", "3a", "6.2.6-1")
def rendering_intent_that_nobody_knows(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"/Pretty ri")


@damage("colour-spaces", "3a", "6.2.4.3-3")
def colour_of_another_device(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"0 0 0 1 k 0 0 1 1 re f")


@damage("colour-spaces", "3a", "6.2.4.3-3")
def colour_space_of_another_device(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"/DeviceCMYK CS 0 0 0 1 SC 0 0 m 1 1 l S")


@damage("colour-spaces", "3a", "6.2.4.3-3")
def named_colour_of_another_device(pdf: pikepdf.Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1)
    space = Array([Name.Separation, Name("/Rot"), Name.DeviceCMYK, pdf.make_indirect(function)])
    add_resource(pdf, "ColorSpace", "Rot", space)
    painted(pdf, b"/Rot cs 1 scn 0 0 1 1 re f")


@damage("colour-spaces", "3a", "6.2.4.2-1")
def colours_by_a_profile_that_is_none(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(b"no profile " * 20, N=3)
    add_resource(pdf, "ColorSpace", "Eigen", Array([Name.ICCBased, profile]))
    painted(pdf, b"/Eigen cs 1 0 0 sc 0 0 1 1 re f")


@damage("colour-spaces", "3a", "6.2.4.3-3")
def image_in_the_colours_of_another_device(pdf: pikepdf.Pdf) -> None:
    show_image(pdf, ColorSpace=Name.DeviceCMYK)


@damage("colour", "3a", "6.2.3-1")
def output_profile_that_is_none(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile at all " * 20)


@damage("colour", "3a", "6.2.3-1")
def output_profile_of_a_scanner(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes().replace(b"mntr", b"scnr", 1))


@damage("colour", "3a", "6.2.4.3-2")
def output_profile_of_grey(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes().replace(b"RGB ", b"GRAY", 1))
    profile.N = 1


def show_state(pdf: pikepdf.Pdf, **entries: object) -> None:
    add_resource(pdf, "ExtGState", "Zustand", Dictionary(Type=Name.ExtGState, **entries))
    painted(pdf, b"q /Zustand gs 0 0 1 1 re f Q")


@damage("graphics-states", "3a", "6.2.5-1")
def state_with_a_transfer_function(pdf: pikepdf.Pdf) -> None:
    show_state(pdf, TR=Name.Identity)


@damage("graphics-states", "3a", "6.2.5-2")
def state_with_a_second_transfer_function(pdf: pikepdf.Pdf) -> None:
    show_state(pdf, TR2=Name.Identity)


@damage("graphics-states", "3a", "6.2.5-3")
def state_with_an_origin_of_halftones(pdf: pikepdf.Pdf) -> None:
    show_state(pdf, HTP=[0, 0])


@damage("graphics-states", "3a", "6.2.5-5")
def state_with_a_named_halftone(pdf: pikepdf.Pdf) -> None:
    spots = {"HalftoneType": 1, "Frequency": 60, "Angle": 45, "SpotFunction": Name.Round}
    show_state(pdf, HT=Dictionary(Type=Name.Halftone, HalftoneName="fein", **spots))


@damage("graphics-states", "3a", "6.2.6-1")
def state_with_an_intent_that_nobody_knows(pdf: pikepdf.Pdf) -> None:
    show_state(pdf, RI=Name("/Pretty"))


@damage("graphics-states", "3a", "6.2.10-1")
def state_with_a_blend_mode_that_nobody_knows(pdf: pikepdf.Pdf) -> None:
    show_state(pdf, BM=Name("/Glitter"))


def show_image(pdf: pikepdf.Pdf, **entries: object) -> None:
    """Shows an image on the last page."""
    sizes = {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
    described = {"Type": Name.XObject, "Subtype": Name.Image, **sizes, **entries}
    add_resource(pdf, "XObject", "Bild", pdf.make_stream(b"\0\0\0\0", **described))
    painted(pdf, b"q /Bild Do Q")


@damage("images", "3a", "6.2.8-1")
def image_with_alternates(pdf: pikepdf.Pdf) -> None:
    show_image(pdf, Alternates=[])


@damage("images", "3a", "6.2.8-2")
def image_for_a_print_shop(pdf: pikepdf.Pdf) -> None:
    show_image(pdf, OPI=Dictionary())


@damage("images", "3a", "6.2.8-3")
def image_that_is_smoothed(pdf: pikepdf.Pdf) -> None:
    show_image(pdf, Interpolate=True)


@damage("images", "3a", "6.2.8-4")
def image_of_three_bits(pdf: pikepdf.Pdf) -> None:
    show_image(pdf, BitsPerComponent=3)


@damage("images", "3a", "6.2.9-3")
def image_in_postscript(pdf: pikepdf.Pdf) -> None:
    program = pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name("/PS"))
    add_resource(pdf, "XObject", "Programm", program)
    painted(pdf, b"q /Programm Do Q")


@damage("images", "3a", "6.2.9-1")
def form_in_postscript(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Form,
        Subtype2=Name("/PS"),
        BBox=[0, 0, 1, 1],
        Resources=Dictionary(),
    )
    add_resource(pdf, "XObject", "Programm", form)
    painted(pdf, b"q /Programm Do Q")


@damage("colour-spaces", "3a", "6.2.4.3-3")
def form_in_the_colours_of_another_device(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(
        b"0 0 0 1 k 0 0 1 1 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 10, 10],
        Resources=Dictionary(),
    )
    add_resource(pdf, "XObject", "Form", form)
    painted(pdf, b"q /Form Do Q")


@damage("page-size", "3a", "6.1.13-11")
def page_that_is_too_wide(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].MediaBox = [0, 0, 14_401, 842]


@damage("page-size", "3a", "6.1.13-11")
def page_that_is_cropped_to_a_line(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].CropBox = [0, 0, 595, 2]


@damage("content-marked", "ua1", "7.1-3")
def line_in_a_mark_that_is_neither(pdf: pikepdf.Pdf) -> None:
    rewrite_page(pdf, lambda page: page + b"\n/Span BMC 0 0 m 10 10 l S EMC")
