"""The pages: each tool is a blueprint in a folder of its own."""

from __future__ import annotations

from flask import Flask

from app.config import Settings
from app.web import (
    accounts,
    addresses,
    assessments,
    coaching,
    destinations,
    errors,
    framework,
    guide,
    headers,
    home,
    language,
    law,
    limits,
    navigation,
    postings,
    privacy,
    resumes,
    review,
    salaries,
    search,
    sharing,
    static_files,
    styleguide,
    teams,
    work,
)


def register(app: Flask, settings: Settings) -> None:
    """Add every page, the error pages, and what every answer carries."""
    language.register(app)
    addresses.register(app)
    app.register_blueprint(home.bp)
    app.register_blueprint(postings.bp)
    app.register_blueprint(review.bp)
    app.register_blueprint(salaries.bp)
    app.register_blueprint(framework.bp)
    app.register_blueprint(law.bp)
    app.register_blueprint(assessments.bp)
    app.register_blueprint(resumes.bp)
    app.register_blueprint(work.bp)
    app.register_blueprint(coaching.bp)
    if settings.development:
        app.register_blueprint(styleguide.bp)
    app.register_blueprint(guide.bp)
    app.register_blueprint(search.bp)
    limits.register(app)
    app.register_blueprint(teams.bp)
    accounts.register(app)
    app.register_blueprint(sharing.bp)
    app.register_blueprint(sharing.reader_bp)
    app.register_blueprint(privacy.bp)
    work.register(app)
    errors.register(app)
    headers.register(app, settings)
    navigation.register(app)
    destinations.register(app)
    static_files.register(app)
