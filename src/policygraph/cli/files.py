"""Files and folders of files, written whole or not at all; and what a user's file says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from policygraph.errors import PolicyGraphError


def read_text(path: Path) -> str:
    """What the text file at `path` says."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise PolicyGraphError(f"{path}: no such file") from None
    except OSError as error:
        raise PolicyGraphError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError:
        raise PolicyGraphError(f"{path}: not UTF-8: save it in that encoding") from None


def write(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all."""
    if path.is_dir():
        raise PolicyGraphError(f"{path} is a folder: name a file")
    if not path.parent.is_dir():
        raise PolicyGraphError(f"{path.parent}: no such folder")
    write_all(path.parent, {path.name: content.encode("utf-8") if isinstance(content, str) else content})


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes `files`, given by path within `folder`, which is made where it is not there; no file of it in halves.

    Others that lie in the folder stay. Nothing takes its name before all are on the disk.
    """
    if not folder.parent.is_dir():
        raise PolicyGraphError(f"{folder.parent}: no such folder")
    drafts: dict[Path, Path] = {}
    path = folder
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            drafts[path] = path.with_name(f".{path.name}.part")
            drafts[path].write_bytes(content)
        for path, draft in drafts.items():
            draft.replace(path)
    except OSError as error:
        raise PolicyGraphError(f"{path}: {error.strerror or error}") from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
