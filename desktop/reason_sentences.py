"""The sentences in which the core says what went wrong, as templates that can be translated.

A figure in braces stands for what the sentence names: a file, a number, a word of the system. Their words are
those of the core, letter for letter; a test compares them with every sentence that the core can say.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Reasons"

FILES = (
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is empty (0 bytes). Copy or download it again."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is empty: it holds no bytes at all."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” holds text, not a video, whatever its name says."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is a picture, not a video."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is a folder, not a video file."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is a device or a pipe, not a video file."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” holds sound only, no video."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” holds no video stream."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” holds a video in a format (codec) that this program cannot decode."),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "“{0}” is incomplete: its index (moov) is missing. The recording or the download was cut off; copy "
        "or download it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons", "“{0}” begins with nothing but zeros: an unfinished download or a damaged disk."
    ),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is damaged or not a video: no known format was recognised."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is damaged: its header can be read, but not one picture."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is not there any more: it was moved, renamed or deleted."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” may not be read: no permission. Change the permissions of the file."),
    QT_TRANSLATE_NOOP(
        "Reasons", "“{0}” could not be read from the disk ({1}). Check the disk or the network share."
    ),
    QT_TRANSLATE_NOOP("Reasons", "{0} is not there any more."),
    QT_TRANSLATE_NOOP("Reasons", "{0} may not be read. Please check its permissions."),
    QT_TRANSLATE_NOOP("Reasons", "{0} could not be read: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "{0} does not exist."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is neither a file nor a folder."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is still being written. Please try again when it is complete."),
    QT_TRANSLATE_NOOP("Reasons", "The file holds nothing that can be read."),
    QT_TRANSLATE_NOOP("Reasons", "The file is not there any more."),
    QT_TRANSLATE_NOOP("Reasons", "The file cannot be reached. The work is queued again when it is back."),
)
ANALYSIS = (
    QT_TRANSLATE_NOOP("Reasons", "The decoder crashed on this file (signal {0})."),
    QT_TRANSLATE_NOOP("Reasons", "The analysis process ended on this file (exit code {0})."),
    QT_TRANSLATE_NOOP("Reasons", "The analysis gave no sign of life for {0} seconds and was ended."),
    QT_TRANSLATE_NOOP("Reasons", "The analysis was stopped."),
    QT_TRANSLATE_NOOP("Reasons", "Filmoteka itself failed on this file ({0}). Please report it."),
    QT_TRANSLATE_NOOP("Reasons", "The video is not in the library any more."),
)
WEIGHTS = (
    QT_TRANSLATE_NOOP("Reasons", 'The model "{0}" is not here.'),
    QT_TRANSLATE_NOOP("Reasons", "Install the program again: these weights come with it."),
    QT_TRANSLATE_NOOP("Reasons", 'Fetch it with "filmoteka models fetch {0}".'),
    QT_TRANSLATE_NOOP("Reasons", "{0} is not whole."),
    QT_TRANSLATE_NOOP("Reasons", "{0} cannot be read: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is damaged: its SHA-256 is not the expected one."),
    QT_TRANSLATE_NOOP("Reasons", "{0} arrived damaged (wrong checksum) and was deleted. Try again."),
    QT_TRANSLATE_NOOP("Reasons", 'The model "{0}" comes with the program; there is nothing to fetch.'),
    QT_TRANSLATE_NOOP("Reasons", 'The model "{0}" comes with the program and cannot be removed.'),
    QT_TRANSLATE_NOOP("Reasons", 'The model "{0}" could not be written: {1}'),
    QT_TRANSLATE_NOOP("Reasons", 'The model "{0}" needs {1} MB, but only {2} MB are free in {3}.'),
    QT_TRANSLATE_NOOP("Reasons", 'There is no model "{0}". Known are: {1}.'),
    QT_TRANSLATE_NOOP("Reasons", "The server at {0} does not state size and digest of {1}."),
    QT_TRANSLATE_NOOP("Reasons", "The server refused: {0} for {1}. Try again later."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is not reached by an encrypted connection; nothing was fetched."),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "No network: downloads are switched off (HF_HUB_OFFLINE). The built-in model keeps working.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "No network: the connection broke off several times; start again, it goes on where it stopped. The "
        "built-in model keeps working.",
    ),
    QT_TRANSLATE_NOOP("Reasons", "No network: {0}. The built-in model keeps working."),
    QT_TRANSLATE_NOOP("Reasons", "The program ends; what has arrived is kept."),
)
LIBRARY = (
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The system cannot report changes in {0} ({1}); the folder is looked through now and then instead.",
    ),
    QT_TRANSLATE_NOOP("Reasons", "There is no folder with the number {0} in the library."),
    QT_TRANSLATE_NOOP("Reasons", "There is no folder {0}."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is not a folder. Please choose the folder that holds it."),
    QT_TRANSLATE_NOOP(
        "Reasons", "The whole disk cannot be added. Please choose the folders that hold videos."
    ),
    QT_TRANSLATE_NOOP("Reasons", "{0} lies in the folder {1}, which is in the library already."),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "{0} holds the folder {1}, which is in the library already. Remove that one first; nothing known "
        "about its videos is lost.",
    ),
    QT_TRANSLATE_NOOP("Reasons", "The folder {0} cannot be made: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is a folder; please name a file for the library."),
    QT_TRANSLATE_NOOP("Reasons", "The library {0} cannot be read and written; please check its permissions."),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "{0} cannot be opened as a Filmoteka library ({1}). Choose another file or restore a backup.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "This library was made by a newer Filmoteka (format {0}, this program reads up to {1}). Please "
        "update the program; nothing was changed.",
    ),
    QT_TRANSLATE_NOOP("Reasons", "This SQLite file belongs to another program. Please name another file."),
    QT_TRANSLATE_NOOP("Reasons", "The library {0} is damaged ({1}). Restore a backup of it."),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The library {0} could not be used: the disk is full. Make room on it; nothing that was "
        "kept before is lost.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The library {0} could not be used: the disk failed. Check that it is connected and healthy.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The library {0} could not be used: it cannot be written. Check the permissions of the "
        "file and its folder.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons", "The library {0} could not be used: it cannot be opened. Check that its disk is connected."
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The library {0} could not be used: another program has been writing to it for half a "
        "minute. Please try again.",
    ),
    QT_TRANSLATE_NOOP("Reasons", "The library {0} could not be used: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "The settings cannot be kept in {0}: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "Your change could not be saved ({0}). Nothing else was lost."),
)
TAGS = (
    QT_TRANSLATE_NOOP("Reasons", "A tag needs a name."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” cannot be moved below itself."),
    QT_TRANSLATE_NOOP("Reasons", "The tag above this place is not in the tree any more."),
    QT_TRANSLATE_NOOP("Reasons", "There is no tag with the number {0}."),
    QT_TRANSLATE_NOOP("Reasons", "A tag's name cannot hold “{0}”: it separates the levels."),
    QT_TRANSLATE_NOOP("Reasons", "There is a tag “{0}” at this place already."),
    QT_TRANSLATE_NOOP("Reasons", "The tag tree {0} cannot be read: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "The tag tree {0} cannot be opened: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "The map of picture classes is damaged, reinstall the program: {0}"),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is no IAB Content Taxonomy: its columns have other names."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” cannot be read: it is not UTF-8 text."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” cannot be read: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” cannot be opened: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” does not say which version of the IAB Content Taxonomy it is."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}”, line {1}, {2}: {3}."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” holds an identifier twice."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}”: {1} is its own ancestor."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}”: {1} names {2} as its parent: it is missing."),
    QT_TRANSLATE_NOOP("Reasons", "{0} cannot be written: {1}. Choose another place."),
    QT_TRANSLATE_NOOP("Reasons", "{0} cannot be written: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "{0} is not UTF-8 text."),
    QT_TRANSLATE_NOOP("Reasons", "{0} does not begin with the columns {1}."),
    QT_TRANSLATE_NOOP("Reasons", "Line {0} of {1} cannot be read: {2}."),
)
SEGMENTS = (
    QT_TRANSLATE_NOOP("Reasons", "A segment has to end after it starts."),
    QT_TRANSLATE_NOOP("Reasons", "This segment is not there any more."),
    QT_TRANSLATE_NOOP("Reasons", "Marked by you."),
    QT_TRANSLATE_NOOP("Reasons", "Corrected by you."),
    QT_TRANSLATE_NOOP("Reasons", "The file's own chapter “{0}” names an intro."),
    QT_TRANSLATE_NOOP("Reasons", "The file's own chapter “{0}” names a recap."),
    QT_TRANSLATE_NOOP("Reasons", "The file's own chapter “{0}” names credits."),
    QT_TRANSLATE_NOOP("Reasons", "The file's own chapter “{0}” names a preview."),
    QT_TRANSLATE_NOOP("Reasons", "Its title can mean something else, so it is only offered."),
)
QUERIES = (
    QT_TRANSLATE_NOOP("Reasons", "The query is too long: it has more than {0} parts."),
    QT_TRANSLATE_NOOP("Reasons", "The query is nested too deeply."),
    QT_TRANSLATE_NOOP("Reasons", "The quote {0} is not closed."),
    QT_TRANSLATE_NOOP("Reasons", "There is a “)” too many."),
    QT_TRANSLATE_NOOP("Reasons", "This “(” is not closed."),
    QT_TRANSLATE_NOOP("Reasons", "Something is missing at the end."),
    QT_TRANSLATE_NOOP("Reasons", "Nothing stands before this “)”."),
    QT_TRANSLATE_NOOP("Reasons", "Something has to stand before “{0}”."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” cannot be compared; write {1}:…"),
    QT_TRANSLATE_NOOP("Reasons", "“{0}:” needs a value."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}:” needs a value on one side of the dots."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is not known; choose one of: {1}."),
    QT_TRANSLATE_NOOP("Reasons", "Compare “{0}”: {1}<…, {2}>… or a range such as {3}:…..…"),
    QT_TRANSLATE_NOOP("Reasons", "A range is written {0}:from..to."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is not a number such as 2 or 0.8."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is not a length of time such as 30m, 1h30m or 90s."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is not a size such as 700mb or 1.5gb."),
    QT_TRANSLATE_NOOP("Reasons", "“{0}” is not a date such as 2026, 2026-01 or 2026-01-31."),
    QT_TRANSLATE_NOOP("Reasons", "There is no field “{0}”."),
    QT_TRANSLATE_NOOP("Reasons", "Did you mean “{0}”?"),
    QT_TRANSLATE_NOOP("Reasons", "To look for the words themselves, put them in quotes."),
    QT_TRANSLATE_NOOP("Reasons", "There is no tag “{0}”."),
)
MODELS = (
    QT_TRANSLATE_NOOP("Reasons", "Tags from what is seen: 1,000 kinds of things. Built in."),
    QT_TRANSLATE_NOOP("Reasons", "Tags from English names, subtitles and speech. Built in."),
    QT_TRANSLATE_NOOP("Reasons", "Tags from Russian names, subtitles and speech. Built in."),
    QT_TRANSLATE_NOOP("Reasons", "Writes down English speech. Built in."),
    QT_TRANSLATE_NOOP("Reasons", "Finds where somebody speaks. Built in."),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "Far better tags from what is seen: any words, English and Russian, instead of 1,000 fixed kinds.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "Writes down speech in 99 languages, Russian among them; English with fewer mistakes.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "Writes down speech in 99 languages with far fewer mistakes; three times slower than base.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The original weights of Whisper base, run by PyTorch; slower than faster-whisper-base.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "The original weights of Whisper small, run by PyTorch; slower than faster-whisper-small.",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "Knows 400 kinds of human action from motion, several kinds of dance among them.",
    ),
)
SENTENCES = (*FILES, *ANALYSIS, *WEIGHTS, *LIBRARY, *TAGS, *SEGMENTS, *QUERIES, *MODELS)
