"""Files and folders of files, written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from policygraph.errors import PolicyGraphError


def write(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all."""
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
