"""Whether two copies hold the same article."""

from pathlib import Path

import pytest

from tests.work import grows_linearly
from tutor.article import Article, parse_article, read_article
from tutor.article.fingerprint import Likeness, compare, fingerprint, sentence_marks

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "iran-venezuela.txt"

QUAY = """\
The quiet quay

The cranes stand “idle” now. Nobody oils them. The union’s count is 14.

The mayor promised a levy — and new jobs. The council voted no.
"""
OTHER = "A new school\n\nThe school opened in June. Forty pupils came. They sang.\n\nThe head spoke. It rained."


def article(text: str) -> Article:
    return parse_article(text, markdown=False)


@pytest.mark.parametrize(
    "copy",
    [
        QUAY.replace("\n", "\r\n"),
        QUAY.replace("\n", "  \n"),
        QUAY.replace("“", '"').replace("”", '"').replace("’", "'").replace("—", "-"),
        QUAY.replace("them. The", "them.\nThe"),
        QUAY.replace("The quiet quay", "Another title"),
    ],
)
def test_the_dress_of_a_copy_does_not_matter(copy: str) -> None:
    assert fingerprint(article(copy)) == fingerprint(article(QUAY))
    assert compare(article(copy), fingerprint(article(QUAY))).likeness is Likeness.SAME


@pytest.mark.parametrize(
    "copy",
    [QUAY.replace("14", "15"), QUAY.replace("now. Nobody", "now, nobody"), QUAY.replace("them. The", "them.\n\nThe")],
)
def test_words_sentences_and_paragraphs_do(copy: str) -> None:
    assert fingerprint(article(copy)) != fingerprint(article(QUAY))


def test_an_edited_copy_is_told_with_the_places() -> None:
    quay = article(QUAY)
    match = compare(article(QUAY.replace("14", "15") + "\nThe end."), fingerprint(quay), sentence_marks(quay))
    assert match.likeness is Likeness.EDITED
    assert [str(address) for address in match.differs] == ["p1s3", "p3s1"]


def test_another_article_is_told_as_such() -> None:
    quay = article(QUAY)
    match = compare(article(OTHER), fingerprint(quay), sentence_marks(quay))
    assert match.likeness is Likeness.OTHER
    assert match.differs == ()


def test_marks_are_four_digits_a_sentence() -> None:
    assert [len(marks.split()) for marks in sentence_marks(article(QUAY))] == [3, 2]
    assert all(len(mark) == 4 for marks in sentence_marks(article(QUAY)) for mark in marks.split())


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside the project")
def test_the_seed_keeps_its_fingerprint_under_other_quotation_marks(tmp_path: Path) -> None:
    seed = read_article(SEED)
    straight = tmp_path / "straight.txt"
    text = SEED.read_text(encoding="utf-8")
    straight.write_bytes(text.translate(str.maketrans("“”’", '""\'')).replace("\n", "\r\n").encode())
    assert fingerprint(read_article(straight)) == fingerprint(seed)
    assert fingerprint(seed) == SEED_FINGERPRINT


# A change here changes the addresses or fingerprints of lessons already written.
SEED_FINGERPRINT = "sha256:3bf822552bf808978eb6083748557345282f30d7a47dab03bb97e2b0a22a0ac7"


def test_a_long_article_takes_no_more_work_a_sentence_than_a_short_one() -> None:
    grows_linearly(fingerprint, lambda size: article("The cranes stand idle. Nobody oils them.\n\n" * size), 50)
