"""How well extraction agrees with references that a person has annotated."""
