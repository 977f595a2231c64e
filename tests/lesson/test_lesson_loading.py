"""Folders to lessons: what is found and linked, and what is said of a file or an article that will not do."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.powers import powerless, run_powerless
from tutor.article import read_article
from tutor.article.fingerprint import fingerprint, sentence_marks
from tutor.errors import TutorError
from tutor.lesson import LessonProblems, Severity, load_lesson

Write = Callable[..., Path]

FERRY = Path(__file__).parent / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")
ARTICLE = (FERRY / "article.md").read_text(encoding="utf-8")


def left_out(*, marks: bool = True) -> str:
    """The ferry lesson for an article that may not be passed on."""
    article = read_article(FERRY / "article.md")
    source = f'title = "The ferry must stay"\nauthor = "Ines Calloway"\nfingerprint = "{fingerprint(article)}"'
    source += f"\nmarks = {list(sentence_marks(article))}" if marks else ""
    return LESSON.replace('file = "article.md"', source)


class TestLoading:
    def test_a_lesson_comes_with_its_article(self) -> None:
        loaded = load_lesson(FERRY)
        assert loaded.lesson.title == "Who counts on the ferry?"
        assert loaded.article.title == "The ferry must stay"
        assert (loaded.slug, loaded.path, loaded.warnings) == ("ferry", FERRY / "lesson.toml", ())

    def test_the_file_itself_may_be_named(self, write: Write) -> None:
        folder = write()
        assert load_lesson(folder / "lesson.toml").slug == "ferry"
        file = (folder / "lesson.toml").rename(folder / "boats.lesson.toml")
        assert load_lesson(file).slug == "boats"

    def test_questions_know_the_lessons_concepts_and_holders(self, write: Write) -> None:
        lesson = LESSON.replace(
            'check = "mentions"\n  any_of = ["captain"]', 'check = "attributes"\n  holder = "captain"'
        )
        vocabulary = load_lesson(write(lesson)).lesson.questions[0].vocabulary
        assert vocabulary.concepts["captain"] == ["captain", "Renn"]
        assert tuple(vocabulary.holders) == ("captain",)

    def test_the_digest_changes_with_the_lesson_and_with_the_article(self, write: Write) -> None:
        digests = {
            load_lesson(write(name="a")).digest,
            load_lesson(write(LESSON.replace("friend", "pal"), name="b")).digest,
            load_lesson(write(LESSON, ARTICLE.replace("nine", "ten"), name="c")).digest,
        }
        assert len(digests) == 3
        # Wrapping is not the article's words.
        assert load_lesson(write(LESSON, ARTICLE.replace("stop the", "stop\nthe"), name="d")).digest in digests

    def test_a_date_needs_no_quotes(self, write: Write) -> None:
        loaded = load_lesson(write(LESSON.replace('"article.md"', '"article.md"\ndate = 2024-05-01')))
        assert loaded.article.date == "2024-05-01"

    def test_a_concept_never_used_is_a_warning(self, write: Write) -> None:
        loaded = load_lesson(write(LESSON.replace("[concepts]", '[concepts]\nboat = ["boat"]')))
        assert [str(warning).split("lesson.toml:")[1] for warning in loaded.warnings] == [
            "8:1: no check looks for the concept boat. Name it in a check, or delete it."
        ]
        assert loaded.warnings[0].severity is Severity.WARNING

    def test_concepts_that_a_deleted_question_leaves_are_one_warning(self, write: Write) -> None:
        left = 'captains = ["@captain"]\nboat = ["boat", "@wheel turns"]\nwheel = ["wheel"]\noar = ["oar"]'
        loaded = load_lesson(write(LESSON.replace("[concepts]", f"[concepts]\n{left}")))
        assert [str(warning).split("lesson.toml:")[1] for warning in loaded.warnings] == [
            "8:1: no check looks for the concepts captains, boat, wheel and oar. Delete them, or name them in checks."
        ]

    def test_a_concept_that_a_phrase_in_a_check_refers_to_is_used(self, write: Write) -> None:
        lesson = LESSON.replace("[concepts]", '[concepts]\nboat = ["@hull"]\nhull = ["hull"]')
        loaded = load_lesson(write(lesson.replace('["nine", "9"]', '["nine", "9", "@boat sinks"]')))
        assert loaded.warnings == ()


class TestFilesThatWillNotDo:
    def test_no_such_lesson(self, tmp_path: Path) -> None:
        with pytest.raises(TutorError, match="There is no lesson file"):
            load_lesson(tmp_path / "none")

    def test_a_folder_without_a_lesson(self, tmp_path: Path) -> None:
        with pytest.raises(TutorError, match=r"has no lesson\.toml in it"):
            load_lesson(tmp_path)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "lesson.toml:1:1: the file is empty"),
            (b"# only a remark\n", "lesson.toml:1:1: the file is empty"),
            (b'format = 1\ntitle = "caf\xe9"\n', "lesson.toml:2:13: the file is not saved as UTF-8"),
            ('format = 1\ntitle = "café"\n'.encode("utf-16"), "lesson.toml:1:1: the file is saved as UTF-16"),
            (b"format = 1\n" + b"#" * 1_000_000, "larger than a lesson may be"),
            (b"a = " + b"[" * 5000 + b"]" * 5000, "lesson.toml:1:1: the brackets in this file are nested too deeply"),
            (b"a = " + b"9" * 5000, "lesson.toml:1:5: this number is too long"),
        ],
        ids=["empty", "only remarks", "latin-1", "utf-16", "too large", "too deep", "too long a number"],
    )
    def test_a_file_that_is_no_lesson(self, write: Write, content: bytes, words: str) -> None:
        with pytest.raises(TutorError) as caught:
            load_lesson(write(content))
        assert words in str(caught.value)
        assert caught.value.advice

    @powerless
    def test_a_file_that_may_not_be_read(self, write: Write) -> None:
        folder = write()
        (folder / "lesson.toml").chmod(0)
        code = """
            import sys
            from pathlib import Path
            from tutor.errors import TutorError
            from tutor.lesson.load import load_lesson
            try:
                load_lesson(Path(sys.argv[1]))
            except TutorError as error:
                print(error)
            """
        assert "not allowed to read" in run_powerless(code, str(folder))

    def test_a_pipe_is_no_lesson(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "lesson.toml")
        with pytest.raises(TutorError, match="not a file that can be read"):
            load_lesson(tmp_path)


class TestTheArticleBesideIt:
    @pytest.mark.parametrize(
        ("article", "words"),
        [
            (None, '5:8: there is no file "article.md" beside the lesson'),
            (b"", "is empty"),
            (b"caf\xe9", "is not saved as UTF-8"),
            (b"a sentence. " * 500_000, "is larger than an article may be"),
        ],
        ids=["missing", "empty", "latin-1", "5 MB"],
    )
    def test_an_article_that_will_not_do_is_a_problem_of_the_lesson(
        self, write: Write, article: bytes | None, words: str
    ) -> None:
        with pytest.raises(LessonProblems) as caught:
            load_lesson(write(LESSON, article))
        (problem,) = caught.value.problems
        assert words in str(problem)
        assert (problem.line, problem.column) == (5, 8)

    def test_a_link_out_of_the_folder_is_refused(self, write: Write, tmp_path: Path) -> None:
        folder = write(LESSON, None)
        (tmp_path / "secret.md").write_text("Not yours.")
        (folder / "article.md").symlink_to(tmp_path / "secret.md")
        with pytest.raises(LessonProblems, match="is not in the lesson's folder"):
            load_lesson(folder)

    def test_a_changed_article_is_a_warning_where_there_is_a_fingerprint(self, write: Write) -> None:
        lesson = left_out().replace("fingerprint =", 'file = "article.md"\nfingerprint =')
        assert not load_lesson(write(lesson)).warnings
        (warning,) = load_lesson(write(lesson, ARTICLE.replace("nine", "ten"))).warnings
        assert "not the one this fingerprint was taken of" in str(warning)


class TestAnArticleLeftOut:
    def test_it_is_asked_for_by_name_with_the_command(self, write: Write) -> None:
        folder = write(left_out(), None)
        with pytest.raises(TutorError, match="it needs “The ferry must stay” by Ines Calloway") as caught:
            load_lesson(folder)
        assert f"tutor start {folder} --article FILE" in caught.value.advice

    def test_the_right_one_is_taken(self, write: Write, tmp_path: Path) -> None:
        own = tmp_path / "own.txt"
        own.write_text(ARTICLE.replace("# ", "").replace("night ferry", "night\nferry"))
        loaded = load_lesson(write(left_out(), None), own)
        assert loaded.article.author == "Ines Calloway"
        assert loaded.digest == load_lesson(write(left_out(), None), FERRY / "article.md").digest

    def test_another_one_is_named_as_such(self, write: Write, tmp_path: Path) -> None:
        own = tmp_path / "own.txt"
        own.write_text("The bakery opens at six. Its bread is good.")
        with pytest.raises(TutorError, match=r"own.txt is another article: the lesson is about “The ferry must stay”"):
            load_lesson(write(left_out(), None), own)

    def test_an_edited_one_is_named_with_the_places_that_differ(self, write: Write, tmp_path: Path) -> None:
        own = tmp_path / "own.txt"
        own.write_text(ARTICLE.replace("# ", "").replace("thirty", "fifty"))
        with pytest.raises(TutorError, match=r"differs from the lesson's article in p2s2; addresses may be off"):
            load_lesson(write(left_out(), None), own)

    def test_without_marks_an_edited_copy_may_be_another_article(self, write: Write, tmp_path: Path) -> None:
        own = tmp_path / "own.txt"
        own.write_text(ARTICLE.replace("thirty", "fifty"))
        with pytest.raises(TutorError, match=r"is another article than the lesson's, or an edited copy"):
            load_lesson(write(left_out(marks=False), None), own)

    def test_a_missing_one_is_named(self, write: Write, tmp_path: Path) -> None:
        with pytest.raises(TutorError, match="There is no file"):
            load_lesson(write(left_out(), None), tmp_path / "none.txt")

    def test_what_is_wrong_with_the_lesson_comes_before_the_missing_article(self, write: Write) -> None:
        with pytest.raises(LessonProblems, match="problem"):
            load_lesson(write(left_out().replace("as evidence?", "as evidence."), None))

    def test_a_lesson_with_a_file_takes_the_one_given_in_its_place(self, write: Write, tmp_path: Path) -> None:
        own = tmp_path / "own.txt"
        own.write_text("One is here. Two is here.\n\nThree.")
        assert load_lesson(write(), own).article.text.startswith("One is here.")
