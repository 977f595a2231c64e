"""A chat-style terminal tutor for critical reading.

The folders stand in the order of the data's way: article, rubric, lesson, dialogue, feedback, session, and then
the two faces of a session, `tui` and `plain`. `docs/architecture.md` follows one reply through them.
"""

__version__ = "0.1.0"
