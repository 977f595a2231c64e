"""Who says what, on news articles in which people have marked it (they are not ours to pass on).

The figures themselves are printed by `tests/benchmarks/bench_analysis.py`; here they may not fall far below them.
"""

import re
from unicodedata import normalize

import pytest

from tests.benchmarks import polnear
from tutor.article import printable
from tutor.article.analysis import analyse

pytestmark = pytest.mark.skipif(not polnear.DATA.is_dir(), reason="the marked articles are not beside the project")

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# F1 on the articles that nobody read while the rules were made.
FLOORS = {"cue": 0.755, "source": 0.725, "head": 0.76, "voice": 0.845, "content": 0.83}


def test_agreement_with_people_on_articles_nobody_read() -> None:
    found = polnear.measure(tuple(polnear.news("validation")))
    reached = {name: round(getattr(found, name).f1, 3) for name in FLOORS}
    assert found.cue.there > 800
    assert {name: value for name, value in reached.items() if value < FLOORS[name]} == {}


def test_every_article_is_found_again_in_its_file() -> None:
    for one in polnear.news("development"):
        for reading in analyse(one.article).sentences:
            span = reading.sentence.span
            raw = INVISIBLE.sub("", one.article.in_file(span).of(one.text))
            assert normalize("NFC", printable(raw)).split() == span.of(one.article.text).split()
