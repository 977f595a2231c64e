"""`tutor check`: which lessons it takes, what it prints, and how it ends."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.powers import powerless, run_powerless
from tests.running import tutor
from tutor.commands.check import CheckRequest, run
from tutor.commands.check_output import Format
from tutor.errors import TutorError
from tutor.lesson.rules import ABOUT, Rule

FERRY = Path(__file__).parents[1] / "lesson" / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")
SLIP = LESSON.replace("attempts = 3", "atempts = 3", 1)
"""A lesson with one error."""
SPARE = LESSON.replace("[concepts]", '[concepts]\nboat = ["boat"]')
"""A lesson with a warning."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A folder of lessons: a good one, one with an error, and below it one with a warning."""
    folder = tmp_path / "lessons"
    for name, text in (("good", LESSON), ("slip", SLIP), ("more/spare", SPARE)):
        (folder / name).mkdir(parents=True)
        (folder / name / "lesson.toml").write_text(text, encoding="utf-8")
        shutil.copy(FERRY / "article.md", folder / name)
    return folder


def checked(*names: object, **more: Any) -> CheckRequest:
    return CheckRequest([str(name) for name in names], folders=[], **more)


def printed(capsys: pytest.CaptureFixture[str], request: CheckRequest) -> tuple[bool, list[str]]:
    found = run(request)
    return found, capsys.readouterr().out.splitlines()


