"""All tables together, for migrations."""

from __future__ import annotations

from app.store import account_tables, coaching_tables, tables

MODULES = (tables, account_tables, coaching_tables)  # a module of tables is known once it is imported
METADATA = tables.Base.metadata
