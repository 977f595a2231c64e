"""The screen: Textual widgets that show a session's events and pass on what is typed. It decides nothing."""

import os
import sys

# Pictures a second at most; Textual reads it when it is imported. With its usual 60, a key pressed right after
# something else was painted is shown 17 ms late. Where nothing changes nothing is painted, however many it may be.
os.environ.setdefault("TEXTUAL_FPS", "120")

# What is painted is written by one thread, and a reply is checked in another; a letter waits its turn behind each of
# them, with Python's usual turns five milliseconds.
sys.setswitchinterval(0.0005)
