"""Writes results to stdout: JSON for scripts, lines for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click

from core.paths import readable

_ESCAPES = {code: repr(chr(code))[1:-1] for code in (*range(32), 127)}


def print_json(value: object) -> None:
    """Print one JSON value; ASCII alone, so that any terminal and any file name will do."""
    click.echo(json.dumps(value, ensure_ascii=True, indent=2))


def print_line(text: str = "", *, err: bool = False) -> None:
    """Print one line: what would break it, such as a line end in a file name, is written as an escape."""
    click.echo(readable(text).translate(_ESCAPES), err=err)


def clock(seconds: float) -> str:
    """Return ``1:02:03`` or ``2:03``."""
    whole = int(seconds)
    minutes = f"{whole // 60 % 60:02d}" if whole >= 3600 else str(whole // 60)
    hours = f"{whole // 3600}:" if whole >= 3600 else ""
    return f"{hours}{minutes}:{whole % 60:02d}"


def print_video(record: Mapping[str, Any]) -> None:
    """Print what ``video_record`` holds for a person."""
    length = "" if record["duration_s"] is None else f"  ({clock(record['duration_s'])})"
    print_line(f"{record['path']}{length}")
    if record["error"]:
        print_line(f"  Problem: {record['error']}")
    for tag in record["tags"]:
        print_line(f"  {_tag(tag)}")
    for segment in record["segments"]:
        span = f"{clock(segment['start_s'])} - {clock(segment['end_s'])}"
        print_line(f"  {segment['kind']}: {span}  {segment['reason']}")
    for line in record.get("transcript", ()):
        print_line(f"  [{clock(line['start_s'])}] {line['text']}")
    for job in record["jobs"]:
        if job["state"] != "done":
            print_line(
                f"  job {job['kind']}: {job['state']}" + (f" ({job['error']})" if job["error"] else "")
            )


def _tag(tag: Mapping[str, Any]) -> str:
    moments: Sequence[float] = tag["evidence_s"]
    seen = f", at {', '.join(clock(moment) for moment in moments[:3])}" if moments else ""
    return f"{' > '.join(tag['path'])}  {tag['score']:.2f}  ({tag['state']}, {tag['source']}{seen})"
