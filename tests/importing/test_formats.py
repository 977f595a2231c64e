"""The same article in five formats: its words and paragraphs come out, and what stands around it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importing import making
from tests.importing.making import PARAGRAPHS
from tutor.article import Article, Part, read_article
from tutor.article.fingerprint import fingerprint
from tutor.importing import Imported, import_article
from tutor.lesson.documenting import TOP

Give = Callable[[str, bytes | str], Imported]


@pytest.fixture
def give(tmp_path: Path) -> Give:
    """Import a file of this name with this in it."""

    def give(name: str, content: bytes | str) -> Imported:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return import_article(tmp_path / name)

    return give


def paragraphs(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.sentences]


def headings(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.part is Part.HEADING]


class TestText:
    def test_plain_text_keeps_its_paragraphs(self, give: Give) -> None:
        imported = give("room.txt", "\n\n".join(PARAGRAPHS))
        assert paragraphs(imported.article) == list(PARAGRAPHS)
        assert imported.notes == ("5 paragraphs, 13 sentences, 178 words.",)

    def test_words_divided_at_line_ends_are_put_together(self, give: Give) -> None:
        imported = give(
            "room.txt",
            "The council will close the read-\ning room. It was a well-\nknown place.\n\nNobody knew of the co-\n"
            "operation, or of the cooperation of others. They sat till mid-\nnight. They were gone by Mon-\nday.",
        )
        assert paragraphs(imported.article) == [
            "The council will close the reading room. It was a well-known place.",
            "Nobody knew of the cooperation, or of the cooperation of others. They sat till midnight. "
            "They were gone by Monday.",
        ]
        assert "Put together: 4 words divided at line ends." in imported.notes

    def test_a_title_and_a_byline_go_where_a_lesson_looks_for_them(self, give: Give) -> None:
        imported = give("room.txt", "\n\n".join(["The last reading room", "By Della Wrenfield", *PARAGRAPHS]))
        assert (imported.article.title, imported.article.author) == ("The last reading room", "Della Wrenfield")
        assert imported.text.startswith('---\ntitle: "The last reading room"\nauthor: "Della Wrenfield"\n---\n\nThe c')

    def test_lists_keep_their_numbers(self, give: Give) -> None:
        text = (
            "There are three reasons:\n\n1. It is dear.\n2. It is cold.\n\nAnd these:\n\n* It is far.\n• Nobody goes.\n"
        )
        parts = give("room.txt", text).text.split("\n\n")
        assert "1. It is dear.\n2. It is cold." in parts
        assert "- It is far.\n- Nobody goes." in parts

    @pytest.mark.parametrize("name", ["harbour-levy/article.md"])
    def test_an_article_of_a_lesson_stays_the_same_article(self, name: str) -> None:
        file = TOP / "lessons" / name
        again, before = import_article(file).article, read_article(file)
        assert fingerprint(again) == fingerprint(before)
        assert (again.title, again.author, again.date, again.source) == (
            before.title, before.author, before.date, before.source,
        )  # fmt: skip

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
    def test_other_encodings_are_read_and_told(self, give: Give, encoding: str) -> None:
        imported = give("room.txt", "\n\n".join(PARAGRAPHS).encode(encoding))
        assert paragraphs(imported.article) == list(PARAGRAPHS)
        assert len(imported.notes) == (1 if encoding == "utf-8-sig" else 2)
        if encoding == "windows-1252":
            assert "as Windows-1252: look at its accents and quotation marks." in imported.notes[1]

    def test_a_few_flaws_in_utf_8_are_told_and_the_rest_is_read(self, give: Give) -> None:
        imported = give("room.txt", "\n\n".join(PARAGRAPHS).encode().replace(b"dry since", b"dry\xff since"))
        assert "council’s own report" in imported.text
        assert imported.notes[-1] == "1 character could not be read; each stands as \ufffd."


class TestPdf:
    def test_paragraphs_apart_by_a_gap(self, give: Give) -> None:
        imported = give("room.pdf", making.pdf(spaceAfter=7, head="The Lantern, 3 May"))
        assert paragraphs(imported.article) == list(PARAGRAPHS)
        assert imported.article.title == "The last reading room"
        assert headings(imported.article) == []  # the title is not said twice
        assert imported.notes[1:] == ("Read from 2 pages.", "Left out: 2 page numbers, 2 running heads.")

    def test_paragraphs_apart_by_an_indent(self, give: Give) -> None:
        assert paragraphs(give("room.pdf", making.pdf(firstLineIndent=12)).article) == list(PARAGRAPHS)

    def test_columns_are_read_one_after_the_other(self, give: Give) -> None:
        imported = give("room.pdf", making.pdf(columns=2, firstLineIndent=10, title="Room"))
        assert paragraphs(imported.article) == list(PARAGRAPHS)

    def test_words_divided_at_line_ends_are_put_together(self, give: Give) -> None:
        lines = (
            "The council will close the read-",
            "ing room in Mill Street in May.",
            "It is a well-known one. The well-",
            "known room cost a lot last year.",
        )
        imported = give("room.pdf", making.lines_pdf(lines))
        assert paragraphs(imported.article) == [
            "The council will close the reading room in Mill Street in May. It is a well-known one. The well-known "
            "room cost a lot last year."
        ]
        assert "Put together: 1 word divided at line ends." in imported.notes

    def test_a_short_last_line_ends_a_paragraph(self, give: Give) -> None:
        lines = (
            "The council will close the reading room in Mill Street",
            "in May. Nobody knows why.",
            "It is a warm place to sit. It has been there for ages",
            "– or so they say. The council has never said a word",
            "about it.",
        )
        imported = give("room.pdf", making.lines_pdf(lines))
        assert paragraphs(imported.article) == [" ".join(lines[:2]), " ".join(lines[2:])]

    def test_a_paragraph_goes_on_over_the_page(self, give: Give) -> None:
        first = (
            "The council will close the reading room in Mill Street.",
            "It was never asked why, and it never told us a word.",
        )
        second = ("It could have begun with the fountain, which is dry.", "Nobody would have missed it. So it is.")
        imported = give("room.pdf", making.lines_pdf((*first, "1"), (*second, "2")))
        assert paragraphs(imported.article) == [" ".join((*first, *second))]
        short = (*first, "So it is.")
        imported = give("room.pdf", making.lines_pdf((*short, "1"), (*second, "2")))
        assert paragraphs(imported.article) == [" ".join(short), " ".join(second)]

    def test_a_page_that_was_not_quite_full_ends_a_paragraph(self, give: Give) -> None:
        first = (
            "The council will close the reading room in Mill Street, and",
            "it was never asked why, and it never told us one word.",
        )
        second = (
            "I would not have missed the fountain, which has been dry",
            "for years. So it is, and so it may stay.",
        )
        imported = give("room.pdf", making.lines_pdf(first, second))
        assert paragraphs(imported.article) == [" ".join(first), " ".join(second)]

    def test_where_a_paragraph_may_have_ended_with_a_full_page_is_told(self, give: Give) -> None:
        first = (
            "The council will close the reading room in Mill Street.",
            "It was never asked why, and it never told us a word.",
        )
        second = ("Nevertheless somebody knew of it, for the door is shut.", "Nobody would have missed it. So it is.")
        imported = give("room.pdf", making.lines_pdf(first, second))
        assert paragraphs(imported.article) == [" ".join((*first, *second))]
        assert imported.notes[-1] == (
            "Perhaps two paragraphs, each put together where a page or column ends: “… told us a word.”"
        )

    def test_a_name_may_go_on_over_the_page(self, give: Give) -> None:
        first = ("The council will close the reading room in Mill Street.", "They never told us a word of it, says Mr.")
        second = ("Halloran, who has kept the room for twenty years now.", "Nobody would have missed it. So it is.")
        assert len(paragraphs(give("room.pdf", making.lines_pdf(first, second)).article)) == 1

    def test_subheadings_are_told_from_paragraphs(self, give: Give) -> None:
        styled = (PARAGRAPHS[0], '<font size="13">What it costs</font>', *PARAGRAPHS[1:])
        imported = give("room.pdf", making.pdf(styled, firstLineIndent=10))
        assert headings(imported.article) == ["What it costs"]
        assert paragraphs(imported.article) == list(PARAGRAPHS)

    def test_small_print_is_left_out_and_counted(self, give: Give) -> None:
        styled = (*PARAGRAPHS, '<font size="6">1 The council’s report, page 12. Printed by the town.</font>')
        imported = give("room.pdf", making.pdf(styled, spaceAfter=7))
        assert paragraphs(imported.article) == list(PARAGRAPHS)
        assert "1 line in small print" in imported.notes[2]

    def test_the_author_in_its_properties_is_asked_about(self, give: Give) -> None:
        imported = give("room.pdf", making.pdf(author="Della Wrenfield", spaceAfter=7))
        assert imported.article.author == "Della Wrenfield"
        assert "is that the writer?" in imported.notes[-1]

    def test_a_byline_is_believed_before_the_properties(self, give: Give) -> None:
        imported = give(
            "room.pdf", making.pdf(("By Della Wrenfield", *PARAGRAPHS), author="J. Typist", firstLineIndent=9)
        )
        assert imported.article.author == "Della Wrenfield"
        assert paragraphs(imported.article) == list(PARAGRAPHS)
        assert "Typist" not in " ".join(imported.notes)

    def test_what_a_program_writes_as_a_title_is_none(self, give: Give) -> None:
        assert give("room.pdf", making.lines_pdf(["One is here. Two is here. Three is here."])).article.title == ""

    def test_a_page_without_text_among_others_is_told(self, give: Give) -> None:
        imported = give("room.pdf", making.lines_pdf(["One is here. Two is here."], [], ["Three is here too."]))
        assert imported.notes[-1] == "1 page has no text, only a picture: is anything missing?"


class TestWord:
    def test_paragraphs_headings_and_lists(self, give: Give) -> None:
        body = (
            making.paragraph(making.run("The last reading room"), "Title")
            + making.paragraph(making.run(PARAGRAPHS[0]))
            + making.paragraph(making.run("What it costs"), "Heading2")
            + "".join(making.paragraph(making.run(text)) for text in PARAGRAPHS[1:])
        )
        styles = (
            '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>'
        )
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
            "</Relationships>"
        )
        document = making.docx(body, **{"word__styles.xml": styles, "word___rels__document.xml.rels": relations})
        imported = give("room.docx", document)
        assert imported.article.title == "The last reading room"
        assert headings(imported.article) == ["What it costs"]
        assert paragraphs(imported.article) == list(PARAGRAPHS)

    def test_paragraphs_that_were_made_with_shift_and_enter(self, give: Give) -> None:
        line_break = "<w:r><w:br/></w:r>"
        for between in (line_break, line_break * 2):
            body = making.paragraph(between.join(map(making.run, PARAGRAPHS)))
            assert paragraphs(give("room.docx", making.docx(body)).article) == list(PARAGRAPHS)

    def test_tracked_changes_are_accepted_and_told(self, give: Give) -> None:
        first = making.run("The council will ") + making.deleted("never ") + making.inserted("soon ")
        body = making.paragraph(first + making.run("close the room. It told nobody. It asked nobody."))
        imported = give("room.docx", making.docx(body))
        assert paragraphs(imported.article) == [
            "The council will soon close the room. It told nobody. It asked nobody."
        ]
        assert imported.notes[1] == (
            "It has tracked changes: 1 insertion kept, 1 deletion dropped, as if all were accepted."
        )

    def test_comments_and_tables_are_left_out_and_counted(self, give: Give) -> None:
        comment = '<w:r><w:commentReference w:id="0"/></w:r>'
        table = f"<w:tbl><w:tr><w:tc>{making.paragraph(making.run('Cost'))}</w:tc></w:tr></w:tbl>"
        body = (
            making.paragraph(making.run(PARAGRAPHS[0]) + comment) + table + making.paragraph(making.run(PARAGRAPHS[1]))
        )
        imported = give("room.docx", making.docx(body))
        assert paragraphs(imported.article) == list(PARAGRAPHS[:2])
        assert imported.notes[1:] == ("Left out: 1 comment.", "Left out: 1 table.")

    def test_footnotes_and_their_marks_are_left_out(self, give: Give) -> None:
        note = making.paragraph(making.run("See the report of the council, page 12."))
        notes = (
            '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f'<w:footnote w:id="2">{note}</w:footnote></w:footnotes>'
        )
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
            'Target="footnotes.xml"/></Relationships>'
        )
        mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        body = making.paragraph(making.run(PARAGRAPHS[0]) + mark) + making.paragraph(making.run(PARAGRAPHS[1]))
        more = {"word__footnotes.xml": notes, "word___rels__document.xml.rels": relations}
        imported = give("room.docx", making.docx(body, **more))
        assert paragraphs(imported.article) == list(PARAGRAPHS[:2])
        assert imported.notes[1:] == ("Left out: 1 footnote.",)

    def test_title_and_author_from_its_properties(self, give: Give) -> None:
        article = give("room.docx", making.docx(title="The last reading room", author="Della Wrenfield")).article
        assert (article.title, article.author) == ("The last reading room", "Della Wrenfield")
        assert give("room.docx", making.docx(author="Microsoft Office User")).article.author == ""


class TestWebPage:
    def test_the_article_without_what_stands_around_it(self, give: Give) -> None:
        imported = give("room.html", making.html())
        article = imported.article
        assert paragraphs(article) == list(PARAGRAPHS)
        assert (article.title, article.author, article.date, article.source) == (
            "The last reading room", "Della Wrenfield", "2025-05-03", "The Lantern",
        )  # fmt: skip
        for word in ("soap", "cookies", "Sport", "newsletter", "leeks", "Advertisement", "track"):
            assert word not in imported.text
        assert imported.notes[1] == "Left out: 29 words around the article (menus, adverts, notices)."

    def test_subheadings_lists_and_quotations_stay(self, give: Give) -> None:
        before = (
            "<h2>What it costs</h2><ul><li>90,000 pounds for the room.</li><li>As much for the fountain:<ul>"
            "<li>half for water.</li></ul></li></ul><blockquote><p>Nobody came.</p></blockquote>"
            "<p>Why <em>is</em> it so?</p>"
        )
        article = give("room.html", making.html(before=before)).article
        assert "What it costs" in headings(article)
        assert paragraphs(article)[:5] == [
            "- 90,000 pounds for the room.", "- As much for the fountain:", "- half for water.", "Nobody came.",
            "Why is it so?",
        ]  # fmt: skip

    def test_paragraphs_that_are_only_lines_apart(self, give: Give) -> None:
        page = f"<html><body><article><p>{'<br><br>'.join(PARAGRAPHS)}</p></article></body></html>"
        assert paragraphs(give("room.html", page).article) == list(PARAGRAPHS)

    def test_where_the_lines_of_the_file_end_means_nothing(self, give: Give) -> None:
        page = making.html().replace("council’s own report, and", "council’s own report,\n   and").replace(". ", ".\n")
        assert paragraphs(give("room.html", page).article) == list(PARAGRAPHS)

    def test_an_encoding_that_the_page_names(self, give: Give) -> None:
        page = making.html(head='<meta charset="iso-8859-15">').replace("’", "'").replace("“", '"').replace("”", '"')
        imported = give("room.html", page.replace("reader", "readér").encode("iso-8859-15"))
        assert "readér" in imported.text
        assert "iso-8859-15" in imported.notes[-1]

    @pytest.mark.parametrize(
        "marked",
        [
            "<p>{}</p><p>{}</p><div>{}</div><p>{}</p><p>{}</p>",
            "<p>{}</p><div>{}</div><p>{}</p><div><span>{}</span></div><p>{}</p>",
            "{}<p>{}</p>{}<p>{}</p><p>{}</p>",
            "<div>{}<p>{}</p>{}<p>{}</p>{}</div>",
            "<section>{}</section><section>{}</section><section>{}</section><section>{}</section><section>{}</section>",
        ],
    )
    @pytest.mark.parametrize("around", ["article", "div"])
    def test_paragraphs_without_a_mark_of_their_own(self, give: Give, marked: str, around: str) -> None:
        teasers = (
            "<div><div><a href='/a'>Mayor opens pool</a><div>The mayor has opened a pool in Elm Street.</div></div>"
            "<div><a href='/b'>Bread</a><div>Why the price of bread has gone up, and who pays for it.</div></div></div>"
            "<div>© The Lantern. Read our terms of use.</div>"
        )
        page = making.html(["PARAGRAPHS"], after=teasers).replace("<p>PARAGRAPHS</p>", marked.format(*PARAGRAPHS))
        page = page.replace("<article>", f"<{around}>").replace("</article>", f"</{around}>")
        article = give("room.html", page).article
        assert paragraphs(article) == list(PARAGRAPHS)

    def test_a_link_or_a_word_in_bold_does_not_end_a_paragraph(self, give: Give) -> None:
        first, *others = PARAGRAPHS
        page = making.html(others, before=f"<div>{first.replace('council', '<a href=c>council</a>')}</div>")
        assert paragraphs(give("room.html", page.replace("town", "<b>town</b>")).article) == list(PARAGRAPHS)
