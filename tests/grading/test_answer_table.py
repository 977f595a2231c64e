"""Tables of replies: how they are cut into rows, decoded, and which columns are read."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tutor.errors import TutorError
from tutor.grading import Answer, AnswerTable, Names, Trouble


def read(path: Path, content: str | bytes, names: Names | None = None) -> list[Answer | Trouble]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with AnswerTable(path, names or Names()) as table:
        return list(table)


def pairs(path: Path, content: str | bytes, names: Names | None = None) -> list[tuple[str, str]]:
    rows = read(path, content, names)
    assert not [row for row in rows if isinstance(row, Trouble)]
    return [(row.id, row.text) for row in rows if isinstance(row, Answer)]


ONE = [("1", "It stings.")]

READABLE = [
    ("a.csv", "id,reply\n1,It stings.\n", ONE),
    ("a.csv", "id,reply\n1,It stings.", ONE),
    ("a.csv", "id,reply\r\n1,It stings.\r\n", ONE),
    ("a.csv", "id,reply\r1,It stings.\r", ONE),
    ("a.csv", "\ufeffid,reply\n1,It stings.\n", ONE),
    ("a.csv", "\n\nid,reply\n\n1,It stings.\n\n,\n", ONE),
    ("a.csv", "id,reply,\n1,It stings.,\n", ONE),
    ("a.csv", "id,reply\n1,It stings.,,\n", ONE),
    ("a.csv", " id , reply \n1,It stings.\n", ONE),
    ("a.csv", "id;reply\n1;It stings.\n", ONE),
    ("a.csv", "id\treply\n1\tIt stings.\n", ONE),
    ("a.txt", "id\treply\n1\tIt stings.\n", ONE),
    ("a.TSV", "id\treply\n1\tIt stings.\n", ONE),
    ("a.tab", "reply\nIt stings.\n", [("2", "It stings.")]),
    ("a.csv", 'id,reply\n1,"Yes, it stings."\n', [("1", "Yes, it stings.")]),
    ("a.csv", 'id, reply\n1, "Yes, it stings."\n', [("1", "Yes, it stings.")]),
    ("a.csv", 'id,reply\n1,"It ""stings""."\n', [("1", 'It "stings".')]),
    ("a.csv", 'id,reply\n1,It "stings".\n', [("1", 'It "stings".')]),
    ("a.csv", 'id,reply\n1,"Two\nlines"\n2,b\n', [("1", "Two\nlines"), ("2", "b")]),
    ("a.csv", 'id,reply\n1,"Two\r\nlines"\n', [("1", "Two\r\nlines")]),
    ("a.csv", 'id,reply\n1,"a\n\nb"\n', [("1", "a\n\nb")]),
    ("a.tsv", 'id\treply\n1\t"It, stings\n2\tb"\n', [("1", '"It, stings'), ("2", 'b"')]),
    ("a.tsv", 'id\treply\n1\t"quoted"\n', [("1", '"quoted"')]),
    ("a.tsv", "id\treply\n1\ta\rb\n", [("1", "a\rb")]),
    ("a.tsv", "id\treply\n1\t\n", [("1", "")]),
    ("a.csv", "id,reply\n,x\n", [("", "x")]),
    ("a.csv", "id,reply\n1,na\u00efve \u201cbees\u201d\n", [("1", "na\u00efve \u201cbees\u201d")]),
    ("a.csv", b"id,reply\n1,na\xefve \x93bees\x94\n", [("1", "na\u00efve \u201cbees\u201d")]),
    ("a.csv", "id,reply\n1,caf\u00e9\n".encode() + b"2,caf\xe9\n", [("1", "caf\u00e9"), ("2", "caf\u00e9")]),
    ("a.csv", b"id,reply\n1,a\x81b\n", [("1", "a\ufffdb")]),
    ("a.csv", "id,reply\n1,a\u2028b\x0bc\x85d\n", [("1", "a\u2028b\x0bc\x85d")]),
    ("a.csv", "id,reply\n1,a\x00b\n", [("1", "a\x00b")]),
    ("a.csv", f"id,reply\n1,{'bee ' * 500_000}\n", [("1", "bee " * 500_000)]),
    ("a.csv", f'id,reply\n1,"{"bee, " * 100_000}"\n', [("1", "bee, " * 100_000)]),
    ("a.csv", "id,reply\n", []),
]


@pytest.mark.parametrize(("name", "content", "rows"), READABLE, ids=range(len(READABLE)))
def test_readable(tmp_path: Path, name: str, content: str | bytes, rows: list[tuple[str, str]]) -> None:
    assert pairs(tmp_path / name, content) == rows


COLUMNS = [
    ("id,reply", Names(), "id", "reply"),
    ("Id,Text", Names(), "Id", "Text"),
    ("text,ID", Names(), "ID", "text"),
    ("number,Answer", Names(), "number", "Answer"),
    ("score,name,RESPONSE", Names(human="score"), "name", "RESPONSE"),
    ("reply", Names(), None, "reply"),
    ("reply,name", Names(), "name", "reply"),
    ("text,reply", Names(), "text", "reply"),
    ("Student Answer,pupil", Names(), "pupil", "Student Answer"),
    ("id,student_response", Names(), "id", "student_response"),
    ("id,EssayText", Names(), "id", "EssayText"),
    ("id,reply,b", Names(reply="b"), "id", "b"),
    ("id,reply,b", Names(reply="B"), "id", "b"),
    ("id,reply,b", Names(id="b"), "b", "reply"),
    ("id,b,B", Names(reply="B"), "id", "B"),
    ("id,reply,reply", Names(), "id", "reply"),
]


@pytest.mark.parametrize(("header", "names", "of_ids", "of_replies"), COLUMNS)
def test_columns(tmp_path: Path, header: str, names: Names, of_ids: str | None, of_replies: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{header}\n")
    with AnswerTable(file, names) as table:
        assert (table.id_column, table.reply_column) == (of_ids, of_replies)


NO_COLUMN = [
    ("id,words", Names(), "--reply-column"),
    ("id,words", Names(), "The columns are id and words."),
    ("id,reply", Names(reply="replies"), "Did you mean reply?"),
    ("id,reply", Names(id="name"), "has no column name"),
    ("id,reply", Names(human="Score1"), "has no column Score1"),
    ("id,,x", Names(), "id, (no name) and x"),
    (",".join(f"c{n}" for n in range(50)), Names(), "c19 and 30 more"),
    ("i" * 500, Names(), "iii…"),
    ("id\x1b[2J,b", Names(), "id\ufffd[2J"),
]


@pytest.mark.parametrize(("header", "names", "said"), NO_COLUMN)
def test_a_column_that_cannot_be_told(tmp_path: Path, header: str, names: Names, said: str) -> None:
    with pytest.raises(TutorError) as caught:
        read(tmp_path / "a.csv", f"{header}\n1,2\n", names)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 700


TROUBLES = [
    ("a.csv", "id,reply\n1,a,b\n2,c\n", [(2, 2)], ["2"]),
    ("a.csv", "id,reply\n1\n2,c\n", [(2, 2)], ["2"]),
    ("a.csv", 'id,reply\n1,"a"b\n2,c\n', [(2, 2)], ["2"]),
    ("a.csv", 'id,reply\n0,x\n1,"a\n2,"b"\n3,c\n', [(3, 4)], ["0", "3"]),
    ("a.csv", 'id,reply\n0,x\n1,"a\n2,b\n', [(3, 4)], ["0"]),
    ("a.csv", "id,reply\n1,a\rb\n2,c\n", [(2, 2)], ["2"]),
    ("a.tsv", "id\treply\n1\ta\tb\n2\tc\n", [(2, 2)], ["2"]),
    ("a.tsv", "id\treply\n1\n\n2\tc\n", [(2, 2)], ["2"]),
    ("a.csv", "reply,id\nonly\n", [], [""]),
]


@pytest.mark.parametrize(("name", "content", "lines", "ids"), TROUBLES)
def test_a_row_that_cannot_be_read(
    tmp_path: Path, name: str, content: str, lines: list[tuple[int, int]], ids: list[str]
) -> None:
    rows = read(tmp_path / name, content)
    assert [(row.first, row.last) for row in rows if isinstance(row, Trouble)] == lines
    assert [row.id for row in rows if isinstance(row, Answer)] == ids


SCORES = [
    ("2", 2),
    ("0", 0),
    (" 1 ", 1),
    ("2.0", 2),
    ("1.00", 1),
    ("100", 100),
    ("", None),
    ("  ", None),
]
NO_SCORES = ["1.5", "-1", "two", "101", "1e1", "1_0", "\u0662", "2,0x", "n/a", "=1+1", "9" * 5000]


@pytest.mark.parametrize(("written", "score"), SCORES)
def test_human_scores(tmp_path: Path, written: str, score: int | None) -> None:
    rows = read(tmp_path / "a.csv", f'id,reply,score\n7,x,"{written}"\n', Names(human="score"))
    assert rows == [Answer(2, "7", "x", score)]


@pytest.mark.parametrize("written", NO_SCORES)
def test_what_is_no_human_score_is_told_and_the_reply_is_kept(tmp_path: Path, written: str) -> None:
    rows = read(tmp_path / "a.csv", f'id,reply,score\n7,x,"{written}"\n', Names(human="score"))
    assert isinstance(rows[0], Trouble)
    assert len(str(rows[0])) < 200
    assert rows[1:] == [Answer(2, "7", "x")]


def test_a_row_may_end_before_the_human_score(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", "id,reply,score\n7,x\n", Names(human="score")) == [Answer(2, "7", "x")]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    rows = read(tmp_path / "a.csv", '\nid,reply\n1,"a\nb"\n\n2,c\n')
    assert [row.line for row in rows if isinstance(row, Answer)] == [3, 6]


def test_the_first_line_that_is_not_utf8_is_known(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"id,reply\n1,caf\xc3\xa9\n2,caf\xe9\n3,caf\xe9\n")
    with AnswerTable(file, Names()) as table:
        list(table)
        assert table.foreign == 3


def test_a_pipe_is_read_too(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.tsv"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"id\treply\n1\tIt stings.\n"))
    writer.start()
    with AnswerTable(pipe, Names()) as table:
        assert list(table) == [Answer(2, "1", "It stings.")]
    writer.join()


@pytest.mark.parametrize("content", [b"", b"\n\n", b"  \n", b"\xff\xfei\x00d\x00,\x00"])
def test_a_file_that_is_no_table(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(TutorError):
        read(tmp_path / "a.csv", content)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TutorError, match=r"There is no file .*nowhere\.csv"):
        AnswerTable(tmp_path / "nowhere.csv", Names())
    with pytest.raises(TutorError, match="is a folder"):
        AnswerTable(tmp_path, Names())
    with pytest.raises(TutorError):
        AnswerTable(Path("a\0b"), Names())


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"], ids=["xlsx", "xls"])
def test_a_spreadsheets_own_file_is_no_table(tmp_path: Path, start: bytes) -> None:
    with pytest.raises(TutorError, match="a spreadsheet's or a word processor's own file") as caught:
        read(tmp_path / "a.csv", start + b"\x14\0\x06\0")
    assert "CSV UTF-8" in caught.value.advice


def test_quotation_marks_that_go_wrong_are_told_in_plain_words(tmp_path: Path) -> None:
    rows = read(tmp_path / "a.csv", 'id,reply\n1,"a" b\n2,c\n3,"d\n4,e\n')
    assert [str(row) if isinstance(row, Trouble) else row.text for row in rows] == [
        "line 2: this row cannot be read: there is something between a closing quotation mark and the next cell.",
        "c",
        "lines 4 to 5: this row cannot be read: a quotation mark in it is never closed, or too late.",
    ]


def test_how_far_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id,reply\n" + "1,It stings.\n" * 10_000)
    with AnswerTable(file, Names()) as table:
        rows = iter(table)
        next(rows)
        part, whole = table.read
        assert 0 < part < whole == file.stat().st_size
        assert len(list(rows)) == 9_999
        assert table.read == (whole, whole)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_how_much_a_pipe_will_give_is_not_known(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    writer = threading.Thread(target=(tmp_path / "pipe.csv").write_text, args=("id,reply\n1,It stings.\n",))
    writer.start()
    with AnswerTable(tmp_path / "pipe.csv", Names()) as table:
        assert len(list(table)) == 1
        assert table.read == (0, 0)
    writer.join()
