"""The commands beside `tutor start`, a module each, imported when it runs."""
