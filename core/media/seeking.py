"""Back to the beginning of a container, also where a format cannot be searched by time."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.container import InputContainer

logger = logging.getLogger(__name__)


def rewind(container: InputContainer) -> None:
    """Go to the first packet: by time, else by bytes (raw streams), else from where reading stands.

    The last case is a damaged file without an index, where nothing better can be had.
    """
    import av

    earliest = min(container.start_time or 0, 0)  # some files begin before zero
    for offset, by_bytes in ((earliest, False), (0, True)):
        try:
            container.seek(offset, unsupported_byte_offset=by_bytes)
        except av.FFmpegError as error:
            logger.debug("rewinding %s failed: %s", "by bytes" if by_bytes else "by time", error)
        else:
            return
