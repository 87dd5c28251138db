"""Writes finished values as files: PDF, Markdown, HTML, plain text, JSON."""
