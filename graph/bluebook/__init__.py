"""Citations in the form of The Bluebook: cases and laws, in sentences, in tables, in short."""

from graph.bluebook.reported import case_citation, parse_reporter_citation, with_nominative

__all__ = ["case_citation", "parse_reporter_citation", "with_nominative"]
