"""The dialogue as a pure state machine: state and turn in, state and moves out."""
