"""The screen: Textual widgets that show a session's events and pass on what is typed. It decides nothing."""
