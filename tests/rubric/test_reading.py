"""A reply as the checks see it: what is kept of it, and for how long."""

import gc
import weakref

from tests.rubric.roof import ASK, ROOF
from tutor.rubric.reading import Reading
from tutor.rubric.vocabulary import Vocabulary


def reading(text: str) -> Reading:
    return Reading(text, ASK, ROOF, Vocabulary({"clinic": ["clinic"], "denied": ["no clinic"]}, asked=["denied"]))


def test_a_reading_goes_with_the_last_one_who_holds_it() -> None:
    """Else thousands of replies wait for the garbage collection, which is then most of what grading does."""
    read = reading("There is no clinic, and that is not a clinic either [p1s1].")
    assert [hit.denied for hit in read.hits("clinic")] == [True, True]
    assert read.copied
    assert read.standing
    held = weakref.ref(read)
    collecting = gc.isenabled()
    gc.disable()
    try:
        del read
        assert held() is None
    finally:
        if collecting:
            gc.enable()


def test_a_text_read_again_has_the_same_words() -> None:
    text = "A text that is read for two questions [p1s2]."
    one, other = reading(text), reading(text)
    assert one.words is other.words
    assert one.citations is other.citations
