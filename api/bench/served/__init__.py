"""Measure answers over HTTP: our server, computing each anew or keeping them, and a peer."""
