"""Briefing documents: one record of what is asked, written as Word, PDF, slides, HTML, Markdown."""
