"""The page of statistics: whole in itself, everything escaped, readable by ear."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.grading.roof_lesson import CAPPED, LESSON, LOW, MIDDLE, TOP, loaded
from tutor.grading import Answer, Collector, grade, page
from tutor.grading.examples import SHOWN_AT_MOST
from tutor.grading.tables import figure, points

NASTY = '<script>alert("1")</script> & <img src=x onerror=alert(1)> the bees \x1b[2J sting \u202e people & it\'s bad'
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Outline(HTMLParser):
    """Elements with their attributes, the text in them, and whether they are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def made(folder: Path, replies: list, text: str = LESSON) -> str:
    lesson = loaded(folder, text)
    question = lesson.lesson.questions[0]
    collector = Collector(question, lesson.article)
    answers = (Answer(n, f"r{n}", reply, human) for n, (reply, human) in enumerate(replies, 1))
    for one in grade(answers, question, lesson.article):
        collector.add(one)
    return page(collector.statistics(), question, lesson.lesson.title)


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    replies = [(TOP, 2), (CAPPED, 2), (MIDDLE, 0), (LOW, 0), (NASTY, 0), ("idk", 1)]
    return made(tmp_path_factory.mktemp("page"), replies)


@pytest.fixture(scope="module")
def outline(html: str) -> Outline:
    return Outline(html)


def test_it_is_well_formed(outline: Outline) -> None:
    assert outline.open == []


def test_it_names_nothing_outside(html: str, outline: Outline) -> None:
    assert "http:" not in html
    assert "https:" not in html
    assert "//" not in re.sub(r"<!--.*?-->", "", html)
    assert "url(" not in html
    assert "@import" not in html
    for tag, attributes in outline.elements:
        assert tag not in {"link", "img", "iframe", "object", "base"}
        assert "src" not in attributes
        assert attributes.get("href", "#").startswith("#")
        assert not [name for name in attributes if name.startswith("on")]


