"""Quotation marks and citations in a reply."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.article import citations, quotations


@pytest.mark.parametrize(
    ("reply", "quoted"),
    [
        ('It says "the cranes stand idle".', ["the cranes stand idle"]),
        ("It says “the cranes” and «the quay».", ["the cranes", "the quay"]),
        ("It says „the cranes“ here.", ["the cranes"]),
        ("She wrote 'the cranes stand idle' there.", ["the cranes stand idle"]),
        ("She wrote ‘we don’t know why’, he said.", ["we don’t know why"]),
        ("'the dockers' jobs are gone', he said", ["the dockers' jobs are gone"]),
        ("It's the dockers' jobs that aren't safe.", []),
        ("'tis the word 'idle' that counts", []),
        ('He wrote "the cranes\nand then', ["the cranes"]),
        ('"" and " " are empty', []),
        ('"one" "two"', ["one", "two"]),
        ("no quotation", []),
    ],
)
def test_quotations(reply: str, quoted: list[str]) -> None:
    assert [span.of(reply) for span in quotations(reply)] == quoted


@pytest.mark.parametrize(
    ("reply", "cited"),
    [
        ("See [p4s2].", {"[p4s2]": "p4s2"}),
        ("See p4s2, and (p5).", {"p4s2": "p4s2", "(p5)": "p5"}),
        ("[p4s2-p5s1] and P4S3", {"[p4s2-p5s1]": "p4s2-p5s1", "P4S3": "p4s3"}),
        ("in p4 s2", {"p4 s2": "p4s2"}),
        ("[p4s2, p5]", {"p4s2": "p4s2", "p5": "p5"}),
        ("in paragraph 4 it says", {"paragraph 4": "p4"}),
        ("Para four, sentence 2 says", {"Para four, sentence 2": "p4s2"}),
        ("paragraphs 4 to 6", {"paragraphs 4 to 6": "p4-p6"}),
        ("in the second sentence of the fourth paragraph", {"second sentence of the fourth paragraph": "p4s2"}),
        ("the 3rd paragraph", {"3rd paragraph": "p3"}),
        ("sentence 2 in para. 3", {"sentence 2 in para. 3": "p3s2"}),
        ("p0, p5-p4, step4, the top4, paragraph zero", {}),
    ],
)
def test_citations(reply: str, cited: dict[str, str]) -> None:
    assert {span.of(reply): str(reference) for span, reference in citations(reply)} == cited


@given(st.text(alphabet=st.sampled_from(list("ab \n\"'“”‘’«»„.p4s2[](-")), max_size=60))
def test_what_is_found_stands_in_order_and_apart(reply: str) -> None:
    for spans in (quotations(reply), [span for span, _ in citations(reply)]):
        assert all(0 <= span.start < span.end <= len(reply) for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
