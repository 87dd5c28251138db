"""The log: one line an event, for people or for machines, and never what a person wrote."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

KINDS = ("text", "json")


def configuration(kind: str) -> dict[str, Any]:
    """What `logging.config.dictConfig` takes; the names of handlers and formatters are those that the server knows."""
    formatter = {"()": "app.logs.formatter", "kind": kind}
    handler = {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"generic": formatter, "access": formatter},
        "handlers": {"console": handler, "access": handler},
        "loggers": {
            "_granian": {"handlers": ["console"], "propagate": False},
            "granian.access": {"handlers": ["access"], "propagate": False},
            "tpm": {"level": "INFO"},
        },
        "root": {"handlers": ["console"], "level": "WARNING"},
    }


def formatter(kind: str) -> logging.Formatter:
    return JsonLines() if kind == "json" else TextLines()


def event(logger: logging.Logger, level: int, message: str, **fields: object) -> None:
    """Log what happened; the fields become keys of the JSON and words of the line."""
    logger.log(level, message, extra={"fields": fields})


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": _moment(record).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        return json.dumps(line | _fields(record) | _error(record), ensure_ascii=False, default=str)


class TextLines(logging.Formatter):
    """One readable line, and below it where an error came from."""

    def format(self, record: logging.LogRecord) -> str:
        when = _moment(record).strftime("%Y-%m-%d %H:%M:%S")
        words = [when, record.levelname, record.getMessage()]
        words += [f"{name}={value}" for name, value in _fields(record).items()]
        error = _error(record)
        if not error:
            return " ".join(words)
        return "\n    ".join([" ".join([*words, f"error={error['error']}"]), *error["where"]])


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


def _fields(record: logging.LogRecord) -> dict[str, object]:
    fields: dict[str, object] = getattr(record, "fields", {})
    return fields


def _error(record: logging.LogRecord) -> dict[str, Any]:
    """The kinds of the errors and where they came from; their messages may quote what a person wrote."""
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return {}
    chain = _chain(error)
    return {
        "error": " < ".join(_kind(one) for one in chain),
        "where": [place for one in chain for place in _places(one)],
    }


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what it came from."""
    chain = [error]
    while len(chain) < 5 and (before := chain[-1].__cause__ or chain[-1].__context__):
        chain.append(before)
    return chain


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _places(error: BaseException) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