def test_its_policy_lets_nothing_but_its_own_script_run(html: str, outline: Outline) -> None:
    policy = next(m["content"] for m in outline.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    script = html[html.index("<script>") + len("<script>") : html.index("</script>")]
    allowed = re.search(r"'sha256-([^']+)'", policy)
    assert allowed
    assert b64decode(allowed[1]) == sha256(script.encode()).digest()
    assert html.count("<script") == 1


def test_every_text_of_a_user_is_escaped(html: str) -> None:
    assert "<title>Bees &amp; &lt;roofs&gt;: how the rubric does</title>" in html
    assert "&lt;script&gt;" in html
    assert "<img" not in html
    assert "\x1b" not in html
    assert "\u202e" not in html


NASTY_IDS = ['"><b>x', "<script>x</script>", "' onmouseover='x", "&amp;", "a\nb"]


@pytest.mark.parametrize("name", NASTY_IDS)
def test_ids_are_escaped(tmp_path: Path, name: str) -> None:
    lesson = loaded(tmp_path)
    question = lesson.lesson.questions[0]
    collector = Collector(question, lesson.article)
    for one in grade([Answer(1, name, TOP, 0)], question, lesson.article):
        collector.add(one)
    outline = Outline(page(collector.statistics(), question, lesson.lesson.title))
    assert name in "".join(outline.text)
    assert outline.open == []


def test_phrases_are_escaped(tmp_path: Path) -> None:
    text = LESSON.replace('"nest of wasps"', "\"<b>nest</b> & 'wasps'\"")
    assert "&lt;b&gt;nest&lt;/b&gt; &amp; &#x27;wasps&#x27;" in made(tmp_path, [(TOP, 2), (LOW, 0)], text)


def test_tables_have_captions_and_headers(html: str, outline: Outline) -> None:
    tables = re.findall(r"<table>.*?</table>", html, re.DOTALL)
    assert len(tables) >= 6
    for table in tables:
        assert re.search(r"<caption id=\"[a-z0-9-]+\">[^<]", table)
        assert '<th scope="col"' in table
        assert '<th scope="row">' in table
    ids = [attributes["id"] for _, attributes in outline.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    regions = [a for a in outline.all("div") if a.get("role") == "region"]
    assert {region["aria-labelledby"] for region in regions} <= set(ids)
    assert all(region["tabindex"] == "0" for region in regions)


def widths(table: str) -> Iterator[int]:
    for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL):
        yield sum(int(span or 1) for span in re.findall(r"<t[hd](?:[^>]*?colspan=\"(\d+)\")?[^>]*>", row))


def test_rows_are_as_wide_as_the_head(html: str) -> None:
    for table in re.findall(r"<table>.*?</table>", html, re.DOTALL):
        first, *others = list(widths(table))
        body = others[1:] if "colspan" in table else others
        assert set(body) <= {first}


@pytest.mark.parametrize(
    ("number", "sign", "written"),
    [
        (0.1234, False, "0.12"),
        (-0.5, False, "−0.50"),
        (None, False, "–"),
        (0.5, True, "+0.50"),
        (-0.001, True, "0.00"),
        (0.001, True, "0.00"),
        (-0.0, False, "0.00"),
    ],
)
def test_figures(number: float | None, sign: bool, written: str) -> None:
    assert figure(number, sign=sign) == written


@pytest.mark.parametrize(("number", "written"), [(2.0, "2"), (0.5, "0.5"), (-1, "−1"), (-0.0, "0"), (None, "–")])
def test_points(number: float | None, written: str) -> None:
    assert points(number) == written


def test_headings_come_in_order(html: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert '<html lang="en">' in html
    assert "<main>" in html


def test_dark_light_and_paper(html: str) -> None:
    assert "color-scheme: light dark" in html
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_what_a_reply_is_shown_with(html: str) -> None:
    articles = re.findall(r"<article.*?</article>", html, re.DOTALL)
    assert len(articles) == 6
    middle = next(article for article in articles if "r3:" in article)
    assert "<h3>r3: human 0, ours 1</h3>" in middle
    assert '<mark title="bees">bees</mark><sup>1</sup>' in middle
    assert "1.25 points. For the next level: 1.75 more points; met: danger." in middle
    assert "<li><b>met:</b> bees</li>" in middle
    assert "<b>partly:</b> long (" in middle
    capped = next(article for article in articles if "r2:" in article)
    assert '<mark class="wrong" title="safe">harmless</mark><sup>4</sup>' in capped
    assert "not: safe" in capped
    assert "<b>misconceptions:</b> safe" in capped
    assert "This is the highest level." in next(article for article in articles if "r1:" in article)
    assert "an answer: this is taken for help" in next(article for article in articles if "r6:" in article)


def test_the_choice_is_there_for_scripts_only(outline: Outline) -> None:
    assert "hidden" in outline.all("form")[0]
    assert [select["name"] for select in outline.all("select")] == ["human", "ours", "differ"]
    assert all(a.keys() == {"data-human", "data-ours"} for a in outline.all("article"))


def test_its_size_is_bounded(tmp_path: Path) -> None:
    html = made(tmp_path, [(f"{TOP} {'and more ' * 400}", 2)] * (SHOWN_AT_MOST + 20) + [(LOW, 0)])
    assert html.count("<article") == SHOWN_AT_MOST
    assert f"At most {SHOWN_AT_MOST} replies are shown" in html
    assert "more characters are not shown" in html
    assert len(html) < 2_000_000


def test_long_ids_are_cut_and_missing_ones_are_told_by_their_line(tmp_path: Path) -> None:
    lesson = loaded(tmp_path)
    question = lesson.lesson.questions[0]
    collector = Collector(question, lesson.article)
    for one in grade([Answer(7, "", TOP, 0), Answer(8, "long " * 1000, TOP, 0)], question, lesson.article):
        collector.add(one)
    html = page(collector.statistics(), question, lesson.lesson.title)
    assert "<h3>line 7: human 0, ours 2</h3>" in html
    assert len(max(re.findall(r"<h3>.*?</h3>", html), key=len)) < 150


@pytest.mark.parametrize("replies", [[], [(TOP, None)], [(TOP, 2)], [(TOP, 2), (LOW, 2)], [("", 0), ("idk", 2)]])
def test_few_replies(tmp_path: Path, replies: list) -> None:
    assert Outline(made(tmp_path, replies)).open == []


def test_a_lesson_without_a_rule(tmp_path: Path) -> None:
    html = made(tmp_path, [(TOP, 2), (LOW, 0)], LESSON[: LESSON.index("  [questions.scoring.points]")])
    assert Outline(html).open == []
