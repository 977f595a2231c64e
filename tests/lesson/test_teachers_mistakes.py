# ruff: noqa: E501  (each row of a table stands on one line)
"""Mistakes that a teacher makes, and the whole message that each gets: it says where, what, and what to do.

Each row puts the second text in the place of the first in the ferry lesson in `ferry/`, which is otherwise in order.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.lesson.checking import check_lesson

Write = Callable[..., Path]

FERRY = Path(__file__).parent / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")

MISTAKES = [
    ('curly quotes from a word processor', 'title = "Who counts on the ferry?"', 'title = “Who counts on the ferry?”', '2:9: these are curly quotation marks, as a word processor makes them. Write straight ones (") around the text; inside it curly ones may stay.'),
    ('curly quotes in a list', 'from = ["p1s2"]', 'from = [“p1s2”]', '21:11: these are curly quotation marks, as a word processor makes them. Write straight ones (") around the text; inside it curly ones may stay.'),
    ('straight at the beginning, curly at the end', 'title = "Who counts on the ferry?"', 'title = "Who counts on the ferry?”', '2:34: this text begins with a straight quotation mark and ends with a curly one. Write " in place of the curly one.'),
    ('French quotation marks', 'title = "Who counts on the ferry?"', 'title = «Who counts on the ferry?»', '2:9: these are angle quotation marks, as a word processor makes them. Write straight ones (") around the text; inside it curly ones may stay.'),
    ('backticks', 'title = "Who counts on the ferry?"', 'title = `Who counts on the ferry?`', '2:9: these are backticks, not quotation marks. Write "Who counts on the ferry?".'),
    ('two single marks for a double one', 'title = "Who counts on the ferry?"', "title = ''Who counts on the ferry?''", '2:9: two single quotation marks make no double one. Write one double quotation mark (") in place of the two.'),
    ('a no-break space before a key', '  check = "cites"\n  from', '\xa0\xa0check = "cites"\n  from', '20:1: there is a space of another sort here, as web pages and word processors make them. Delete it, and put a plain one there.'),
    ('a no-break space around =', 'kind = "evidence"', 'kind\xa0=\xa0"evidence"', '13:5: there is a space of another sort here, as web pages and word processors make them. Delete it, and put a plain one there.'),
    ('three dots made one character', '["few", "only nine"]', '["few", "only … nine"]', '9:15: "only … nine" cannot be looked for: a gap needs a bound. Write ...3 for at most three words between.'),
    ('no closing quotation mark', 'ferry?"\n', 'ferry?\n', '2:9: the text that begins here has no closing quotation mark on its line. Write " after its last word; text on several lines stands between """ and """.'),
    ('no quotation marks at all', 'title = "Who counts on the ferry?"', 'title = Who counts on the ferry?', '2:9: text must stand in quotation marks. Write "Who counts on the ferry?".'),
    ('quotation marks inside the text', '"A number would be a good find."', '"A "number" would be a good find."', '38:12: a quotation mark inside the text ends it here. Put a backslash before each one inside the text: \\".'),
    ('an apostrophe in single quotation marks', '"A number would be a good find."', "'It's a number you need.'", '38:12: an apostrophe or single quotation mark inside the text ends it here. Put the whole text in double quotation marks (").'),
    ('a text over two lines', 'ask = "What does the council offer', 'ask = "What does the council\n  offer', '14:7: the text that begins here has no closing quotation mark on its line. Write " after its last word; text on several lines stands between """ and """.'),
    ('text after a text', 'expect = "met"', 'expect = "met" (I hope)', '43:18: there is something after the text. Put # before it if it is a remark; if not, delete it.'),
    ('an address without quotation marks', 'from = ["p1s2"]', 'from = [p1s2]', '21:11: text must stand in quotation marks. Write "p1s2".'),
    ('a verdict without quotation marks, in braces', '{ cites = "unmet",', '{ cites = unmet,', '47:22: text must stand in quotation marks. Write "unmet".'),
    ('quotation marks in the wrong place in a list', '["few", "only nine"]', '["few, only", nine"]', '9:21: a quotation mark is missing before this, or is one too many. Put each item between two of them, with a comma after it.'),
    ('no closing bracket', 'from = ["p1s2"]', 'from = ["p1s2"', '21:10: the bracket that opens here is never closed. Write ] after the last item.'),
    ('round brackets for a list', 'few = ["few", "only nine"]', 'few = ("few", "only nine")', '9:7: a list stands in square brackets, not in round ones. Write [ before the first item and ] after the last.'),
    ('braces for a list', 'few = ["few", "only nine"]', 'few = {"few", "only nine"}', '9:7: a list stands in square brackets, not in braces. Write [ before the first item and ] after the last.'),
    ('a comma missing', '["few", "only nine"]', '["few" "only nine"]', '9:14: there is no comma before this. Write a comma between two items of a list.'),
    ('semicolons for commas', '["few", "only nine"]', '["few"; "only nine"]', '9:13: the items of a list have commas between them, not semicolons. Write , in place of ;.'),
    ('a comma at the end of a line', 'kind = "evidence"', 'kind = "evidence",', '13:18: there is a comma after the value. Delete it: each key stands on a line of its own.'),
    ('dashes before the items', '["few", "only nine"]', '[\n  - "few",\n]', '10:3: the items of a list have no dashes before them. Put each between quotation marks, with a comma after it: ["one", "two"].'),
    ('a colon for =', 'kind = "evidence"', 'kind: "evidence"', '13:5: a key is followed by an equals sign, not by a colon. Write = in place of the colon.'),
    ('= missing', 'kind = "evidence"', 'kind "evidence"', '13:5: there is no equals sign after kind. Write kind = "evidence".'),
    ('two equals signs', 'kind = "evidence"', 'kind == "evidence"', '13:7: there are two equals signs. Write one.'),
    ('nothing after =', 'kind = "evidence"', 'kind =', '13:6: there is nothing after the equals sign. Write the text after it, in quotes.'),
    ('two keys on a line', 'id = "cites"\n  check', 'id = "cites" check', '19:16: two keys stand on one line. Give each key a line of its own.'),
    ('a line of prose', 'attempts = 3', 'attempts = 3\nThis question is hard.', '17:1: this line is neither a header nor a key with its value. Put # before it if it is a remark; text on several lines stands between """ and """.'),
    ('a remark with //', 'attempts = 3', 'attempts = 3 // three is enough', '16:14: a remark begins with #, not with //. Write # in place of //.'),
    ('a bracket missing in a header', '[[questions.hints]]', '[[questions.hints]', '37:3: this header is not written as it should be. Write [[questions.hints]].'),
    ('a comma after a header', '[[questions]]', '[[questions]],', '11:1: there is something after this header. Write [[questions]] and nothing more.'),
    ('a space for the dot in a header', '[[questions.hints]]', '[[questions hints]]', '37:3: this header is not written as it should be. Write [[questions.hints]].'),
    ('[question] for [[questions]]', '[[questions]]', '[question]', '11:2: there is no table [question] in a lesson. Write [[questions]].'),
    ('[questions] for [[questions]]', '[[questions]]\n', '[questions]\n', '11:1: [questions] needs double brackets. Write [[questions]].'),
    ('[[criteria]] without questions', '[[questions.criteria]]', '[[criteria]]', '18:5: criteria stands on its own here, but belongs to a question. Write [[questions.criteria]].'),
    ('[[questions.crtieria]]', '[[questions.criteria]]', '[[questions.crtieria]]', '18:15: there is no table [[questions.crtieria]] in a lesson. Write [[questions.criteria]].'),
    ('a capital in a header', '[[questions]]', '[[Questions]]', '11:3: there is no table [[Questions]] in a lesson. Write [[questions]].'),
    ('[[concepts]] for [concepts]', '[concepts]', '[[concepts]]', '7:1: [[concepts]] needs single brackets. Write [concepts].'),
    ('[questions.samples] above the questions', '[concepts]', '[[questions.samples]]\nanswer = "It is."\nexpect = "met"\n\n[concepts]', '7:3: this stands above the first [[questions]], so it belongs to nothing. Move it down, under the [[questions]] that it is a part of.'),
    ('a table twice', '[concepts]', '[article]\nfile = "article.md"\n\n[concepts]', '7:2: article stands here twice; the first is on line 4. Keep one of the two.'),
    ('a key misspelt', '  probe = "Which', '  prob = "Which', '22:3: prob is not a key of a criterion. Did you mean probe?'),
    ('a key with a capital', 'ask = ', 'Ask = ', '14:1: Ask is not a key of a question. Keys have small letters: ask.'),
    ('a key with a space', 'all_of = ["few"', 'all of = ["few"', '27:3: there is a space in this key. Write all_of.'),
    ('a key with a hyphen', 'all_of = ["few"', 'all-of = ["few"', '27:3: all-of is not a key of a criterion. Did you mean all_of?'),
    ("a word of one's own for a key", '  answer = "It', '  reply = "It', '42:3: a sample has answer, not reply. Write answer in place of reply.'),
    ('a key under the wrong header', '  say = "A number would be a good find."', '  say = "A number would be a good find."\n  attempts = 4', '39:3: attempts is a key of a question, not of a hint. A key belongs to the last header above it: move it up, right under [[questions]].'),
    ('a key of another check', '  within = "sentence"', '  share = 0.5', '28:3: share is a key of the check own_words or denies, not of mentions. mentions has all_of, any_of, at_least, within and denied.'),
    ('the title under [article]', 'title = "Who counts on the ferry?"\n\n[article]\n', '[article]\ntitle = "Who counts on the ferry?"\n', '1:1: the lesson has no title. Add title = "…" at the top of the file. The title under [article] is the article\'s own.'),
    ('a key twice', 'attempts = 3', 'attempts = 3\nattempts = 4', '17:1: attempts stands here twice; the first is on line 16. Keep one of the two.'),
    ('a key left out', '  id = "number"\n', '', '24:3: criterion 2 has no id. Add id = "a-short-name".'),
    ('a check left out', '  check = "cites"\n', '', '18:3: the criterion "cites" has no check. Add check = "…" with cites, mentions, counts, roles, attributes, reasons, own_words, labels, length or denies.'),
    ('an accent in the name of a concept', 'few = ["few", "only nine"]', 'trés-peu = ["few", "only nine"]', '9:1: a key is one word of unaccented letters, digits, - and _. Join its words with _, or put the whole key in quotation marks.'),
    ('a number in quotation marks', 'attempts = 3', 'attempts = "3"', '16:12: attempts must be a whole number, not text in quotes. Write attempts = 3.'),
    ('a number in words', 'attempts = 3', 'attempts = three', '16:12: attempts must be a number, in figures. Write attempts = 3.'),
    ('a number out of bounds', 'attempts = 3', 'attempts = 300', '16:12: attempts must be at most 20. Write a number such as 3.'),
    ('a share in per cent', '  check = "cites"\n  from = ["p1s2"]', '  check = "own_words"\n  share = 50%', '21:11: share must be a number, in figures. Write share = 0.5.'),
    ('a comma in a number', '  check = "cites"\n  from = ["p1s2"]', '  check = "own_words"\n  share = 0,5', '21:12: a number has a point in it, not a comma. Write . in place of the comma.'),
    ('True', '  check = "cites"\n', '  check = "cites"\n  optional = True\n', '21:14: True is written in small letters. Write true.'),
    ('yes for true', '  check = "cites"\n', '  check = "cites"\n  optional = yes\n', '21:14: optional must be true or false. Write optional = true, or take the line out.'),
    ('true in quotation marks', '  check = "cites"\n', '  check = "cites"\n  optional = "true"\n', '21:14: optional must be true or false, not text in quotes. Write optional = true, without quotes, or take the line out.'),
    ('a date for a title', 'title = "Who counts on the ferry?"', 'title = 2024-05-01', '2:9: title must be text in quotes, not a date or a time. Write title = "2024-05-01".'),
    ('a text where a list is wanted', 'from = ["p1s2"]', 'from = "p1s2"', '21:10: from must be a list in square brackets, not text in quotes. Write from = ["p1s2"].'),
    ('a list where a text is wanted', 'kind = "evidence"', 'kind = ["evidence"]', '13:8: kind must be one word in quotes, not a list. Write kind = "evidence".'),
    ('two checks in one criterion', 'check = "cites"', 'check = ["cites", "mentions"]', '20:11: check must be text in quotes, not a list. Write one, such as check = "cites"; a second check is a criterion of its own.'),
    ('a kind made up', 'kind = "evidence"', 'kind = "proof"', '13:8: kind cannot be "proof". Write "locate", "main-claim", "evidence", "evidence-quality", "source", "viewpoint", "fact-or-opinion", "assumption", "language", "missing-voice", "reasoning" or "corroborate".'),
    ('a verdict with a space', 'expect = "met"', 'expect = "met "', '43:12: expect has a space in its quotes, beside "met". Write "met".'),
    ('a verdict with a capital', 'expect = "met"', 'expect = "Met"', '43:12: expect cannot be "Met". Did you mean "met"?'),
    ('another word for a verdict', 'expect = "met"', 'expect = "correct"', '43:12: expect cannot be "correct". Write "unmet", "partly" or "met".'),
    ('true for a verdict', 'expect = "met"', 'expect = true', '43:12: expect must be one word in quotes, not true or false. Write "unmet", "partly" or "met".'),
    ('an id with spaces', 'id = "not-captain"', 'id = "not the captain"', '32:8: "not the captain" must be written with small letters, digits and hyphens. Write "not-the-captain".'),
    ('an id twice', 'id = "number"', 'id = "cites"', '25:8: the id "cites" is already that of criterion 1. Each needs an id of its own: replies are kept under it.'),
    ('the address of another article', 'from = ["p1s2"]', 'from = ["p14s2"]', '21:11: p14s2: the article has 2 paragraphs. The last one is p2. Was this written for another article?'),
    ('a sentence that is not there', 'from = ["p1s2"]', 'from = ["p1s5"]', '21:11: p1s5: paragraph 1 has 2 sentences. The last one is p1s2; sentences count from 1 in each paragraph.'),
    ('an address in words', 'from = ["p1s2"]', 'from = ["paragraph 1, sentence 2"]', '21:11: "paragraph 1, sentence 2" is no address. Write "p1s2".'),
    ('an address in its brackets', 'from = ["p1s2"]', 'from = ["[p1s2]"]', '21:11: "[p1s2]" is no address. Write "p1s2".'),
    ('an address with a point', 'from = ["p1s2"]', 'from = ["1.2"]', '21:11: "1.2" is no address. Write "p4" for a paragraph, "p4s2" for a sentence, "p4s2-p5s1" for all from one to the other.'),
    ('a concept misspelt', 'all_of = ["few"', 'all_of = ["fwe"', '27:13: there is no concept "fwe" in [concepts]. Did you mean few?'),
    ('a phrase without its brackets', 'any_of = ["captain"]', 'any_of = ["at risk"]', '34:13: there is no concept "at risk" in [concepts]. To look for these words just here, write them in brackets: ["at risk"].'),
    ('a criterion that the question has not', '{ cites = ', '{ quotes = ', '47:14: this question has no criterion "quotes". This question has the criteria cites and number.'),
    ('two questions in one', 'as evidence?', 'as evidence? And why?', '14:7: ask has 2 question marks. Ask one thing at a time.'),
    ('no question mark', 'as evidence?', 'as evidence.', '14:7: ask has no question mark. Write it as one question.'),
    ('a probe that goes on after its question', 'show to a friend?', 'show to a friend? Cite it.', '22:11: probe does not end with its question mark. Put the question last.'),
    ('a hint that goes on after its question', 'A number would be a good find.', 'Which number? Look for it.', '38:9: this hint does not end with its question mark. Put its question last, or make it a sentence: the open question is asked after it.'),
    ('a meaning that asks', '[concepts]', '[glossary]\ncouncil = "Who runs a town?"\n\n[concepts]', '8:11: this meaning has a question mark in it. Write it as a statement: the open question is asked again after it.'),
    ('a quotation that the article no longer has', 'A number would be a good find.', "Look for the words 'only twelve people use it'.", '38:9: the article does not say "only twelve people use it" in these words. The nearest sentence is p1s2: "It says that only nine people use it". Quote it as it stands.'),
    ('a hard word that stands nowhere', '[concepts]', '[glossary]\nlighthouse = "a tower with a light"\n\n[concepts]', '8:1: "lighthouse" stands neither in the article nor in what is asked about it. Write it as the article has it, or take it out of [glossary].'),
    ('a Windows path', 'file = "article.md"', 'file = "C:\\Users\\Anna\\article.md"', '5:11: a backslash (\\) in quotes has a meaning of its own. Put the article beside the lesson, and write only its name: file = "article.md".'),
    ('a Windows path in single quotation marks', 'file = "article.md"', "file = 'C:\\Users\\Anna\\article.md'", '5:8: "C:\\Users\\Anna\\article.md" is not in the lesson\'s folder. Put the article beside the lesson, and write only its name: file = "article.md".'),
    ("a backslash in a file's name", 'file = "article.md"', 'file = "texts\\ferry.md"', '5:8: this is no name that a file can have. Put the article beside the lesson, and write only its name: file = "article.md".'),
    ('an address on the web', 'file = "article.md"', 'file = "https://example.org/ferry"', "5:8: the article has to be a file, not an address on the web. Save it as a .md or .txt file beside the lesson, and write that file's name."),
    ("the article's name misspelt", 'file = "article.md"', 'file = "artcle.md"', '5:8: there is no file "artcle.md" beside the lesson. Did you mean article.md?'),
    ('a quotation that stands nowhere', 'A number would be a good find.', "Think of 'all is well that ends well'.", '38:9: "all is well that ends well" stands nowhere in the article. Quote the article, or leave the quotation marks out.'),
    ('a sample that expects too much', 'number = "unmet" }', 'number = "met" }', '47:40: the criterion "number" is unmet for this answer, not met. Why: mentions none of the concepts asked for. Widen what it looks for, or expect "unmet". The answer: "The council says that it is bad".'),
    ('a misconception that catches a good answer', 'any_of = ["captain"]', 'any_of = ["captain", ["boat"]]', '42:12: the misconception "not-captain" catches this answer, which should be met. Narrow what the misconception looks for. The answer: "It tells us how few get on the boat: nine of them [p1s2]".'),
    ('a sample that is taken for something else', 'answer = "The council says that it is bad."', 'answer = "idk"', '45:3: this answer is taken for "help", not for "answer". If that is right, write effort = "help"; if not, change the answer. The answer: "idk".'),
    ('the header of a criterion left out', '  [[questions.criteria]]\n  id = "number"', '  id = "number"', '24:3: id stands here twice; the first is on line 19. If this begins another criterion, write [[questions.criteria]] above it; if not, keep one.'),
    ('hints in two ways', 'attempts = 3', 'attempts = 3\nhints = [{ say = "Read again." }]', '38:3: hints stands here twice; the first is on line 17. Keep one of the two.'),
]  # fmt: skip

_UTF_8 = "Save it again with the encoding UTF-8 (Notepad: File, Save as, Encoding: UTF-8)."
_TEXT_EDITOR = "A lesson is plain text: write it in a text editor (Notepad, TextEdit as plain text, VS Code)."

FILES: list[tuple[str, str | bytes, str]] = [
    ("saved as UTF-16", LESSON.encode("utf-16"), f"1:1: the file is saved as UTF-16, not as UTF-8. {_UTF_8}"),
    ("saved as windows-1252", LESSON.replace("Renn", "Rénn").encode("windows-1252"), f"8:25: the file is not saved as UTF-8. {_UTF_8}"),
    ("saved as RTF", b"{\\rtf1\\ansi " + LESSON.encode(), f"1:1: this is a word processor's file (RTF), whatever its name says. {_TEXT_EDITOR}"),
    ("saved by a word processor", b"PK\x03\x04" + bytes(range(200)), f"1:1: this is a word processor's file or an archive, whatever its name says. {_TEXT_EDITOR}"),
    ("a lesson of 10 MB", LESSON + "# x\n" * 2_500_000, "1:1: the file is larger than a lesson may be (1,000,000 bytes). The article belongs in a file of its own."),
    ("an empty file", "", '1:1: the file is empty. Begin with: format = 1 and title = "…".'),
    ("the line ends of an old Mac", LESSON.replace("attempts", "atempts").replace("\n", "\r"), "16:1: atempts is not a key of a question. Did you mean attempts?"),
]  # fmt: skip


def said_of(folder: Path) -> str:
    """What `tutor check` says of the lesson in a folder, a problem a line, without the file's name."""
    checked = check_lesson(folder / "lesson.toml")
    return "\n".join(str(problem).removeprefix(f"{checked.path}:") for problem in checked.problems)


