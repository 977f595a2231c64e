"""The rules of the dialogue: state and turn in, state and moves out. No clock, no disk, no chance.

The rules, in the order in which a reply meets them:

1. What is no answer leads back: a call for help or a demand gets the next hint, and below the last rung a smaller
   step; anything else is redirected, and from the third time on gets a hint as well.
2. An answer that meets every criterion and shows no misconception closes the question.
3. A misconception is challenged before anything else is asked.
4. Otherwise the first unmet criterion in the teacher's order is probed. Probed twice in vain, the hint ladder starts.
5. When `attempts` replies have brought nothing new, the question closes kindly.
6. An open question closes with thanks at the second answer, whatever its criteria say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from tutor.article import Article, Reference
from tutor.dialogue.look_up import look_up, where_about
from tutor.dialogue.moves import (
    Act,
    Ask,
    Challenge,
    Close,
    Hint,
    Open,
    Outcome,
    Probe,
    Read,
    Redirect,
    Rung,
    Shown,
    Summarise,
)
from tutor.dialogue.state import State, Thread
from tutor.dialogue.turns import DefineWanted, HintWanted, ReadyWanted, Reply, SkipWanted, Turn
from tutor.lesson.model import Lesson, Question
from tutor.rubric.model import Assessment, Effort, Finding, Verdict

# A criterion is probed this often before the hint ladder starts.
PROBES = 2
# An open question closes with this many answers.
ENOUGH = 2
# From this many replies on that are no answer, leading back comes with a hint.
PATIENCE = 3
# A ladder has at least this many rungs: a nudge, where to look, a sentence to complete.
LADDER_AT_LEAST = 3
# Beyond this many of them, even those that ask cost an attempt, so that every question comes to an end.
GENEROSITY = 8
# Smaller steps offered below the last rung before further calls for help count as attempts.
STEPS = 2

Step = tuple[State, tuple[Act, ...]]


def start(lesson: Lesson) -> Step:
    """The state before the first question, and the move that asks it; where the lesson begins with reading, that."""
    threads = tuple((question.id, Thread(asking=question.ask)) for question in lesson.questions)
    state = State(threads, reading=lesson.reading is not None)
    return state, (read(lesson, state) if state.reading else _ask(lesson, state),)


def read(lesson: Lesson, state: State) -> Read:
    """What there is to read as the dialogue stands: the part that the questions closed so far have opened."""
    parts = lesson.reading.parts if lesson.reading else ()
    ids = [question.id for question in lesson.questions]
    opened = sum(ids.index(part.until) < state.index for part in parts)
    purpose = lesson.reading.purpose if lesson.reading and state.reading else ""
    first = parts[opened - 1].to.last.paragraph + 1 if opened else 1
    last, after = None, 0
    if opened < len(parts):
        last, after = parts[opened].to.last.paragraph, ids.index(parts[opened].until) + 1
    question = "" if state.finished else ids[state.index]
    return Read(question=question, first=first, last=last, after=after, purpose=purpose)


def respond(lesson: Lesson, article: Article, state: State, turn: Turn) -> Step:
    """What follows from a turn. At the end of the lesson nothing does."""
    if state.finished:
        return state, ()
    was_reading = state.reading
    # Whoever answers has read: so it is in sessions that are older than their lesson's [reading].
    state = replace(state, reading=was_reading and isinstance(turn, DefineWanted))
    match turn:
        case ReadyWanted():
            return state, (_ask(lesson, state),) if was_reading else ()
        case Reply(text, assessment) if assessment.effort.is_answer:
            return _answered(lesson, state, text, assessment)
        case Reply(text, assessment):
            own = assessment.effort is Effort.OWN_QUESTION
            return _astray(
                lesson, state, assessment.effort, where_about(text, article, read(lesson, state).last) if own else ()
            )
        case HintWanted():
            return _hint(lesson, state, (), Effort.HELP)
        case SkipWanted():
            return _close(lesson, state, Outcome.SKIPPED)
        case DefineWanted(word):
            return state, (look_up(word, lesson, article, _open(lesson, state), read(lesson, state).last),)
        case _:
            assert_never(turn)


def _answered(lesson: Lesson, state: State, text: str, assessment: Assessment) -> Step:
    thread = state.thread
    before = {finding.criterion: finding.verdict.rank for finding in thread.findings}
    confirm = tuple(
        finding
        for finding in assessment.findings
        if finding.verdict.rank > before.get(finding.criterion, 0) or (finding.verdict.rank and not finding.reply)
    )
    progress = any(finding.verdict.rank > before.get(finding.criterion, 0) for finding in assessment.findings)
    thread = replace(
        thread,
        answers=(*thread.answers, text),
        vain=thread.vain + (not progress),
        findings=_best(thread.findings, assessment.findings),
    )
    state = state.with_thread(thread)
    if assessment.is_met:
        return _close(lesson, state, Outcome.MET, confirm)
    if _question(lesson, state).open and len(thread.answers) >= ENOUGH:
        return _close(lesson, state, Outcome.THANKED, confirm)
    if thread.vain >= _question(lesson, state).attempts:
        return _close(lesson, state, Outcome.ATTEMPTS, confirm)
    if assessment.misconceptions:
        return _challenge(lesson, state, confirm, assessment.misconceptions[0])
    return _probe(lesson, state, confirm, assessment)


def _best(old: tuple[Finding, ...], new: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The better finding of each criterion; the newer of two as good."""
    known = {finding.criterion: finding for finding in old}
    return tuple(
        known[f.criterion] if f.criterion in known and known[f.criterion].verdict.rank > f.verdict.rank else f
        for f in new
    )


