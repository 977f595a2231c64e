"""One learner's way through one lesson: an append-only list of events, stored before it is answered.

Import from the modules, so that the first screen pays only for what it shows: `events` (what happens), `session`
(a lesson being played), `store` (the SQLite file of all events), `history` (what it knows of learners and lessons),
`request` (what the command line asks of a face), `codec` (events as JSON).
"""