class TestWhichLessons:
    def test_a_folder_means_all_lessons_in_it_and_below(
        self, lessons: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, lines = printed(capsys, checked(lessons))
        assert [line.split(":")[0] for line in lines[-4:]] == ["good", "spare", "slip", "3 lessons"]

    def test_a_lesson_named_twice_is_checked_once(self, lessons: Path, capsys: pytest.CaptureFixture[str]) -> None:
        _, lines = printed(capsys, checked(lessons / "good", lessons / "good" / "lesson.toml"))
        assert len([line for line in lines if line.startswith("good: ")]) == 1

    def test_files_named_after_their_lesson(self, lessons: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (lessons / "good" / "lesson.toml").rename(lessons / "good" / "boats.lesson.toml")
        _, lines = printed(capsys, checked(lessons / "good"))
        assert lines[-1].startswith("boats: ")

    def test_a_folder_without_a_lesson(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        with pytest.raises(TutorError, match="There is no lesson in the folder"):
            run(checked(tmp_path / "empty"))

    def test_a_name_that_means_nothing_comes_before_any_check(
        self, lessons: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(TutorError, match="There is no lesson nowhere"):
            run(checked(lessons, "nowhere"))
        assert capsys.readouterr().out == ""

    def test_links_that_go_round_in_a_circle(self, lessons: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (lessons / "more" / "round").symlink_to(lessons, target_is_directory=True)
        loop = lessons / "loop"
        loop.mkdir()
        (loop / "lesson.toml").symlink_to(loop / "lesson.toml")
        found, lines = printed(capsys, checked(lessons))
        assert found
        assert lines[-1].startswith("4 lessons: ")
        assert any("lesson.toml:1:1: the file is a link that leads nowhere, or round in a circle." in x for x in lines)

    def test_one_link_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "lesson.toml").symlink_to(tmp_path / "lesson.toml")
        with pytest.raises(TutorError, match="a link that leads nowhere, or round in a circle"):
            run(checked(tmp_path / "lesson.toml"))

    def test_an_article_is_given_for_one_lesson(self, lessons: Path, tmp_path: Path) -> None:
        with pytest.raises(TutorError, match="one lesson's article"):
            run(checked(lessons, article=tmp_path / "a.txt"))

    @powerless
    def test_a_file_that_may_not_be_read_is_one_problem(self, lessons: Path) -> None:
        (lessons / "slip" / "lesson.toml").chmod(0)
        code = """
            import sys
            from tutor.commands.check import CheckRequest, run
            print(run(CheckRequest(sys.argv[1:], [])))
            """
        lines = run_powerless(code, str(lessons)).splitlines()
        assert lines[0].startswith(f"{lessons}/slip/lesson.toml:1:1: You are not allowed to read the file.")
        assert lines[-1] == "True"

    @powerless
    def test_a_folder_that_may_not_be_looked_into(self, lessons: Path) -> None:
        (lessons / "more").chmod(0)
        code = """
            import sys
            from tutor.commands.check import CheckRequest, run
            from tutor.errors import TutorError
            try:
                run(CheckRequest(sys.argv[1:], []))
            except TutorError as error:
                print(error.what)
            """
        assert "You are not allowed to look into the folder" in run_powerless(code, str(lessons / "more"))
        (lessons / "more").chmod(0o755)


class TestText:
    def test_errors_come_before_warnings_then_a_line_for_each_lesson(
        self, lessons: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        found, lines = printed(capsys, checked(lessons))
        assert found
        assert lines[0] == (
            f"{lessons}/slip/lesson.toml:16:1: atempts is not a key of a question. Did you mean attempts?"
        )
        kinds = ["warning" if ": warning: " in line else "error" for line in lines if "lesson.toml:" in line]
        assert kinds == sorted(kinds)
        assert any(
            line == f"{lessons}/more/spare/lesson.toml:8:1: warning: no check looks for the concept boat. "
            "Name it in a check, or delete it."
            for line in lines
        )
        assert "slip: it cannot be used yet; 1 error." in lines

    def test_a_problem_is_told_by_where_it_is_and_what_to_do(
        self, lessons: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, lines = printed(capsys, checked(lessons))
        for line in lines:
            if "lesson.toml:" in line:
                _, row, column, said = line.split(":", 3)
                assert row.isdigit()
                assert column.isdigit()
                assert ". " in said

    def test_control_codes_in_a_path_do_not_reach_the_terminal(
        self, lessons: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (lessons / "slip").rename(lessons / "sl\x1b[31mip")
        _, lines = printed(capsys, checked(lessons))
        assert "\x1b" not in "".join(lines)


class TestTheEnd:
    @pytest.mark.parametrize(
        ("name", "options", "code"),
        [
            ("good", [], 0),
            ("more", [], 0),
            ("more", ["--strict"], 1),
            ("slip", [], 1),
            ("none", [], 2),
        ],
    )
    def test_exit_codes(self, home: Path, lessons: Path, name: str, options: Sequence[str], code: int) -> None:
        done = tutor(home, "check", lessons / name, *options)
        assert done.returncode == code, done.stdout + done.stderr

    def test_a_lesson_that_comes_without_its_article(self, home: Path) -> None:
        done = tutor(home, "check", "iran-venezuela")
        assert done.returncode == 1
        assert "1:1: This lesson does not bring its article along" in done.stdout
        assert "--article FILE" in done.stdout

    def test_more_jobs_say_the_same(self, home: Path, lessons: Path) -> None:
        one, two = (tutor(home, "check", lessons, "--jobs", jobs).stdout for jobs in (1, 2))
        assert one == two


def document(capsys: pytest.CaptureFixture[str], form: Format, *names: object) -> Any:
    run(checked(*names, format=form))
    return json.loads(capsys.readouterr().out)


def test_json_is_one_document(lessons: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = document(capsys, Format.JSON, lessons)
    assert said["format"] == 1
    assert said["errors"] == 1
    by_name = {lesson["lesson"]: lesson for lesson in said["lessons"]}
    assert set(by_name) == {"good", "slip", "spare"}
    assert by_name["slip"]["problems"] == [
        {
            "rule": "unknown-key",
            "severity": "error",
            "path": f"{lessons}/slip/lesson.toml",
            "line": 16,
            "column": 1,
            "what": "atempts is not a key of a question",
            "advice": "Did you mean attempts?",
        }
    ]
    assert by_name["good"]["questions"] == 1
    assert by_name["good"]["samples"] == by_name["good"]["passed"]


class TestSarif:
    """Against what the standard requires (SARIF 2.1.0, sections 3.13 to 3.30), property by property."""

    @pytest.fixture
    def log(self, lessons: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
        monkeypatch.chdir(lessons)
        odd = lessons / "ünusual name"
        (lessons / "slip").rename(odd)
        return document(capsys, Format.SARIF, lessons)

    def test_the_log_and_its_run(self, log: Any) -> None:
        assert log["version"] == "2.1.0"
        assert log["$schema"].endswith("sarif-schema-2.1.0.json")
        (one,) = log["runs"]
        assert set(one) == {"tool", "columnKind", "results"}
        assert one["columnKind"] == "unicodeCodePoints"
        assert one["tool"]["driver"]["name"] == "tutor"

    def test_every_rule_is_told_once(self, log: Any) -> None:
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == [str(rule) for rule in Rule]
        assert all(rule["shortDescription"]["text"].endswith(".") for rule in rules)

    def test_every_result(self, log: Any) -> None:
        (one,) = log["runs"]
        rules = one["tool"]["driver"]["rules"]
        assert one["results"]
        for result in one["results"]:
            assert result["level"] in ("error", "warning")
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["message"]["text"]
            (location,) = result["locations"]
            region = location["physicalLocation"]["region"]
            assert isinstance(region["startLine"], int)
            assert region["startLine"] >= 1
            assert region["startColumn"] >= 1

    def test_paths_are_uris_from_the_current_folder(self, log: Any, lessons: Path) -> None:
        for result in log["runs"][0]["results"]:
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii()
            assert " " not in uri
            assert (lessons / unquote(uri)).exists()

    def test_a_path_from_elsewhere_is_whole(
        self, lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        (result, *_) = document(capsys, Format.SARIF, lessons / "slip")["runs"][0]["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.startswith("file:///")


def test_every_rule_has_a_stable_name_and_says_what_it_is_about() -> None:
    assert set(ABOUT) == set(Rule)
    assert all(str(rule) == str(rule).lower() and " " not in str(rule) for rule in Rule)


def test_the_page_for_teachers_lists_every_rule() -> None:
    page = (Path(__file__).parents[2] / "docs" / "checking.md").read_text(encoding="utf-8")
    for rule in Rule:
        assert f"| `{rule}` | {ABOUT[rule]} |" in page, rule
