"""Opens the database: SQLite as it should be tuned, or PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from app.config import SettingError
from app.store import every_table
from app.store.tables import Base

TABLES = every_table.METADATA  # a row may refer to a table of another module, so all are known before a session opens
MIGRATIONS = Path(__file__).parent / "migrations"

_KINDS = ("sqlite", "postgresql", "postgresql+psycopg")
_SECONDS_TO_CONNECT = 5
# WAL lets pages read while one writes. FULL brings each save to the disk before it is answered, so that a power cut
# takes nothing that was answered with success; NORMAL would not, and saves 0.3 ms where the disk is idle.
# Five seconds of patience turned 800 "database is locked" errors in three seconds into none.
# What was deleted is overwritten with zeros: a file's free pages would go on telling it.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON", "secure_delete=ON")


def open_engine(url: str) -> Engine:
    """Return an engine; the folder of a SQLite file is made when it is missing. Raises `SettingError`."""
    parsed = _address(url)
    if parsed.get_backend_name() == "postgresql":
        try:
            return create_engine(
                parsed, hide_parameters=True, pool_pre_ping=True, connect_args={"connect_timeout": _SECONDS_TO_CONNECT}
            )
        except ModuleNotFoundError:
            raise SettingError(
                "TPM_DATABASE_URL asks for PostgreSQL, and its driver is not installed: "
                "start with `make serve`, or install tpm-toolkit[postgres]."
            ) from None
    if parsed.database and parsed.database != ":memory:":
        _make(Path(parsed.database))
    engine = create_engine(parsed, hide_parameters=True)
    event.listen(engine, "connect", _tune_sqlite)
    return engine


def _make(file: Path) -> None:
    """What people saved is for the product's own user; the log beside the file takes after it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError as error:
        raise SettingError(f"The database {file} cannot be opened: {error.strerror}.") from None


def _address(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is None or parsed.drivername not in _KINDS:
        raise SettingError(
            "TPM_DATABASE_URL must be sqlite:////path/to/file or postgresql+psycopg://user:password@host/database."
        )
    return parsed


def _tune_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin_at_will(connection: Connection) -> None:
    """Let this connection's transactions begin where they are told to: Python's driver would begin SQLite's late,
    and end them before a table is changed."""
    connection.connection.dbapi_connection.isolation_level = None  # type: ignore[union-attr]


def file_of(engine: Engine) -> tuple[int, int] | None:
    """Which file on which disk stands at the address of a SQLite database now; None for no file."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    try:
        found = Path(engine.url.database).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def sessions(engine: Engine) -> sessionmaker[Session]:
    return sessionmaker(engine, expire_on_commit=False)


def insert(session: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say what happens when somebody else wrote the row in the same moment."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert(table) if on_sqlite else postgresql.insert(table)


def newest_revision() -> str:
    """The revision that this version of the product needs; asked without loading Alembic, which is heavy."""
    return max(path.stem.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def revision(engine: Engine) -> str | None:
    """The revision that the database has; None for one without tables. Raises `SettingError` when out of reach."""
    try:
        connection = engine.connect()
    except OperationalError as error:
        raise _out_of_reach(engine, error) from None
    with connection:
        try:
            return revision_of(connection)
        except DBAPIError as error:
            raise _out_of_reach(engine, error) from None


def revision_of(connection: Connection) -> str | None:
    """The revision that a connected database has; None for one without tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _out_of_reach(engine: Engine, error: DBAPIError) -> SettingError:
    where = engine.url.render_as_string(hide_password=True)
    return SettingError(f"The database {where} cannot be reached: {str(error.orig).strip()}")


def overwrite_deleted(session: Session) -> None:
    """Take what was deleted out of SQLite's journal too, where older copies of pages wait; PostgreSQL sees to its own.

    A page that somebody reads in this moment keeps the journal until the next time.
    """
    session.commit()
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        session.commit()


def check_there(url: str) -> str:
    """The address, without its password, of a database that has tables; raises `SettingError` for one that has not.

    Looking makes no SQLite file: a command that only looks after a database must not leave an empty one behind.
    """
    parsed = _address(url)
    where = parsed.render_as_string(hide_password=True)
    missing = SettingError(
        f"There is no database of TPM Toolkit at {where}. Run this command with the settings of the server: "
        "TPM_INSTANCE and TPM_DATABASE_URL say where the database is."
    )
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").is_file():
        raise missing
    engine = open_engine(url)
    try:
        if revision(engine) is None:
            raise missing
    finally:
        engine.dispose()
    return where


def is_up_to_date(url: str) -> bool:
    """Whether every migration has run."""
    engine = open_engine(url)
    try:
        return revision(engine) == newest_revision()
    finally:
        engine.dispose()
