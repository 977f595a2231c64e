"""A reply becomes a sample, and nothing else in the file changes."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest
import tomli

from tests.ferry import ARTICLE, LESSON, write_lesson
from tutor.errors import TutorError
from tutor.lesson.load import load_lesson
from tutor.lesson.saving import sample_of, with_sample
from tutor.rubric.assess import assess
from tutor.rubric.model import Verdict

REPLY = 'She says "90,000 pounds" [p1s2],\nwhich is a \\lot of money – é 😀.'
SAMPLES = """
  [[questions.samples]]
  answer = "It costs 90,000 pounds [p1s2], which is a lot of money."
  expect = "met"   # a full answer
"""
WITH_SAMPLES = LESSON.replace('  show = ["p1"]\n', f'  show = ["p1"]\n{SAMPLES}')
BANNER = "\n# ----------------\n# The second question\n"


def added(folder: Path, text: str, *, number: int = 0, reply: str = REPLY, expect: Verdict = Verdict.MET) -> list[str]:
    """The lines that come into a lesson file with a sample. Nothing may go, and the file must load as it did."""
    path = write_lesson(folder, text, ARTICLE)
    before = load_lesson(path)
    question = before.lesson.questions[number]
    sample = sample_of(reply, expect, assess(reply, question, before.article))
    new = with_sample(text, number, question, sample)
    changes = list(ndiff(text.splitlines(keepends=True), new.splitlines(keepends=True)))
    assert not [line for line in changes if line.startswith("- ")]
    (path / "lesson.toml").write_bytes(new.encode())
    after = load_lesson(path).lesson.questions[number]
    assert after.samples[:-1] == question.samples
    assert after.samples[-1].answer == reply
    assert after.samples[-1].expect is expect
    return [line[2:] for line in changes if line.startswith("+ ")]


def test_it_comes_after_the_last_one_indented_like_it(tmp_path: Path) -> None:
    lines = added(tmp_path, WITH_SAMPLES)
    assert lines[0] == "  [[questions.samples]]\n"
    assert lines[2] == '  expect = "met"\n'
    assert len(lines) == 3


def test_the_first_one_comes_at_the_end_of_its_question_after_a_blank_line(tmp_path: Path) -> None:
    for number in range(3):
        lines = added(tmp_path / str(number), LESSON, number=number)
        assert len(lines) == 4
        assert {"\n", "  [[questions.samples]]\n"} < {*lines}


def test_a_comment_above_the_next_question_stays_there(tmp_path: Path) -> None:
    text = WITH_SAMPLES.replace('\n[[questions]]\nid = "voice"', f'{BANNER}[[questions]]\nid = "voice"')
    added(tmp_path, text)
    new = (tmp_path / "ferry" / "lesson.toml").read_text(encoding="utf-8")
    assert f'{BANNER}[[questions]]\nid = "voice"' in new


@pytest.mark.parametrize("tail", ["", "\n", "\n\n# the end", "\n# the end\n"])
def test_the_file_may_end_as_it_likes(tmp_path: Path, tail: str) -> None:
    text = LESSON.rstrip("\n") + tail
    path = write_lesson(tmp_path, text, ARTICLE)
    loaded = load_lesson(path)
    new = with_sample(text, 2, loaded.lesson.questions[2], {"answer": "x", "expect": "unmet"})
    assert tomli.loads(new)["questions"][2]["samples"] == [{"answer": "x", "expect": "unmet"}]
    assert new.endswith(tail)


def test_windows_line_ends_stay_and_the_new_lines_have_them_too(tmp_path: Path) -> None:
    text = WITH_SAMPLES.replace("\n", "\r\n")
    assert all(line.endswith("\r\n") for line in added(tmp_path, text))


def test_a_list_in_brackets_gets_one_item_more(tmp_path: Path) -> None:
    listed = 'samples = [\n  { answer = "It costs money.", expect = "unmet" }, # too little\n]\n'
    text = LESSON.replace("attempts = 3\n", f"attempts = 3\n{listed}")
    path = write_lesson(tmp_path, text, ARTICLE)
    question = load_lesson(path).lesson.questions[0]
    new = with_sample(text, 0, question, {"answer": "x", "expect": "unmet"})
    assert "# too little" in new
    assert tomli.loads(new)["questions"][0]["samples"][1] == {"answer": "x", "expect": "unmet"}


def test_what_is_no_answer_says_so(tmp_path: Path) -> None:
    lines = added(tmp_path, WITH_SAMPLES, reply="idk", expect=Verdict.UNMET)
    assert any(line.startswith("  effort = ") for line in lines)


def test_a_question_inside_a_list_is_left_to_the_teacher(tmp_path: Path) -> None:
    text = """\
format = 1
title = "One"
questions = [{ id = "a", kind = "locate", ask = "Where?", criteria = [{ id = "c", check = "cites", from = ["p1"] }] }]
[article]
file = "article.md"
"""
    question = load_lesson(write_lesson(tmp_path, text, ARTICLE)).lesson.questions[0]
    with pytest.raises(TutorError, match="by hand"):
        with_sample(text, 0, question, {"answer": "x", "expect": "unmet"})
