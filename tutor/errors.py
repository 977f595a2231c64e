"""The one family of errors: raised where the cause is known, shown once, at the edge, with what to do."""


class TutorError(Exception):
    """Something the user can act on.

    `what` says in a sentence what is wrong, `advice` what to do about it. The command line prints both and exits
    with code 2; nothing in the program shows a traceback for it.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what}\n{self.advice}" if self.advice else self.what
