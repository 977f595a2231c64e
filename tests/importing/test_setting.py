"""Runs of letters on a page to lines: where words are placed singly, and what is not of the text."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

from tutor.importing import import_article


def text_of(tmp_path: Path, draw: Callable[[Canvas], object]) -> str:
    """What is read of a page that `draw` draws, with another paragraph below it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A5, invariant=1)
    draw(canvas)
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(40, 200, "Another paragraph stands below this one. It says little. It is there all the same.")
    canvas.save()
    (tmp_path / "page.pdf").write_bytes(out.getvalue())
    blocks = import_article(tmp_path / "page.pdf").text.split("\n\n")
    return next(block for block in blocks if not block.startswith(("Another", "---")) and block)


def placed(canvas: Canvas, *words: str, y: float = 400, font: str = "Times-Roman") -> None:
    """Words placed one after the other, with no space written between them."""
    x = 40.0
    canvas.setFont(font, 11)
    for word in words:
        canvas.drawString(x, y, word)
        x += canvas.stringWidth(word, font, 11) + 3


def test_words_that_are_placed_singly_get_their_spaces(tmp_path: Path) -> None:
    said = text_of(tmp_path, lambda canvas: placed(canvas, *"It cost 90,000 pounds (they said) last year.".split()))
    assert said == "It cost 90,000 pounds (they said) last year."


def test_an_apostrophe_or_a_comma_from_another_font_stays_in_its_word(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        x = 40.0
        for font, run in (
            ("Times-Roman", "It don"),
            ("Helvetica", "’"),
            ("Times-Roman", "t cost 90"),
            ("Helvetica", ","),
        ):
            canvas.setFont(font, 11)
            canvas.drawString(x, 400, run)
            x += canvas.stringWidth(run, font, 11)
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(x, 400, "000 pounds a year.")

    assert text_of(tmp_path, draw) == "It don’t cost 90,000 pounds a year."


def test_bold_words_in_a_line(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(40, 400)
        for font, run in (
            ("Times-Roman", "It is "),
            ("Times-Bold", "not"),
            ("Times-Roman", " so, as all of them know."),
        ):
            text.setFont(font, 11)
            text.textOut(run)
        canvas.drawText(text)

    assert text_of(tmp_path, draw) == "It is not so, as all of them know."


def test_the_mark_of_a_footnote_goes_and_a_formula_stays(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(40, 400)
        for size, rise, run in (
            (11, 0, "They drink H"),
            (7, 0, "2"),
            (11, 0, "O, it says."),
            (7, 4, "12"),
            (11, 0, " So it is."),
        ):
            text.setFont("Times-Roman", size)
            text.setRise(rise)
            text.textOut(run)
        canvas.drawText(text)
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(85, 404.5, "3")

    assert text_of(tmp_path, draw) == "They drink H2O, it says. So it is."


def test_a_large_first_letter_belongs_to_its_word(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 30)
        canvas.drawString(40, 388, "T")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(62, 400, "he room is to be closed, and nobody has")
        canvas.drawString(62, 386, "said why. They will have their reasons, as")
        canvas.drawString(40, 372, "they always do.")

    assert text_of(tmp_path, draw) == (
        "The room is to be closed, and nobody has said why. They will have their reasons, as they always do."
    )


def test_a_large_first_letter_may_be_written_first_of_all(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 30)
        canvas.drawString(40, 388, "T")
        canvas.setFont("Times-Roman", 18)
        canvas.drawString(40, 440, "The room")
        placed(canvas, *"By Della Wrenfield".split(), y=420)
        canvas.drawString(62, 400, "he room is to be closed, and nobody has")
        canvas.drawString(62, 386, "said why, as always.")

    assert text_of(tmp_path, draw) == "The room is to be closed, and nobody has said why, as always."


def test_what_is_printed_upwards_is_not_of_the_text(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        placed(canvas, *"It is so and no other way.".split())
        canvas.rotate(90)
        canvas.drawString(100, -30, "Printed by the town, with no right to copy.")
        canvas.rotate(-90)

    assert text_of(tmp_path, draw) == "It is so and no other way."


def test_a_soft_hyphen_divides_a_word_too(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(40, 400, "The council will close the read\u00ad")
        canvas.drawString(40, 387, "ing room, as it has long been said.")

    assert text_of(tmp_path, draw) == "The council will close the reading room, as it has long been said."
