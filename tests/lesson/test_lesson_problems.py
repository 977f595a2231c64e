# ruff: noqa: E501  (each row of a table stands on one line)
"""What a teacher reads when a lesson is not right. Each row is a slip, its line and column, and what is said of it.

A row changes the first text to the second in the ferry lesson in `ferry/`, which is otherwise in order.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.lesson import LessonProblems, load_lesson
from tutor.lesson.checking import check_lesson

Write = Callable[..., Path]

LESSON = (Path(__file__).parent / "ferry" / "lesson.toml").read_text(encoding="utf-8")

KEYS = [
    # A key misspelt, or another table's.
    ("attempts = 3", "atempts = 3", "16:1", "atempts is not a key of a question. Did you mean attempts?"),
    ("title = ", "titel = ", "2:1", "titel is not a key of the lesson. Did you mean title?"),
    ("[[questions.hints]]", "[[questions.hint]]", "37:15", "there is no table [[questions.hint]] in a lesson. Write [[questions.hints]]."),
    ("  challenge =", "  probe =", "35:3", "a misconception has challenge, not probe. Write challenge in place"),
    ("  say =", "  text =", "38:3", "a hint has say, not text"),
    ("  answer =", "  reply =", "42:3", "a sample has answer, not reply"),
    ("  within =", "  at_leest =", "28:3", "at_leest is not a key of a criterion. Did you mean at_least?"),
    ("  within =", "  mood =", "28:3", "all_of, any_of, at_least, within and denied."),
    ("  within =", "  test =", "28:3", "test is not a key of a criterion"),
    ("  within =", "  share =", "28:3", "share is a key of the check own_words or denies, not of mentions"),
    ("  within =", "  attempts =", "28:3", "attempts is a key of a question, not of a criterion. A key belongs to the"),
    ("  within =", "  attempts =", "28:3", "move it up, right under [[questions]]."),
    ("title = ", "author = ", "2:1", "author is a key of [article], not of the lesson. Move it under [article]."),
    ("  probe = \"Which", "  Probe = \"Which", "22:3", "Keys have small letters: probe."),
    ("[[questions.criteria]]\n  id = \"cites\"", "[[criteria]]\n  id = \"cites\"", "18:5", "Write [[questions.criteria]]."),
    # Something missing.
    ("ask = ", "# ask = ", "11:1", 'the question "evidence" has no ask. Add ask = "…".'),
    ("format = 1\n", "", "1:1", "the lesson has no format. Add format = 1 at the top of the file."),
    ('id = "evidence"\n', "", "11:1", "question 1 has no id"),
    ('kind = "evidence"\n', "", "11:1", 'the question "evidence" has no kind. Write one of locate, main-claim,'),
    ('  check = "cites"\n', "", "18:3", 'the criterion "cites" has no check. Add check = "…" with cites, mentions,'),
    ('  from = ["p1s2"]\n', "", "18:3", 'the criterion "cites" has no from. Add from = ["p4s2"].'),
    ('  expect = "met"\n', "", "41:3", 'sample 1 has no expect. Add expect = "met".'),
    ('file = "article.md"', "", "4:1", "[article] needs file"),
    ('all_of = ["few", ["nine", "9"]]', "all_of = []", "24:3", 'the criterion "number" needs all_of or any_of'),
    ('["few", "only nine"]', "[]", "9:7", "the concept few is empty"),
    ('"What does the council offer as evidence?"', '""', "14:7", "ask is empty"),
    ("[[questions]]\n", '[[questions]]\nid = "bare"\nkind = "source"\nask = "Who?"\n[[questions]]\n', "11:1", 'the question "bare" has no criteria. Add [[questions.criteria]]'),
    # The wrong sort of value.
    ("attempts = 3", 'attempts = "3"', "16:12", "attempts must be a whole number, not text in quotes. Write attempts = 3."),
    ("attempts = 3", "attempts = true", "16:12", "attempts must be a whole number, not true or false"),
    ("attempts = 3", "attempts = 2.5", "16:12", "attempts must be a whole number, not a number with a decimal point"),
    ("attempts = 3", "attempts = 0", "16:12", "attempts must be 1 or more"),
    ("attempts = 3", "attempts = 50", "16:12", "attempts must be at most 20"),
    ('title = "Who counts on the ferry?"', "title = 7", "2:9", 'title must be text in quotes, not a number. Write title = "7".'),
    ('about = ["p1"]', 'about = "p1"', "15:9", 'about must be a list in square brackets, not text in quotes. Write about = ["p1"].'),
    ('["few", "only nine"]', '"few"', "9:7", "the concept few must be a list in square brackets"),
    ('["few", "only nine"]', '["few", 9]', "9:15", "item 2 of few must be text in quotes, not a number"),
    ('["nine", "9"]', '["nine", 9]', "27:29", "item 2 in item 2 of all_of must be text in quotes"),
    ("[[questions]]", "[questions]", "11:1", "[questions] needs double brackets. Write [[questions]]."),
    ("[article]", "[[article]]", "4:1", "[[article]] needs single brackets. Write [article]."),
    ("format = 1", "format = 2", "1:10", "format must be 1"),
    # A word that is none of those there are.
    ('kind = "evidence"', 'kind = "evidense"', "13:8", 'kind cannot be "evidense". Did you mean "evidence"?'),
    ('check = "cites"', 'chek = "cites"', "20:3", "chek is not a key of a criterion. Did you mean check?"),
    ('check = "cites"', 'check = "cite"', "20:11", 'there is no check "cite". Did you mean "cites"?'),
    ('check = "cites"', 'check = "zzz"', "20:11", 'Write "cites", "mentions", "counts", "roles",'),
    ('within = "sentence"', 'within = "line"', "28:12", 'within cannot be "line". Write "clause", "sentence" or "reply".'),
    ('expect = "met"', 'expect = "good"', "43:12", 'expect cannot be "good". Write "unmet", "partly" or "met".'),
    ("{ cites = \"unmet\",", "{ cites = \"no\",", "47:22", 'cites cannot be "no"'),
    ('id = "evidence"', 'id = "The Evidence"', "12:6", 'must be written with small letters, digits and hyphens. Write "the-evidence".'),
    # Addresses.
    ('from = ["p1s2"]', 'from = ["1.2"]', "21:11", '"1.2" is no address. Write "p4" for a paragraph'),
    ('from = ["p1s2"]', 'from = ["p1s2", "p2-p1"]', "21:19", '"p2-p1" is no address'),
    ('from = ["p1s2"]', 'from = ["p14s2"]', "21:11", "p14s2: the article has 2 paragraphs"),
    ('from = ["p1s2"]', 'from = ["p1s9"]', "21:11", "p1s9: paragraph 1 has 2 sentences"),
    ('about = ["p1"]', 'about = ["p1", "p3"]', "15:16", "p3: the article has 2 paragraphs"),
    ('show = ["p1"]', 'show = ["p1-p9"]', "39:11", "p1-p9: the article has 2 paragraphs"),
    # Names that stand for something else.
    ('all_of = ["few"', 'all_of = ["fwe"', "27:13", 'there is no concept "fwe" in [concepts]. Did you mean few?'),
    ('any_of = ["captain"]', 'any_of = ["at risk"]', "34:13", 'write them in brackets: ["at risk"]'),
    ('id = "number"', 'id = "cites"', "25:8", 'the id "cites" is already that of criterion 1'),
    ("[[questions]]\n", '[[questions]]\nid = "evidence"\n[[questions]]\n', "14:6", 'the id "evidence" is already that of question 1'),
    ('id = "not-captain"', 'id = "number"', "32:8", 'the id "number" is already that of criterion 2'),
    ("{ cites = ", "{ sites = ", "47:14", 'this question has no criterion "sites". Did you mean cites?'),
    ('expect = "met"', 'expect = "met"\n  misconceptions = ["captian"]', "44:21", "no misconception \"captian\""),
    # Texts.
    ("as evidence?", "as evidence.", "14:7", "ask has no question mark"),
    ("as evidence?", "as evidence? Why?", "14:7", "ask has 2 question marks. Ask one thing at a time."),
    ("to a friend?", "to a friend? Cite it.", "22:11", "probe does not end with its question mark"),
    ("for the council?", "for the council.", "35:15", "challenge has no question mark"),
    ("A number would be a good find.", "A number? Or two?", "38:9", "this hint has 2 question marks"),
    ('"9"]', '"!?"]', "27:29", '"!?" has no word in it'),
    ('"only nine"', '"…"', "9:15", '"…" has no word in it'),
    ("a good find", "a \\u001b[31mgood find", "38:9", "control character (U+001B) in this text, after"),
    # The article.
    ('"article.md"', '"artikle.md"', "5:8", 'no file "artikle.md" beside the lesson. Did you mean article.md?'),
    ('"article.md"', '"../article.md"', "5:8", "is not in the lesson's folder"),
    ('"article.md"', '"/etc/hostname"', "5:8", "is not in the lesson's folder"),
    ('"article.md"', f'"{"x" * 5000}"', "5:8", "there is no file"),
    ('"article.md"', '"."', "5:8", "is a folder, not an article"),
    ('"article.md"', '"a\\u0000b"', "5:8", "is not in the lesson's folder"),
]  # fmt: skip

SYNTAX = [
    # What a word processor does.
    ('title = "Who counts on the ferry?"', "title = “Who counts?”", "2:9", "these are curly quotation marks"),
    ('title = "Who counts on the ferry?"', 'title = "Who counts?”', "2:21", "and ends with a curly one"),
    ("[concepts]", "[concepts]\n“a b” = [\"x\"]", "8:1", "these are curly quotation marks"),
    # What is left open.
    ("ferry?\"", "ferry?", "2:9", "no closing quotation mark on its line"),
    ('["few", "only nine"]', '["few", "only nine"', "9:7", "the bracket that opens here is never closed"),
    ('["few", "only nine"]', '["few", "only nine",', "9:7", "the bracket that opens here is never closed"),
    ('["captain", "Renn"]', '["captain", "Renn"', "8:11", "the bracket that opens here is never closed"),
    ('answer = "The council says that it is bad."', 'answer = """The council', "46:12", "is never closed with"),
    ("[[questions]]", "[[questions]", "11:1", "this header is not written as it should be. Write [[questions]]."),
    ("[article]", "[article", "4:1", "this header is not written as it should be. Write [article]."),
    # What is one too many, or one too few.
    ('["few", "only nine"]', '["few" "only nine"]', "9:14", "there is no comma before this"),
    ('["few", "only nine"]', '["few, "only nine"]', "9:15", "a quotation mark is missing before this"),
    ('["few", "only nine"]', '["few",, "only nine"]', "9:14", "there is a comma too many"),
    ('kind = "evidence"', 'kind = "evidence",', "13:18", "there is a comma after the value"),
    ('kind = "evidence"', 'kind == "evidence"', "13:7", "there are two equals signs"),
    ('"A number would', '"A "number" would', "38:12", "a quotation mark inside the text ends it here"),
    ("\"A number would be a good find.\"", "'It's a number.'", "38:12", "an apostrophe or single quotation mark"),
    # What is not written as TOML wants it.
    ('title = "Who counts on the ferry?"', "title: Who counts?", "2:6", "not by a colon. Write = in place of the colon."),
    ('title = "Who counts on the ferry?"', "title = Who counts?", "2:9", 'text must stand in quotation marks. Write "Who counts?".'),
    ('title = "Who counts on the ferry?"', "title = 3 things", "2:9", 'text must stand in quotation marks. Write "3 things".'),
    ('title = "Who counts on the ferry?"', "title =", "2:7", "there is nothing after the equals sign"),
    ('title = "Who counts on the ferry?"', 'the title = "x"', "2:1", "a key is one word"),
    ("attempts = 3", "attempts = True", "16:12", "True is written in small letters"),
    ("attempts = 3", "attempts = 3\nand so on", "17:1", "neither a header nor a key with its value"),
    ("attempts = 3", "= 3", "16:1", "there is no key before the equals sign"),
    ("A number would", "C:\\Users would", "38:12", "a backslash (\\) in quotes has a meaning of its own"),
    ("A number would", "A\x07number would", "38:11", "there is an invisible character here (U+0007)"),
    # What stands twice.
    ("attempts = 3", "attempts = 3\nattempts = 4", "17:1", "attempts stands here twice; the first is on line 16"),
    ("[concepts]", "[concepts]\n[article]", "8:2", "article stands here twice; the first is on line 4"),
    ("  [[questions.hints]]", "  [questions.criteria]", "37:3", "this header does not fit"),
]  # fmt: skip

