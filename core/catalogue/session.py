"""The repositories over one connection, within one transaction."""

from __future__ import annotations

from core.catalogue.connection import Connection
from core.catalogue.files import Files
from core.catalogue.folders import Folders
from core.catalogue.jobs import Jobs
from core.catalogue.meta import Meta
from core.catalogue.playback import PlaybackPoints
from core.catalogue.results import Results
from core.catalogue.segments import Segments
from core.catalogue.tag_tree import TagTree
from core.catalogue.transcripts import Transcripts
from core.catalogue.video_search import VideoSearch
from core.catalogue.video_tags import VideoTags
from core.catalogue.videos import Videos
from core.domain.changes import ChangeNotes


class Session:
    """What may be asked of the catalogue; writing methods are refused by SQLite on a read session."""

    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self.meta = Meta(db)
        self.folders = Folders(db, notes)
        self.files = Files(db, notes)
        self.videos = Videos(db, notes)
        self.search = VideoSearch(db)
        self.tag_tree = TagTree(db, notes)
        self.video_tags = VideoTags(db, notes)
        self.segments = Segments(db, notes)
        self.transcripts = Transcripts(db, notes)
        self.results = Results(db, notes)
        self.jobs = Jobs(db, notes)
        self.playback = PlaybackPoints(db, notes)
