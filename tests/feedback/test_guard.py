"""What the guard lets through and what it does not, each rule with what comes close to breaking it."""

from __future__ import annotations

import pytest

from tests.feedback.scripted import CHALLENGE, CLOSE, CONFIRMING, DEFINE, HINT, MOVES, PROBE, QUESTION, VIEW
from tutor.feedback import Phrasing, Wording
from tutor.feedback.guard import Fault, flaws
from tutor.feedback.readability import grade
from tutor.feedback.trial import Trial

PHRASING = Phrasing()
SHOW = "Which sentence would you show to a friend?"
KNOW = "How would anybody know that?"
SAYS = "Who says so there?"


def found(trial: Trial, say: str, asking: str = "") -> dict[Fault, str]:
    """The faults of a wording; where the question is not the model's it is the built-in one."""
    built_in = PHRASING.word(trial.move)
    whole = f"{say} {built_in.kept}".strip()
    told = flaws(Wording(whole, asking or built_in.asking, kept=built_in.kept), trial.move, trial.scene, built_in)
    return {flaw.fault: flaw.words for flaw in reversed(told)}


@pytest.mark.parametrize(
    ("trial", "say", "asking"),
    [
        (PROBE, "You say that lots of pupils are late.", SHOW),
        (PROBE, "You write “half of them sleep in class”. A place in the text is still missing.", SHOW),
        (PROBE, "There is no sentence from the text in your reply yet.", "Which one would a friend need to see?"),
        (PROBE, "You could give a sentence from the text.", SHOW),
        (PROBE, "Two things are still open. Let’s take one.", SHOW),
        (PROBE, "The writer gives something to check.", "What would you show to a friend who doubts it?"),
        (CHALLENGE, "You write “She says so”. Let’s hold that next to the text.", ""),
        (CHALLENGE, "Let’s stay with that thought.", ""),
        (QUESTION, "A “timetable” is a list of times. It says when each bus comes.", ""),
        (QUESTION, "The text says that a new timetable would cost money.", ""),
        (QUESTION, "The article does not say that.", ""),
        (CONFIRMING, "You bring in “61 pupils in one week”. Where that comes from is still open.", KNOW),
        (CONFIRMING, "You tell us that 61 pupils came late (p1s2).", KNOW),
        (CONFIRMING, "You point to p1s2.", "How would a reader know that?"),
        (DEFINE, "Here, “researchers” are people who study sleep.", ""),
        (HINT, "It is fine to be stuck here.", ""),
        (HINT, "We can take this bit by bit. You have “61 pupils in one week” so far.", ""),
        (CLOSE, "You say who did it: “The student council counted 61 pupils in one week”.", ""),
        (CLOSE, "You point to p1s2, and you give a reason. That is all this question asked for.", ""),
        (VIEW, "You tell us what the drivers are needed for. The speaker is not there yet.", SAYS),
    ],
)
def test_what_is_fine(trial: Trial, say: str, asking: str) -> None:
    assert found(trial, say, asking) == {}


