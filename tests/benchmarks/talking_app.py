"""A lesson in which every reply is answered at once with as many words as a model may use: for what typing costs then.

`python -m tests.benchmarks.talking_app LESSON` runs it. Lesson, store and screen are the real ones.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.paths import user_paths
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk

if TYPE_CHECKING:
    from tutor.session.events import Event
    from tutor.tui.desk import Conversation, Opened

SAID = "Look now at how it is said. " + "You point to the words of the writer, and to what they leave out. " * 5
ASKED = "Who else would have to be heard before anybody could say so?"


class Talking:
    """A conversation whose replies are not judged; the commands are."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def __getattr__(self, name: str) -> object:
        return getattr(self._conversation, name)

    def say(self, text: str) -> Iterator[Event]:
        """Answer a reply with the same words, as if a model had written them."""
        from tutor.session.events import Feedback, Replied

        if text.startswith("/"):
            yield from self._conversation.say(text)
        else:
            yield Replied(question="none", text=text)
            yield Feedback(
                question="none", move="probe", text=SAID + ASKED, say=SAID.rstrip(), asking=ASKED, by="model"
            )


class TalkingDesk(LocalDesk):
    """The real desk, but for who answers."""

    def converse(self, opened: Opened, learner: str, *, resume: bool) -> Conversation:
        """Open a session."""
        return Talking(super().converse(opened, learner, resume=resume))


if __name__ == "__main__":
    paths = user_paths()
    from tutor.lesson.finding import find_lesson

    request = StartRequest(lesson=find_lesson(sys.argv[1], paths.lessons), resume=False, paths=paths)
    with TalkingDesk(request) as desk:
        TutorApp(request, desk).run()
