"""Answers over large citation networks: made or read, stored in our model, asked, and timed."""