ROWS = [*KEYS, *SYNTAX]


def problems_of(lesson: Path) -> list[str]:
    """What loading says, a problem a line, without the path."""
    with pytest.raises(LessonProblems) as caught:
        load_lesson(lesson)
    return [str(problem).split("lesson.toml:", 1)[1] for problem in caught.value.problems]


def slip(old: str, new: str) -> str:
    assert old in LESSON
    return LESSON.replace(old, new, 1)


@pytest.mark.parametrize(("old", "new", "place", "words"), ROWS, ids=[row[1][:30] for row in ROWS])
def test_a_slip_is_named_where_it_is(write: Write, old: str, new: str, place: str, words: str) -> None:
    said = problems_of(write(slip(old, new)))
    assert any(line.startswith(f"{place}: ") and words in line for line in said), said


@pytest.mark.parametrize(("old", "new", "place", "words"), ROWS, ids=[row[1][:30] for row in ROWS])
def test_no_message_speaks_of_the_machine(write: Write, old: str, new: str, place: str, words: str) -> None:
    machine = (
        r"\b(None|dict|str|int|float|bool|tuple|enum|input|inputs|valid|validation|parse|parsing|literal|"
        r"string|integer|boolean|array|object|schema|pydantic|python|json|field|extra|discriminator|exception|error|"
        r"character '|escape|null|attribute|\w+_type|\w+_parsing)\b"
    )
    for line in problems_of(write(slip(old, new))):
        assert not re.search(machine, line, re.IGNORECASE), line