def test_the_lesson_has_no_problem_before() -> None:
    assert said_of(FERRY) == ""


@pytest.mark.parametrize(("mistake", "old", "new", "message"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_gets_its_message(write: Write, mistake: str, old: str, new: str, message: str) -> None:
    assert old in LESSON
    assert said_of(write(LESSON.replace(old, new, 1))) == message


@pytest.mark.parametrize(("mistake", "lesson", "message"), FILES, ids=[row[0] for row in FILES])
def test_a_file_of_another_sort_gets_its_message(write: Write, mistake: str, lesson: str | bytes, message: str) -> None:
    assert said_of(write(lesson)) == message


def test_a_byte_order_mark_and_tabs_are_no_mistake(write: Write) -> None:
    assert said_of(write(b"\xef\xbb\xbf" + LESSON.replace("  ", "\t").encode())) == ""


def test_an_article_that_is_gone(write: Write) -> None:
    said = said_of(write(LESSON, None))
    assert (
        said == '5:8: there is no file "article.md" beside the lesson. Put the article there, or write the name it has.'
    )


# Words of the languages and libraries underneath, which say nothing to a teacher.
MACHINE = re.compile(
    r"\b((?-i:None)|NoneType|dict|str|int|float|bool|tuple|set|enum|class|object|instance|type|input|validation|validator|parse\w*|"
    r"literal|string|integer|boolean|array|schema|pydantic|python|tomli|json|field|extra|discriminator|union|tag|"
    r"exception|traceback|escape|null|attribute|argument|codec|decode\w*|encode|unicode|iterable|mapping|syntax|token|"
    r"invalid|unexpected|unterminated|expected \w+ at|line \d+ column|\w+_\w+_type|\w+_parsing)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("message", [row[-1] for row in (*MISTAKES, *FILES)])
def test_no_message_has_a_word_of_the_machine(message: str) -> None:
    assert MACHINE.findall(message) == []


@pytest.mark.parametrize("message", [row[-1] for row in (*MISTAKES, *FILES)])
def test_every_message_says_what_to_do(message: str) -> None:
    """A second sentence, or a question that names what was probably meant."""
    assert re.fullmatch(r"\d+:\d+: .+?[.?] .+[.?]", message), message


def test_there_are_more_than_forty() -> None:
    assert len({row[0] for row in (*MISTAKES, *FILES)}) == len(MISTAKES) + len(FILES) > 40