def _probe(lesson: Lesson, state: State, confirm: tuple[Finding, ...], assessment: Assessment) -> Step:
    finding = next(f for f in assessment.findings if f.verdict is not Verdict.MET and not f.optional)
    thread = state.thread
    times = thread.probed.get(finding.criterion, 0) + 1
    if times > PROBES:
        return _hint(lesson, state, confirm, Effort.ANSWER)
    criterion = next(c for c in _question(lesson, state).criteria if c.id == finding.criterion)
    probes = (criterion.probe,) if isinstance(criterion.probe, str) else tuple(criterion.probe or ())
    asking = probes[min(times, len(probes)) - 1] if probes else thread.asking
    thread = replace(thread, probed={**thread.probed, finding.criterion: times}, asking=asking)
    state = state.with_thread(thread)
    met = tuple(f for f in confirm if f.criterion != finding.criterion)
    return state, (Probe(open=_open(lesson, state), confirm=met, finding=finding, times=times, probes=probes),)


def _challenge(lesson: Lesson, state: State, confirm: tuple[Finding, ...], shown: Finding) -> Step:
    key = f"misconception {shown.criterion}"
    times = state.thread.probed.get(key, 0) + 1
    met = tuple(finding for finding in confirm if finding.verdict is Verdict.MET)
    if times > PROBES:
        return _hint(lesson, state, met, Effort.ANSWER)
    known = _question(lesson, state).misconceptions
    challenge = next((m.challenge for m in known if m.id == shown.criterion), None)
    thread = replace(state.thread, probed={**state.thread.probed, key: times})
    state = state.with_thread(replace(thread, asking=challenge or thread.asking))
    return state, (Challenge(open=_open(lesson, state), confirm=met, finding=shown, challenge=challenge),)


def _astray(lesson: Lesson, state: State, effort: Effort, focus: tuple[Reference, ...] = ()) -> Step:
    """Lead back from a reply that is no answer. It costs an attempt, unless it asks for help and help is left."""
    thread = replace(state.thread, astray=state.thread.astray + 1)
    rungs = len(_ladder(_question(lesson, state)))
    asks = effort in (Effort.HELP, Effort.DEMAND)
    free = thread.hints < rungs or thread.steps < STEPS if asks else effort is Effort.OWN_QUESTION
    if not free or thread.astray > GENEROSITY:
        thread = replace(thread, vain=thread.vain + 1)
    state = state.with_thread(thread)
    if thread.vain >= _question(lesson, state).attempts:
        return _close(lesson, state, Outcome.ATTEMPTS)
    if asks or (thread.astray % PATIENCE == 0 and thread.hints < rungs):
        return _hint(lesson, state, (), effort)
    return state, (Redirect(open=_open(lesson, state), effort=effort, times=thread.astray, focus=focus),)


