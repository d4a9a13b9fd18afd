"""The three roots of errors.

``UserError``: the person can mend it, the message says how. ``HostError``: disk, driver or codec failed.
Everything else is a bug of ours and is not caught before the worker loop or the Qt slot.
"""


class FilmotekaError(Exception):
    """Root of the errors that speak to a person: ``str(error)`` is a full sentence."""


class UserError(FilmotekaError):
    """The person can mend this; trying again without a change does not help."""


class HostError(FilmotekaError):
    """The machine failed (disk, driver, codec); trying again may help."""


class UnreadableVideoError(UserError):
    """The file holds no video that can be decoded; the message names the reason."""


class VideoVanishedError(UserError):
    """The file was there and is not any more."""


class CatalogueError(UserError):
    """The catalogue cannot be used: newer than the program, damaged, or not a catalogue."""


class QueryError(UserError):
    """A query cannot be read. ``position`` is the 0-based offset of the mistake."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class WeightsError(UserError):
    """Weights are missing, damaged or cannot be fetched; the message says what to do."""


class AnalysisCrashedError(HostError):
    """The analysis process died while it worked on a file."""


class CancelledError(FilmotekaError):
    """The person cancelled the work."""
