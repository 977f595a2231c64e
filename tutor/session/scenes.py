"""What a move is said into, from the events alone: so it is the same when a session is taken up again."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.article import Article
from tutor.dialogue.moves import Move, Summarise
from tutor.feedback.scene import Scene
from tutor.lesson.model import Lesson
from tutor.session.events import Assessed, Commanded, Event, Feedback, Replied
from tutor.session.record import assessment_of


def scene_of(lesson: Lesson, article: Article, events: Sequence[Event], move: Move) -> Scene:
    """The surroundings of a move that is owed for the last of these events."""
    question = "" if isinstance(move, Summarise) else move.open.question
    here = [event for event in events if getattr(event, "question", None) == question]
    turns = [event for event in here if isinstance(event, Replied | Commanded)]
    reply = turns[-1].text if turns and isinstance(turns[-1], Replied) else ""
    assessed = next((event for event in reversed(here) if isinstance(event, Assessed)), None) if reply else None
    assessment = assessment_of(assessed) if assessed else None
    return Scene(
        lesson=lesson,
        article=article,
        replies=tuple(event.text for event in turns if isinstance(event, Replied)),
        reply=reply,
        said=tuple(event.say for event in here if isinstance(event, Feedback)),
        findings=assessment.findings if assessment else (),
    )