@pytest.mark.parametrize(("old", "new", "place", "words"), KEYS[:1])
def test_a_misspelt_key_is_one_problem(write: Write, old: str, new: str, place: str, words: str) -> None:
    assert len(problems_of(write(slip(old, new)))) == 1
    assert len(problems_of(write(slip("ask =", "aks =")))) == 1
    assert len(problems_of(write(slip("  challenge =", "  probe =")))) == 1


def test_all_problems_come_at_once_in_order(write: Write) -> None:
    lesson = slip("attempts = 3", 'attempts = "3"').replace("p1s2", "p7", 1).replace("to a friend?", "to a friend.")
    lesson = lesson.replace("ferry?", "ferry").replace("[concepts]", '[concepts]\nbad = "x"')
    lesson += '[[questions]]\nid = "next"\nkind = "source"\nask = "Who says so"\ncriteria = [{ id = "c", check = "cites", from = ["p8"] }]\n'
    said = problems_of(write(lesson))
    # Line 22 is an address in a question that has a broken key besides: one does not hide the other.
    assert [line.split(":")[0] for line in said] == ["8", "17", "22", "23", "57", "58"], said
    assert "p8: the article has 2 paragraphs" in said[-1]


def test_every_line_with_curly_quotes_is_named(write: Write) -> None:
    lesson = re.sub(r'= "([^"]*)"', r"= “\1”", LESSON)
    said = problems_of(write(lesson))
    assert len(said) == 20  # as many as are told at once
    assert all("curly" in line for line in said)


