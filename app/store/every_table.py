"""All tables together, for migrations."""

from __future__ import annotations

from app.store import account_tables, coaching_tables, organization_tables, tables

# a module of tables is known once it is imported
MODULES = (tables, account_tables, coaching_tables, organization_tables)
METADATA = tables.Base.metadata
