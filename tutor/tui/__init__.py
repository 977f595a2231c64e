"""The screen: Textual widgets that show a session's events and pass on what is typed. It decides nothing."""

import os

# Pictures a second at most; Textual reads it when it is imported. With its usual 60, a key pressed right after
# something else was painted is shown 17 ms late. Where nothing changes nothing is painted, however many it may be.
os.environ.setdefault("TEXTUAL_FPS", "120")