def test_columns_count_characters(write: Write) -> None:
    said = problems_of(write(slip('all_of = ["few", ["nine", "9"]]', 'all_of = [["é", "日本", "😀 x"], "fwe"]')))
    assert any(line.startswith('27:33: there is no concept "fwe"') for line in said)


def test_windows_line_ends_and_byte_order_mark(write: Write) -> None:
    lesson = b"\xef\xbb\xbf" + slip("attempts = 3", "atempts = 3").replace("\n", "\r\n").encode()
    assert problems_of(write(lesson))[0].startswith("16:1: ")
    assert load_lesson(write(b"\xef\xbb\xbf" + LESSON.replace("\n", "\r\n").encode())).lesson.title


def test_messages_are_safe_to_print(write: Write) -> None:
    said = problems_of(write(slip("attempts = 3", '"\\u001b[2J" = 3') + "# \u202eno\n"))
    assert said
    assert not any("\x1b" in line or "\u202e" in line for line in said)


def test_the_error_says_how_many(write: Write) -> None:
    with pytest.raises(LessonProblems, match="a problem:") as caught:
        load_lesson(write(slip("attempts = 3", "attempts = 0")))
    assert str(caught.value).count("\n") == 1


RULED = slip(
    "  [[questions.samples]]",
    """  [questions.scoring.points]
  cites = 1
  number = 2
  not-captain = -1
  [[questions.scoring.levels]]
  level = 1
  points = 1
  [[questions.scoring.levels]]
  level = 2
  points = 3
  all_of = ["number"]
  none_of = ["not-captain"]

  [[questions.samples]]""",
)

