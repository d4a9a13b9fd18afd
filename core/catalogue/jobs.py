"""The durable queue: claimed with a lease, told by heartbeats, finished exactly once."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence

from core.catalogue.connection import Connection, Row
from core.domain.changes import ChangeNotes
from core.domain.jobs import Job, JobCounts, JobKind, JobState
from core.domain.stages import Stage

# The indexes are named: without statistics the planner sorts the whole queue, with the write lock held.
_CLAIM = """UPDATE jobs SET state = 'running', lease_owner = :owner, lease_until = :until, started_at = :now,
    error = NULL
WHERE id = (
    SELECT id FROM jobs j INDEXED BY jobs_claim WHERE state = 'queued' AND not_before <= :now {only}
    AND NOT EXISTS (SELECT 1 FROM jobs r INDEXED BY jobs_running
        WHERE r.video_id = j.video_id AND r.state = 'running')
    ORDER BY priority DESC, id LIMIT 1)
RETURNING *"""


class Jobs:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def enqueue(self, video_id: int, kind: JobKind, stages: frozenset[Stage], priority: int = 0) -> int:
        """Queue the stages; a job that is open takes them in, one that runs comes again for them."""
        now = time.time()
        row = self._row(video_id, kind)
        if row is None:
            cursor = self._db.execute(
                "INSERT INTO jobs (video_id, kind, stages, priority, created_at) VALUES (?, ?, ?, ?, ?)",
                (video_id, kind.value, _pack(stages), priority, now),
            )
            self._notes.jobs.add(int(cursor.lastrowid or 0))
            return int(cursor.lastrowid or 0)
        if row["state"] == JobState.RUNNING:
            again = _unpack(row["again"]) | stages if row["again"] else stages
            self._db.execute("UPDATE jobs SET again = ? WHERE id = ?", (_pack(again), row["id"]))
        else:
            if row["state"] == JobState.QUEUED:
                stages |= _unpack(row["stages"])
            self._db.execute(
                """UPDATE jobs SET stages=?, priority=MAX(priority, ?), state='queued', attempts=0, not_before=0,
                error=NULL, created_at=?, finished_at=NULL WHERE id = ?""",
                (_pack(stages), priority, now, row["id"]),
            )
        self._notes.jobs.add(row["id"])
        return int(row["id"])

    def claim(self, owner: str, lease_s: float, only: Sequence[int] | None = None) -> Job | None:
        """Take the most urgent job, ``None`` where none is due; with ``only``, among those ids."""
        chosen = "" if only is None else "AND id IN (SELECT value FROM json_each(:only))"
        now = time.time()
        row = self._db.execute(
            _CLAIM.format(only=chosen),
            {"owner": owner, "until": now + lease_s, "now": now, "only": json.dumps(list(only or ()))},
        ).fetchone()
        return None if row is None else self._noted(row)

    def heartbeat(self, job_id: int, owner: str, lease_s: float) -> bool:
        """Prolong the lease; false where the job is not the owner's any more (cancelled, or taken over)."""
        cursor = self._db.execute(
            "UPDATE jobs SET lease_until = ? WHERE id = ? AND lease_owner = ? AND state = 'running'",
            (time.time() + lease_s, job_id, owner),
        )
        return cursor.rowcount == 1

    def finish(self, job_id: int, owner: str, error: str | None = None) -> bool:
        """End a run for good, as done or failed; false where the job is not the owner's any more.

        Where stages were asked for meanwhile, the job is queued for them as a new one, whatever came of this run.
        Call it first in the transaction that keeps the results, and keep nothing when it says false.
        """
        state = JobState.FAILED if error else JobState.DONE
        cursor = self._db.execute(
            """UPDATE jobs SET state = CASE WHEN again IS NULL THEN ? ELSE 'queued' END,
            error = CASE WHEN again IS NULL THEN ? END, finished_at = CASE WHEN again IS NULL THEN ? END,
            attempts = CASE WHEN again IS NULL THEN attempts + ? ELSE 0 END,
            not_before = CASE WHEN again IS NULL THEN not_before ELSE 0 END, stages = COALESCE(again, stages),
            again = NULL, runs = runs + 1, lease_owner = NULL, lease_until = NULL
            WHERE id = ? AND lease_owner = ? AND state = 'running'""",
            (state.value, error, time.time(), int(error is not None), job_id, owner),
        )
        self._notes.jobs.add(job_id)
        return cursor.rowcount == 1

    def postpone(self, job_id: int, owner: str, error: str, delay_s: float) -> bool:
        """Count a failed try and queue the job for another one after a while."""
        cursor = self._db.execute(
            """UPDATE jobs SET state='queued', attempts=attempts+1, error=?, not_before=?, lease_owner=NULL,
            lease_until=NULL WHERE id = ? AND lease_owner = ? AND state = 'running'""",
            (error, time.time() + delay_s, job_id, owner),
        )
        self._notes.jobs.add(job_id)
        return cursor.rowcount == 1

    def hand_back(self, owner: str) -> None:
        """Queue again what the owner runs, with no try counted: the program ends."""
        self._requeue("lease_owner = ?", (owner,))

    def take_back(self, is_alive: Callable[[str], bool]) -> None:
        """Queue again what died with its owner: the lease ran out, or the owner is known to be gone."""
        rows = self._db.execute(
            "SELECT id, lease_owner, lease_until FROM jobs INDEXED BY jobs_running WHERE state = 'running'"
        ).fetchall()
        now = time.time()
        for row in rows:
            if row["lease_until"] < now or not is_alive(row["lease_owner"]):
                self._requeue("id = ?", (row["id"],))

    def cancel(self, job_ids: Iterable[int], reason: str | None = None) -> None:
        """Cancel open jobs; one that runs notices at its next heartbeat. ``reason``: when no person did it."""
        for job_id in job_ids:
            self._db.execute(
                """UPDATE jobs SET state='cancelled', again=NULL, lease_owner=NULL, lease_until=NULL, finished_at=?,
                error=? WHERE id = ? AND state IN ('queued', 'running')""",
                (time.time(), reason, job_id),
            )
            self._notes.jobs.add(job_id)

    def retry(self, job_ids: Iterable[int]) -> None:
        """Queue failed and cancelled jobs again, now."""
        for job_id in job_ids:
            self._db.execute(
                """UPDATE jobs SET state='queued', attempts=0, not_before=0, error=NULL, finished_at=NULL
                WHERE id = ? AND state IN ('failed', 'cancelled')""",
                (job_id,),
            )
            self._notes.jobs.add(job_id)

    def get(self, job_id: int) -> Job | None:
        """Return one job."""
        row = self._db.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
        return None if row is None else _job(row)

    def of_video(self, video_id: int) -> tuple[Job, ...]:
        """Return the jobs of a video."""
        rows = self._db.execute("SELECT * FROM jobs WHERE video_id = ? ORDER BY id", (video_id,))
        return tuple(_job(row) for row in rows)

    def of_videos(self, video_ids: Iterable[int]) -> dict[int, list[Job]]:
        """Return the jobs of those of the videos that have any."""
        found: dict[int, list[Job]] = {}
        sql = "SELECT * FROM jobs WHERE video_id IN (SELECT value FROM json_each(?)) ORDER BY id"
        for row in self._db.execute(sql, (json.dumps(list(video_ids)),)):
            found.setdefault(row["video_id"], []).append(_job(row))
        return found

    def open_among(self, job_ids: Sequence[int]) -> tuple[int, ...]:
        """Return those of the jobs that are queued or running, in the order given."""
        rows = self._db.execute(
            """SELECT j.id FROM json_each(?) chosen JOIN jobs j ON j.id = chosen.value
            WHERE j.state IN ('queued', 'running') ORDER BY chosen.key""",
            (json.dumps(list(job_ids)),),
        )
        return tuple(row["id"] for row in rows)

    def in_state(self, states: Sequence[JobState], limit: int = 500) -> tuple[Job, ...]:
        """Return jobs in these states: running first, then by urgency."""
        rows = self._db.execute(
            """SELECT * FROM jobs WHERE state IN (SELECT value FROM json_each(?))
            ORDER BY state <> 'running', priority DESC, id LIMIT ?""",
            (json.dumps([s.value for s in states]), limit),
        )
        return tuple(_job(row) for row in rows)

    def counts(self) -> JobCounts:
        """Return how many jobs are in each state."""
        found = dict(self._db.execute("SELECT state, COUNT(*) FROM jobs GROUP BY state").fetchall())
        return JobCounts(*(found.get(state.value, 0) for state in JobState))

    def _requeue(self, where: str, values: tuple[object, ...]) -> None:
        rows = self._db.execute(
            f"""UPDATE jobs INDEXED BY jobs_running SET state='queued', lease_owner=NULL, lease_until=NULL
            WHERE state = 'running' AND {where} RETURNING id""",
            values,
        ).fetchall()
        self._notes.jobs.update(row["id"] for row in rows)

    def _row(self, video_id: int, kind: JobKind) -> Row | None:
        found: Row | None = self._db.execute(
            "SELECT * FROM jobs WHERE video_id = ? AND kind = ?", (video_id, kind.value)
        ).fetchone()
        return found

    def _noted(self, row: Row) -> Job:
        self._notes.jobs.add(row["id"])
        return _job(row)


def _pack(stages: frozenset[Stage]) -> str:
    return ",".join(sorted(stages))


def _unpack(text: str) -> frozenset[Stage]:
    return frozenset(Stage(word) for word in text.split(",") if word)


def _job(row: Row) -> Job:
    return Job(
        id=row["id"],
        video_id=row["video_id"],
        kind=JobKind(row["kind"]),
        stages=_unpack(row["stages"]),
        priority=row["priority"],
        state=JobState(row["state"]),
        attempts=row["attempts"],
        runs=row["runs"],
        error=row["error"],
        created_at=row["created_at"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
    )
