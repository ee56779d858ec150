"""Who this user is, and who besides him can change a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def writer_beside(file: Path) -> str | None:
    """Who else could have written the file, in words; None if only this user and the administrator can.

    A group of which this user is the only member, as most Linux systems give every user (umask 002), is nobody else.
    """
    status = file.stat()
    if status.st_uid not in (0, os.getuid()):
        return f"the file belongs to {_user_name(status.st_uid)}"
    if status.st_mode & stat.S_IWOTH:
        return "everybody can write the file"
    if status.st_mode & stat.S_IWGRP and not _is_private(status.st_gid, status.st_uid):
        return f"the group {_group_name(status.st_gid)} can write the file"
    return None


def user_name() -> str:
    """What this user is called on this machine."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Python before 3.13 lets the password database's own errors through.
        return "unknown"


def _is_private(group: int, user: int) -> bool:
    """Whether the group holds this one user only, or only the administrator."""
    if group == 0:
        return True
    import grp
    import pwd

    try:
        members, name = set(grp.getgrgid(group).gr_mem), pwd.getpwuid(user).pw_name
    except KeyError:
        return False
    return members <= {name} and all(other.pw_name == name for other in pwd.getpwall() if other.pw_gid == group)


def _user_name(user: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def _group_name(group: int) -> str:
    import grp

    try:
        return grp.getgrgid(group).gr_name
    except KeyError:
        return str(group)
