"""Whether files can be stored, and how much room there is for them."""

import logging
import os
import shutil
import tempfile

logger = logging.getLogger(__name__)
MB = 1024 * 1024
PROBE = "probe"  # the name of a file that is not there
BLOCK = bytes(4096)


def is_writable(storage):
    """Return whether ``storage``, one of Django's, takes files now: written in a folder of this
    machine, asked for a name elsewhere.
    """
    folder = folder_of(storage)
    try:
        if folder is None:
            storage.exists(PROBE)
            return True
        os.makedirs(folder, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(BLOCK)
        return True
    except Exception as error:  # OSError here, and whatever a client of a bucket raises
        logger.error("Files cannot be stored: %r.", error)
        return False


def folder_of(storage):
    """Return the folder of a storage on this machine; None of another."""
    try:
        return storage.path("")
    except NotImplementedError:
        return None


def free_mb(folder):
    """Return the megabytes that are free where ``folder`` lies, or will; 0 where nothing tells."""
    while not os.path.exists(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    try:
        return shutil.disk_usage(folder).free // MB
    except OSError:
        return 0


def takes_files(storage):
    """Return whether it makes sense to make files for ``storage`` now.

    Of one elsewhere it is supposed: each asking costs money there.
    """
    return folder_of(storage) is None or (has_room(storage, 0) and is_writable(storage))


def has_room(storage, size):
    """Return whether ``storage`` takes a file of ``size`` bytes and leaves some room."""
    folder = folder_of(storage)
    return folder is None or free_mb(folder) > size // MB + 50