RULES = [
    ("cites = 1", "sites = 1", "42:3", 'no criterion or misconception "sites". Did you mean cites?'),
    ('all_of = ["number"]', 'all_of = ["nmber"]', "51:13", 'no criterion or misconception "nmber". Did you mean'),
    (
        'none_of = ["not-captain"]',
        'none_of = ["number"]',
        "52:14",
        'asks for "number" in all_of and bars it in none_of',
    ),
    ("points = 3\n", "points = 9\n", "50:12", "level 2 needs 9 points, but no reply can have more than 3"),
    ('all_of = ["number"]', 'any_of = ["not-captain"]', "52:14", 'asks for "not-captain" in any_of and bars it'),
    ("level = 1\n", "level = 2\n", "49:11", "there are two levels 2"),
    (
        'level = 2\n  points = 3\n  all_of = ["number"]\n  none_of = ["not-captain"]\n',
        "level = 2\n  points = 1\n",
        "46:11",
        "no reply ends at level 1: whatever reaches it reaches level 2 too",
    ),
    ("  level = 1\n", "", "45:3", "level 1 has no level. Add level = 1."),
    ("  level = 1\n", "  level = 0\n", "46:11", "level must be 1 or more"),
    ("cites = 1", 'cites = "1"', "42:11", "cites must be a number"),
    ("  points = 1\n", "  at_least = 1\n", "47:3", "a level has points, not at_least"),
    ("  points = 1\n", '  all = ["cites"]\n', "47:3", "all is not a key of a level. Did you mean all_of?"),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), RULES, ids=[row[1][:30] for row in RULES])
def test_a_scoring_rule_that_cannot_work_is_named(write: Write, old: str, new: str, place: str, words: str) -> None:
    assert old in RULED
    said = problems_of(write(RULED.replace(old, new, 1)))
    assert any(line.startswith(f"{place}: ") and words in line for line in said), said


def test_a_sound_scoring_rule_has_no_problem(write: Write) -> None:
    assert load_lesson(write(RULED)).lesson.questions[0].scoring


def test_the_same_check_asked_for_and_barred(write: Write) -> None:
    twice = RULED.replace(
        '  id = "not-captain"',
        '  id = "again"\n  challenge = "Who?"\n  check = "mentions"\n  all_of = ["few", ["nine", "9"]]\n  within = "sentence"\n  [[questions.misconceptions]]\n  id = "not-captain"',
    )
    said = problems_of(write(twice.replace('none_of = ["not-captain"]', 'none_of = ["again"]')))
    assert any('asks for "number" and bars "again", which is the same check' in line for line in said), said


PHRASES = [
    ('"only nine"', '"only ... nine"', "9:15", "a gap needs a bound. Write ...3"),
    ('"only nine"', '"only ...99 nine"', "9:15", "a gap is 1 to 12 words wide, not 99"),
    ('"only nine"', '"(only nine"', "9:15", 'a "(" is not closed'),
    ('"only nine"', '"@fw nine"', "9:15", 'refers to the concept "fw", which is not in [concepts]. Did you mean few?'),
    ('"only nine"', '"@few nine"', "9:15", 'refers back to its own concept, "few"'),
    ('["nine", "9"]', '["nine", "...3 9"]', "27:29", "begins or ends with one"),
    ('["nine", "9"]', '["nine", "@tw 9"]', "27:29", 'refers to the concept "tw"'),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), PHRASES, ids=[row[1][:30] for row in PHRASES])
def test_a_phrase_that_cannot_work_is_named(write: Write, old: str, new: str, place: str, words: str) -> None:
    said = problems_of(write(slip(old, new)))
    assert any(line.startswith(f"{place}: ") and words in line for line in said), said


def test_concepts_that_refer_to_each_other_in_a_circle(write: Write) -> None:
    said = problems_of(write(slip('few = ["few", "only nine"]', 'few = ["@less", "x"]\nless = ["@few"]')))
    assert [line for line in said if "refers back to its own concept" in line and line.startswith(("9:8", "10:9"))]


def _aim(aim: str) -> tuple[str, str, str]:
    """What to put where for a criterion with an aim, and where it then stands."""
    return 'check = "mentions"\n  all_of', f'aim = "{aim}"\n  check = "mentions"\n  all_of', "26:9"


DOUBTS = [
    ('"only nine"', '"the"', "9:15", '"the" stands in nearly every reply'),
    ('"only nine"', '"[only] it"', "9:15", "stands in nearly every reply"),
    ('"only nine"', '"only !nine nine"', "9:15", "can match nothing"),
    (
        '["nine", "9"]',
        '["council"]',
        "27:20",
        'the criterion "number" looks for "council", which the question itself says',
    ),
    (*_aim("how many: it is few"), 'the aim of the criterion "number" says "few", which is looked for in the reply'),
    (*_aim("something like p1s2"), 'the aim of the criterion "number" says "p1s2", which is looked for in the reply'),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), DOUBTS, ids=[row[1][:30] for row in DOUBTS])
def test_a_phrase_that_hardly_tells_replies_apart_is_named_by_check(
    write: Write, old: str, new: str, place: str, words: str
) -> None:
    said = [str(problem).split("lesson.toml:", 1)[1] for problem in check_lesson(write(slip(old, new))).problems]
    assert any(line.startswith(f"{place}: ") and words in line for line in said), said
