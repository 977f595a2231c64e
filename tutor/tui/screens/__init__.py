"""What fills the terminal: the picker, the lesson, the summary, help and dialogs."""