def _ladder(question: Question) -> tuple[Rung, ...]:
    """The rungs of a question: as many as the teacher wrote, and at least the three built-in ones."""
    between = max(LADDER_AT_LEAST, len(question.hints)) - 2
    return (Rung.NUDGE, *[Rung.WHERE] * between, Rung.COMPLETE)


def _hint(lesson: Lesson, state: State, confirm: tuple[Finding, ...], effort: Effort) -> Step:
    question, thread = _question(lesson, state), state.thread
    ladder = _ladder(question)
    if thread.hints == len(ladder):
        state = state.with_thread(replace(thread, steps=thread.steps + 1))
        focus = tuple(question.about)
        return state, (_hint_move(lesson, state, confirm, Rung.STEP, None, focus, effort),)
    rung = ladder[thread.hints]
    written = question.hints[thread.hints] if thread.hints < len(question.hints) else None
    focus = tuple(written.show) if written else ()
    if rung is Rung.WHERE and not focus:
        focus = tuple(question.about)
    state = state.with_thread(replace(thread, hints=thread.hints + 1))
    return state, (_hint_move(lesson, state, confirm, rung, written.say if written else None, focus, effort),)


def _hint_move(
    lesson: Lesson,
    state: State,
    confirm: tuple[Finding, ...],
    rung: Rung,
    say: str | None,
    focus: tuple[Reference, ...],
    effort: Effort,
) -> Hint:
    return Hint(open=_open(lesson, state), confirm=confirm, rung=rung, say=say, focus=focus, effort=effort)


def _close(lesson: Lesson, state: State, outcome: Outcome, fresh: tuple[Finding, ...] = ()) -> Step:
    """Close the open question and go on to the next, or to the summary."""
    closing, question, thread = _open(lesson, state), _question(lesson, state), state.thread
    first = {finding.criterion for finding in fresh}
    met = [finding for finding in thread.findings if finding.verdict is Verdict.MET]
    confirm = tuple(sorted(met, key=lambda finding: finding.criterion not in first))
    answered = outcome in (Outcome.MET, Outcome.THANKED)
    reread = () if answered else _reread(question, {finding.criterion for finding in met})
    before = read(lesson, state)
    state = replace(state.with_thread(replace(thread, outcome=outcome)), index=state.index + 1)
    reading = read(lesson, state)
    # To send anybody back to what they have not read yet would be to tell them where the answer was.
    reread = tuple(ref for ref in reread if before.last is None or ref.last.paragraph <= before.last)
    opens = (reading,) if reading.last != before.last else ()
    if state.finished:
        close = Close(open=closing, outcome=outcome, confirm=confirm, reread=reread, next=None)
        return state, (close, *opens, Summarise(shown=_shown(lesson, state)))
    following = _open(lesson, state)
    close = Close(open=closing, outcome=outcome, confirm=confirm, reread=reread, next=following)
    return state, (close, *opens, _ask(lesson, state))


def _reread(question: Question, met: set[str]) -> tuple[Reference, ...]:
    """What is worth reading again: the places of the unmet criteria, or what the question is about."""
    if question.open:
        return tuple(question.about)  # its criteria may take any place there is
    unmet = [c for c in question.criteria if c.id not in met and not c.optional]
    places = [ref for criterion in unmet for ref in criterion.test.references()]
    return tuple(dict.fromkeys(places or question.about))


def _shown(lesson: Lesson, state: State) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            question=question.id,
            kind=question.kind,
            outcome=thread.outcome or Outcome.SKIPPED,
            met=tuple(finding for finding in thread.findings if finding.verdict is Verdict.MET),
        )
        for question, (_, thread) in zip(lesson.questions, state.threads, strict=True)
    )


def _ask(lesson: Lesson, state: State) -> Ask:
    question = _question(lesson, state)
    return Ask(open=_open(lesson, state), number=state.index + 1, total=len(state.threads), focus=tuple(question.about))


def _open(lesson: Lesson, state: State) -> Open:
    question = _question(lesson, state)
    # The first question has not been asked while the article is read.
    asking = lesson.reading.purpose if lesson.reading and state.reading else state.thread.asking
    return Open(question.id, question.kind, asking, question.open)


def _question(lesson: Lesson, state: State) -> Question:
    return lesson.questions[state.index]
