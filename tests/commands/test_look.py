"""`tutor look` as teachers and other programs run it: as a process."""

import json
from pathlib import Path

import pytest

from tests.importing import making
from tests.quay import TEXT
from tests.running import tutor
from tests.work import grows_linearly
from tutor.article.analysis import analyse
from tutor.article.load import parse_article
from tutor.commands.look import lines_about

KEYS = {"sentences", "attributions", "judging", "unsourced", "hedges"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.md"
    file.write_bytes(("\ufeff" + TEXT).replace("\n", "\r\n").encode())
    return file


def test_in_words_a_teacher_can_read(tmp_path: Path, article: Path) -> None:
    done = tutor(tmp_path, "look", article)
    assert done.returncode == 0
    assert "heading: Should the ferry stop?" in done.stdout
    assert '- Mira Tolland, the mayor of Lamb ("said"): We protect the island' in done.stdout
    assert "goes on, said by Mira Tolland: Without the ferry, some families will leave for ever." in done.stdout
    assert '- she (that is Dr Lena Voss) ("added"): Seals need quiet water' in done.stdout
    assert "found by rules about words" in " ".join(done.stdout.split())
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_as_data_with_places_in_the_file(tmp_path: Path, article: Path) -> None:
    done = tutor(tmp_path, "look", "--json", article)
    found = json.loads(done.stdout)
    raw = article.read_bytes().decode()  # with its byte order mark and both characters of each line end
    assert set(found) == KEYS
    first = found["sentences"][0]
    assert set(first) == {"address", "start", "end", "voice", "opinion", "opinion_score"}
    assert raw[first["start"] : first["end"]] == "The ferry to Lamb Island may stop next spring."
    said = [a for a in found["attributions"] if a["cue"]]
    assert {raw[slice(*a["cue"])] for a in said} >= {"said", "says", "told", "According to", "added"}
    assert all(set(a) == {"source", "cue", "content", "certain"} for a in found["attributions"])
    assert all(
        0 <= start < end <= len(raw) for key in KEYS - {"sentences", "attributions"} for start, end in found[key]
    )


def test_a_source_that_is_only_likely_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("Ada Rossi runs the port, and she likes it. “We will stay for ever and ever.”", encoding="utf-8")
    assert "- perhaps goes on, said by Ada Rossi" in tutor(tmp_path, "look", file).stdout


def test_another_language_is_told(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("Die Fähre zur Insel könnte im Frühling enden. Der Rat sagt, dass sie zu viel kostet.", "utf-8")
    assert tutor(tmp_path, "look", file).stdout.startswith("This does not look like English.")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("none.txt", b"\n---\n", "no sentences"),
        ("paper.pdf", b"%PDF-1.7", ".pdf"),
        ("latin.txt", b"caf\xe9 owners agree", "UTF-8"),
        ("book.txt", b"The port is old. " * 60_000, "larger than an article"),
    ],
    ids=["empty", "without sentences", "a PDF", "another encoding", "too long"],
)
def test_what_is_no_article_gets_one_message(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    done = tutor(tmp_path, "look", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_web_page_a_document_or_a_pdf_is_looked_at_too(tmp_path: Path) -> None:
    for name, data in (("a.html", making.html().encode()), ("a.docx", making.docx()), ("a.pdf", making.pdf())):
        (tmp_path / name).write_bytes(data)
        done = tutor(tmp_path, "look", tmp_path / name)
        assert done.returncode == 0, done.stderr
        assert "reading room on Mill Street" in " ".join(done.stdout.split())


def test_places_in_a_file_that_is_no_text_are_not_made_up(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(making.pdf())
    done = tutor(tmp_path, "look", tmp_path / "a.pdf", "--json")
    assert done.returncode == 2
    assert "tutor new NAME --article FILE" in done.stderr


def test_a_long_article_takes_no_more_work_for_each_sentence() -> None:
    grows_linearly(
        lambda analysis: list(lines_about(analysis)),
        lambda size: analyse(parse_article(TEXT * size, markdown=True)),
        10,
    )
