"""The tables, as a list of migrations; each released one stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.catalogue.connection import Connection
from core.errors import CatalogueError

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = 1
APPLICATION_ID = 0x46494C4D  # "FILM": told apart from other programs' SQLite files
_SET = "filmoteka"

_VERSION_1 = (
    """CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE folders (
        id INTEGER PRIMARY KEY,
        path BLOB NOT NULL UNIQUE,
        online INTEGER NOT NULL DEFAULT 1,
        added_at REAL NOT NULL
    ) STRICT""",
    """CREATE TABLE videos (
        id INTEGER PRIMARY KEY,
        identity TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        series TEXT, season INTEGER, episode INTEGER, episode_title TEXT,
        duration_s REAL, width INTEGER, height INTEGER, fps REAL, size_bytes INTEGER,
        video_codec TEXT, has_audio INTEGER, created_at TEXT,
        facts TEXT, language TEXT,
        state TEXT NOT NULL DEFAULT 'present' CHECK (state IN ('present', 'missing', 'offline')),
        error TEXT,
        added_at REAL NOT NULL
    ) STRICT""",
    "CREATE INDEX videos_title ON videos (title COLLATE NOCASE)",
    "CREATE INDEX videos_added ON videos (added_at)",
    "CREATE INDEX videos_duration ON videos (duration_s)",
    "CREATE INDEX videos_size ON videos (size_bytes)",
    "CREATE INDEX videos_created ON videos (created_at)",
    "CREATE INDEX videos_episode ON videos (series, season, episode)",
    """CREATE TABLE files (
        id INTEGER PRIMARY KEY,
        video_id INTEGER NOT NULL REFERENCES videos (id),
        folder_id INTEGER REFERENCES folders (id) ON DELETE SET NULL,
        path BLOB NOT NULL UNIQUE,
        size_bytes INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'present' CHECK (state IN ('present', 'missing', 'offline')),
        seen_at REAL NOT NULL
    ) STRICT""",
    "CREATE INDEX files_video ON files (video_id)",
    "CREATE INDEX files_folder ON files (folder_id)",
    """CREATE TABLE tags (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        parent_id INTEGER REFERENCES tags (id),
        tree TEXT NOT NULL,
        name_en TEXT NOT NULL, name_ru TEXT NOT NULL,
        aliases TEXT NOT NULL DEFAULT '[]', prompts TEXT NOT NULL DEFAULT '[]',
        position INTEGER NOT NULL DEFAULT 0,
        edited INTEGER NOT NULL DEFAULT 0,
        deleted INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX tags_parent ON tags (parent_id, position)",
    """CREATE TABLE tag_closure (
        ancestor_id INTEGER NOT NULL REFERENCES tags (id),
        descendant_id INTEGER NOT NULL REFERENCES tags (id),
        depth INTEGER NOT NULL,
        PRIMARY KEY (ancestor_id, descendant_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX tag_closure_descendant ON tag_closure (descendant_id, depth)",
    """CREATE TABLE tag_predictions (
        video_id INTEGER NOT NULL REFERENCES videos (id),
        tag_id INTEGER NOT NULL REFERENCES tags (id),
        score REAL NOT NULL,
        source TEXT NOT NULL,
        evidence TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (video_id, tag_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tag_edits (
        video_id INTEGER NOT NULL REFERENCES videos (id),
        tag_id INTEGER NOT NULL REFERENCES tags (id),
        state TEXT NOT NULL CHECK (state IN ('accepted', 'added', 'rejected')),
        edited_at REAL NOT NULL,
        PRIMARY KEY (video_id, tag_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE video_tags (
        tag_id INTEGER NOT NULL REFERENCES tags (id),
        video_id INTEGER NOT NULL REFERENCES videos (id),
        score REAL NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (tag_id, video_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX video_tags_video ON video_tags (video_id, tag_id, score)",
    """CREATE TABLE segments (
        id INTEGER PRIMARY KEY,
        video_id INTEGER NOT NULL REFERENCES videos (id),
        kind TEXT NOT NULL, start_s REAL NOT NULL, end_s REAL NOT NULL CHECK (end_s > start_s),
        score REAL NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX segments_video ON segments (video_id, start_s)",
    """CREATE TABLE segment_tombstones (
        id INTEGER PRIMARY KEY,
        video_id INTEGER NOT NULL REFERENCES videos (id),
        kind TEXT NOT NULL, start_s REAL NOT NULL, end_s REAL NOT NULL
    ) STRICT""",
    "CREATE INDEX segment_tombstones_video ON segment_tombstones (video_id)",
    """CREATE TABLE transcripts (
        id INTEGER PRIMARY KEY,
        video_id INTEGER NOT NULL REFERENCES videos (id),
        start_s REAL NOT NULL, end_s REAL NOT NULL, text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX transcripts_video ON transcripts (video_id, start_s)",
    """CREATE VIRTUAL TABLE spoken_words USING fts5 (
        text, content='transcripts', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER transcripts_added AFTER INSERT ON transcripts BEGIN
        INSERT INTO spoken_words (rowid, text) VALUES (new.id, replace(replace(new.text, 'ё', 'е'), 'Ё', 'Е'));
    END""",
    """CREATE TRIGGER transcripts_removed AFTER DELETE ON transcripts BEGIN
        INSERT INTO spoken_words (spoken_words, rowid, text)
            VALUES ('delete', old.id, replace(replace(old.text, 'ё', 'е'), 'Ё', 'Е'));
    END""",
    """CREATE VIRTUAL TABLE name_words USING fts5 (
        title, path, tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TABLE stage_results (
        video_id INTEGER NOT NULL REFERENCES videos (id),
        stage TEXT NOT NULL,
        version TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'failed')),
        error TEXT,
        finished_at REAL NOT NULL,
        PRIMARY KEY (video_id, stage)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE jobs (
        id INTEGER PRIMARY KEY,
        video_id INTEGER NOT NULL REFERENCES videos (id),
        kind TEXT NOT NULL,
        stages TEXT NOT NULL,
        priority INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'queued'
            CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        attempts INTEGER NOT NULL DEFAULT 0,
        runs INTEGER NOT NULL DEFAULT 0,
        again TEXT,
        not_before REAL NOT NULL DEFAULT 0,
        lease_owner TEXT, lease_until REAL,
        error TEXT,
        created_at REAL NOT NULL, started_at REAL, finished_at REAL,
        UNIQUE (video_id, kind)
    ) STRICT""",
    "CREATE INDEX jobs_claim ON jobs (priority DESC, id) WHERE state = 'queued'",
    "CREATE INDEX jobs_running ON jobs (lease_until) WHERE state = 'running'",
    "CREATE INDEX jobs_state ON jobs (state)",
    """CREATE TABLE playback (
        video_id INTEGER PRIMARY KEY REFERENCES videos (id),
        position_s REAL NOT NULL, finished INTEGER NOT NULL DEFAULT 0, updated_at REAL NOT NULL
    ) STRICT""",
)


def _version_1(db: Database) -> None:
    for statement in _VERSION_1:
        db.execute(statement)


_MIGRATIONS: tuple[Callable[[Database], None], ...] = (_version_1,)


def version_of(db: Connection) -> int:
    """Return the schema version of the file; 0 for a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: Connection) -> None:
    """Bring the file to ``SCHEMA_VERSION``, each step in one transaction.

    Raises CatalogueError where a newer program made the file.
    """
    _refuse_foreign(db)
    found = version_of(db)
    if found > SCHEMA_VERSION:
        raise CatalogueError(
            f"This library was made by a newer Filmoteka (format {found}, this program reads up to "
            f"{SCHEMA_VERSION}). Please update the program; nothing was changed."
        )
    if found == SCHEMA_VERSION:
        return
    from sqlite_utils import Database  # a quarter of a second that only a migration needs
    from sqlite_utils.migrations import Migrations

    steps = Migrations(_SET)
    for number, step in enumerate(_MIGRATIONS, start=1):
        steps(name=f"{number:04d}")(_stamped(step, number))
    db.execute("BEGIN IMMEDIATE")  # two programs may open a new library at the same moment
    try:
        if version_of(db) < SCHEMA_VERSION:
            steps.apply(Database(db))
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _refuse_foreign(db: Connection) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return
    if db.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()[0]:
        raise CatalogueError("This SQLite file belongs to another program. Please name another file.")


def _stamped(step: Callable[[Database], None], number: int) -> Callable[[Database], None]:
    def run(database: Database) -> None:
        step(database)
        database.execute(f"PRAGMA user_version = {number}")

    return run