@pytest.mark.parametrize(
    ("fault", "trial", "say", "asking"),
    [
        # form: as for any feedback
        (Fault.FORM, PROBE, "You say it. You do. You did. You see.", SHOW),
        (Fault.FORM, PROBE, "You say it.", "Which sentence? And why?"),
        (Fault.FORM, PROBE, "You quote “pupils are asleep”.", SHOW),
        (Fault.FORM, PROBE, "You *say* it.", SHOW),
        (Fault.FORM, PROBE, "You say\nit.", SHOW),
        (Fault.FORM, PROBE, "", SHOW),
        (Fault.FORM, PROBE, "You say " + "so and so " * 20 + "it.", SHOW),
        (Fault.FORM, CHALLENGE, "What do you think? You say it.", ""),
        (Fault.BROKEN, PROBE, "You say that the. You do.", SHOW),
        (Fault.BROKEN, PROBE, "You say it, and.", SHOW),
        (Fault.NONSENSE, PROBE, "You say it in a blortish way.", SHOW),
        (Fault.NONSENSE, PROBE, "You say it, xqz.", SHOW),
        # facts
        (Fault.NUMBER, PROBE, "You say that 75 pupils are late.", SHOW),
        (Fault.NUMBER, PROBE, "You say that seventy pupils are late.", SHOW),
        (Fault.NUMBER, PROBE, "You point to p9s9.", SHOW),
        (Fault.NAME, PROBE, "You say it as Jensen did.", SHOW),
        (Fault.NAME, QUESTION, "In Norway a timetable is a list.", ""),
        # the answer
        (Fault.KEY, PROBE, "You speak of late pupils, but the student council has more.", SHOW),
        (Fault.KEY, PROBE, "You say it. Somebody counted them.", SHOW),
        (Fault.KEY, PROBE, "You say it. There were 61 pupils.", SHOW),
        (Fault.KEY, PROBE, "You say it. There were sixty-one pupils.", SHOW),
        (Fault.KEY, PROBE, "You say it.", "Which sentence counts the pupils?"),
        (Fault.KEY, CHALLENGE, "The student council did more than that.", ""),
        (Fault.KEY, HINT, "Think of the student council.", ""),
        (Fault.KEY, VIEW, "That is the manager speaking there.", SAYS),
        (Fault.KEY, VIEW, "The writer is against it.", SAYS),
        (Fault.PLACE, PROBE, "You say it. Read p1s2 again.", SHOW),
        (Fault.PLACE, PROBE, "Look at the second sentence.", SHOW),
        (Fault.PLACE, PROBE, "It is in paragraph one.", SHOW),
        (Fault.PLACE, PROBE, "Last month there was something about one week.", SHOW),
        # sides
        (Fault.SIDE, PROBE, "I think that pupils need sleep.", SHOW),
        (Fault.SIDE, PROBE, "The school should start at nine.", SHOW),
        (Fault.SIDE, PROBE, "Pupils must be let to sleep.", SHOW),
        (Fault.SIDE, PROBE, "The writer is right that pupils are late.", SHOW),
        (Fault.SIDE, PROBE, "It is true that pupils are late.", SHOW),
        (Fault.SIDE, PROBE, "The truth is that pupils are late.", SHOW),
        (Fault.SIDE, VIEW, "The bus company is greedy.", SAYS),
        (Fault.SIDE, VIEW, "The bus company is to blame.", SAYS),
        (Fault.SIDE, QUESTION, "A timetable is a list. This is a good idea.", ""),
        (Fault.SIDE, PROBE, "Sadly, pupils are late.", SHOW),
        # verdicts and tone
        (Fault.VERDICT, PROBE, "That is right.", SHOW),
        (Fault.VERDICT, PROBE, "That’s wrong.", SHOW),
        (Fault.VERDICT, PROBE, "You are right about the pupils.", SHOW),
        (Fault.VERDICT, PROBE, "You’re almost there.", SHOW),
        (Fault.VERDICT, PROBE, "Your answer is correct.", SHOW),
        (Fault.VERDICT, PROBE, "Yes, pupils are late.", SHOW),
        (Fault.VERDICT, PROBE, "You got it.", SHOW),
        (Fault.VERDICT, HINT, "You are on the right track.", ""),
        (Fault.VERDICT, CHALLENGE, "The answer is not that.", ""),
        (Fault.GUSH, PROBE, "Well done.", SHOW),
        (Fault.GUSH, PROBE, "Great point about pupils.", SHOW),
        (Fault.GUSH, PROBE, "That is a very good start.", SHOW),
        (Fault.GUSH, PROBE, "You say so!", SHOW),
        (Fault.GUSH, CLOSE, "You point to p1s2. I am so proud.", ""),
        (Fault.REPROACH, PROBE, "You forgot the sentence.", SHOW),
        (Fault.REPROACH, PROBE, "You should read it.", SHOW),
        (Fault.REPROACH, PROBE, "That is not good enough.", SHOW),
        (Fault.REPROACH, PROBE, "You did not even try.", SHOW),
        (Fault.MACHINERY, PROBE, "The learner says that pupils are late.", SHOW),
        (Fault.MACHINERY, PROBE, "As an AI, I only ask.", SHOW),
        (Fault.MACHINERY, PROBE, "One part of the rubric is open.", SHOW),
        (Fault.MACHINERY, PROBE, "Here is my feedback.", SHOW),
        # towards the learner
        (Fault.UNMET, PROBE, "You point to a sentence in the text.", SHOW),
        (Fault.UNMET, PROBE, "You give evidence from the text.", SHOW),
        (Fault.UNMET, PROBE, "You explain it.", SHOW),
        (Fault.UNMET, PROBE, "You say why.", SHOW),
        (Fault.UNMET, VIEW, "You say who speaks there.", SAYS),
        (Fault.UNMET, PROBE, "You cover everything.", SHOW),
        (Fault.MOUTH, PROBE, "You say that teachers hate early lessons and coffee.", SHOW),
        (Fault.UNCONFIRMED, CONFIRMING, "One thing is still open.", KNOW),
        (Fault.UNCONFIRMED, CLOSE, "We can go on now.", ""),
        (Fault.DRIFT, PROBE, "You say it.", "What do you like about winter?"),
        (Fault.REPEATED, CHALLENGE, CHALLENGE.scene.said[-1], ""),
        (Fault.HARD, QUESTION, "A timetable is an administrative representation of institutional transportation.", ""),
        (Fault.HARD, PROBE, "You say that lots of pupils are late and that half of them are asleep when they are there "
         "and that this is how it is now in all of the lessons you know.", SHOW),
    ],
)  # fmt: skip
def test_what_is_not(fault: Fault, trial: Trial, say: str, asking: str) -> None:
    assert fault in found(trial, say, asking)


@pytest.mark.parametrize(
    ("say", "asking"),
    [
        ("You write “She says so”. Some call that a lazy excuse.", ""),
        ("You write “the truth is that she says so”.", ""),
    ],
)
def test_loaded_words_stand_in_quotation_marks_or_not_at_all(say: str, asking: str) -> None:
    assert found(CHALLENGE, say, asking)


def test_what_the_learner_has_said_is_no_news() -> None:
    assert Fault.KEY not in found(CONFIRMING, "You bring in the 61 pupils of that week.", KNOW)
    assert Fault.KEY in found(PROBE, "You bring in the 61 pupils of that week.", SHOW)


def test_the_built_in_wordings_pass() -> None:
    used: list[str] = []
    for trial in MOVES:
        wording = PHRASING.word(trial.move, used=used)
        used += wording.phrases
        told = flaws(wording, trial.move, trial.scene, wording)
        assert {flaw.fault for flaw in told} <= {Fault.REPEATED}, (wording.text, told)


def test_a_plain_sentence_is_easier_than_a_learned_one() -> None:
    assert grade("You point to the text.") < 3 < 12 < grade("Institutional considerations predominate.")
    assert grade("…") == 0
