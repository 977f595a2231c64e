"""What one lesson's check says as a whole."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.article import Article
from tutor.lesson.checking import Checked, check_lesson, files_of
from tutor.lesson.finding import find_lessons
from tutor.lesson.model import Lesson
from tutor.lesson.problems import Severity
from tutor.lesson.rules import Rule

Write = Callable[..., Path]

FERRY = Path(__file__).parent / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")
ARTICLE = (FERRY / "article.md").read_text(encoding="utf-8")


def rules_of(checked: Checked) -> list[Rule]:
    return [problem.rule for problem in checked.problems]


def test_a_lesson_in_order() -> None:
    checked = check_lesson(FERRY / "lesson.toml")
    assert (checked.slug, checked.problems) == ("ferry", ())
    assert (checked.questions, checked.samples, checked.passed) == (1, 3, 3)


def test_errors_come_before_warnings_and_each_in_the_order_of_the_file(write: Write) -> None:
    lesson = LESSON.replace("[concepts]", '[glossary]\nlighthouse = "a tower"\n\n[concepts]\nboat = ["boat"]')
    lesson = lesson.replace('expect = "met"', 'expect = "unmet"').replace(
        "a good find.", "good: 'only ten people use it'."
    )
    checked = check_lesson(write(lesson) / "lesson.toml")
    assert [(problem.severity, problem.rule) for problem in checked.problems] == [
        (Severity.ERROR, Rule.QUOTATION),
        (Severity.ERROR, Rule.SAMPLE),
        (Severity.WARNING, Rule.UNUSED_WORD),
        (Severity.WARNING, Rule.UNUSED_CONCEPT),
        (Severity.WARNING, Rule.UNTRIED),
    ]
    assert (checked.errors, checked.warnings) == (2, 3)


def test_what_no_sample_tries_is_a_warning(write: Write) -> None:
    lesson = LESSON[: LESSON.index("  [[questions.samples]]")]
    assert [problem.what for problem in check_lesson(write(lesson) / "lesson.toml").problems] == [
        'no sample of "evidence" is a full answer',
        'no sample shows the misconception "not-captain"',
    ]


def test_a_table_with_all_criteria_met_is_a_full_answer(write: Write) -> None:
    lesson = LESSON.replace('expect = "met"', 'expect = { cites = "met", number = "met" }')
    assert check_lesson(write(lesson) / "lesson.toml").problems == ()


def test_a_blank_is_one_problem_whatever_else_comes_of_it(write: Write) -> None:
    lesson = LESSON.replace('from = ["p1s2"]', 'from = ["___"]').replace("as evidence?", "as ___")
    assert rules_of(check_lesson(write(lesson) / "lesson.toml")) == [Rule.BLANK, Rule.BLANK]


def test_only_a_line_that_a_lesson_can_do_without_may_be_taken_out(write: Write) -> None:
    lesson = LESSON.replace("as evidence?", "as ___?").replace('about = ["p1"]', 'about = ["___"]')
    advice = [problem.advice for problem in check_lesson(write(lesson) / "lesson.toml").problems]
    assert advice == ["Put your own words in its place.", "Put your own words in its place, or take the line out."]


def test_a_star_and_an_address_of_another_article_among_the_phrases(write: Write) -> None:
    lesson = LESSON.replace('few = ["few", "only nine"]', 'few = ["few*", "only nine", "p9s1"]')
    assert lesson != LESSON
    told = check_lesson(write(lesson) / "lesson.toml").problems
    assert [(problem.rule, problem.severity) for problem in told][:2] == [
        (Rule.NO_SUCH_PLACE, Severity.ERROR),
        (Rule.PHRASE, Severity.WARNING),
    ]
    assert '"few*" has a * in it' in told[1].what


def test_an_article_in_another_language_is_a_warning(write: Write) -> None:
    german = "Der Rat will die Brücke schließen. Sie ist alt, und nur neun Leute nehmen sie.\n\nWir wurden nie gefragt."
    checked = check_lesson(write(article=german) / "lesson.toml")
    told = [problem for problem in checked.problems if problem.rule is Rule.LANGUAGE]
    assert [problem.what for problem in told] == [
        "the article does not look like English, and all checks are made for English"
    ]
    assert Rule.LANGUAGE not in rules_of(check_lesson(write() / "lesson.toml"))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda file: file.unlink(), Rule.UNREADABLE),
        (lambda file: file.write_bytes(b"#" * 10_000_000), Rule.UNREADABLE),
        (lambda file: file.write_bytes(b"\xff\xfe"), Rule.UNREADABLE),
        (lambda file: (file.parent / "article.md").unlink(), Rule.ARTICLE),
        (lambda file: (file.parent / "article.md").write_bytes(b"%PDF-1.7"), Rule.ARTICLE),
    ],
    ids=["gone", "10 MB", "UTF-16", "no article", "a PDF for an article"],
)
def test_what_cannot_be_read_is_one_problem(write: Write, change: Callable[[Path], object], rule: Rule) -> None:
    file = write() / "lesson.toml"
    change(file)
    checked = check_lesson(file)
    assert rules_of(checked) == [rule]
    assert checked.problems[0].advice


def test_an_article_in_place_of_the_lessons_own(write: Write, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("It is short.")
    assert Rule.NO_SUCH_PLACE in rules_of(check_lesson(write() / "lesson.toml", other))
    assert rules_of(check_lesson(write() / "lesson.toml", tmp_path / "none.txt")) == [Rule.ARTICLE]


def test_the_files_that_a_check_rests_on(write: Write, tmp_path: Path) -> None:
    file = write() / "lesson.toml"
    assert files_of(file) == (file, file.parent / "article.md")
    assert files_of(file, tmp_path / "own.txt") == (file, tmp_path / "own.txt")
    file.write_text("title = oops")
    assert files_of(file) == (file,)
    file.unlink()
    assert files_of(file) == (file,)


def test_a_folder_means_the_lessons_below_it_but_for_hidden_ones(write: Write, tmp_path: Path) -> None:
    for name in ("b", "a", ".c"):
        write(name=name)
    (tmp_path / "grade-8").mkdir()
    inner = write(name="grade-8/d")
    assert find_lessons(str(tmp_path), ()) == tuple(tmp_path / name / "lesson.toml" for name in ("a", "b", "grade-8/d"))
    assert find_lessons(str(inner), ()) == (inner / "lesson.toml",)


def test_a_name_comes_before_a_folder_of_that_name(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "known").mkdir()
    known = write(name="known/ferry")
    (tmp_path / "ferry").mkdir()
    write(name="ferry/inner")
    monkeypatch.chdir(tmp_path)
    assert find_lessons("ferry", [tmp_path / "known"]) == (known / "lesson.toml",)


def alive(sort: type) -> int:
    gc.collect()
    return sum(type(one) is sort for one in gc.get_objects())


def test_lessons_that_are_checked_go_and_those_of_a_large_folder_do_not_pile_up(write: Write) -> None:
    """Caches by article keep the last sixteen at most, and those of phrases and texts keep no lesson."""
    before = alive(Article), alive(Lesson)
    for number in range(40):
        lesson = LESSON.replace('"captain",', f'"captain", "mate {number}",')
        article = f"{ARTICLE.rstrip()} It sails {number} times.\n"
        assert check_lesson(write(lesson, article) / "lesson.toml").passed == 3
    assert alive(Article) <= before[0] + 16
    assert alive(Lesson) <= before[1] + 2
