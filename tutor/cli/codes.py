"""What a command ends with: its exit code."""

OK = 0
PROBLEMS = 1
"""`tutor check` found some, or `tutor grade` met rows it could not read."""
TROUBLE = 2
"""The user can do something about it, and was told what."""
CRASHED = 70
"""A bug of ours; EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
