"""From the text of an opinion to quads: clean, find, resolve, classify."""
