"""Journeys in a real browser, and a picture of every page."""
