"""Whether a library that somebody has named is there: one on a disk that is away must not be taken for an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import StoreError

if TYPE_CHECKING:
    from briefing.config import Settings


def require(settings: Settings, *, create: bool = False) -> None:
    """Raises StoreError where a named library is missing or an empty file; to `create` it its folder is enough."""
    if not settings.named:
        return
    path = settings.library
    try:
        if not path.parent.is_dir():
            raise StoreError(str(path), "its folder is not there.", _FOLDER)
        if not create and not (path.exists() and (path.is_dir() or path.stat().st_size)):
            raise StoreError(str(path), "there is no library.", _FILE)
    except OSError as error:
        raise StoreError(str(path), f"cannot be opened ({error.strerror}).", _CHECK) from error


_CHECK = "Check the path; briefing config says where it is set."
_FOLDER = f"Is its disk connected? Else make the folder. {_CHECK}"
_FILE = f"Is its disk connected? A new one is made by: briefing add FILE|URL|-. {_CHECK}"
