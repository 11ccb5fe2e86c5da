"""Old Word and WPS files (.doc, .wps, .rtf, .odt) as .docx, by LibreOffice where it is installed.

It runs without a window, in a profile of its own that is thrown away, with macros off, links not followed, no way out to
the network, and a limit on its time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from policygraph.errors import DataError

SECONDS = 90.0
_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_DEAD_END = "http://127.0.0.1:9"
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)


def program() -> str | None:
    """LibreOffice's program, None where it is not installed."""
    return next((found for each in _PROGRAMS if (found := shutil.which(each))), None)


def to_docx(suffix: str, data: bytes) -> bytes:
    """`data`, a document that its `suffix` names, as .docx; `DataError` where LibreOffice is missing or can't do it."""
    soffice = program()
    if soffice is None:
        raise DataError(
            f"{suffix} needs LibreOffice, which is not installed here: install it (libreoffice.org), "
            "or open the file in Word or WPS and save it as .docx"
        )
    with tempfile.TemporaryDirectory(prefix="policygraph-") as folder:
        place = Path(folder)
        given = place / f"in{suffix}"
        given.write_bytes(data)
        _write_profile(place / "profile" / "user")
        _run([
            soffice, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(place / "out"), str(given),
        ])  # fmt: skip
        made = place / "out" / "in.docx"
        if not made.is_file():
            raise DataError(
                f"LibreOffice can't open it: broken, or no {suffix} file: save it as .docx in the program that made it"
            )
        return made.read_bytes()


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        "utf-8",
    )


def _run(command: list[str]) -> None:
    """Runs `command` to its end, and ends it with all that it started where it takes too long."""
    environment = {**os.environ, **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _DEAD_END)}
    process = subprocess.Popen(  # noqa: S603 (a program of a known name, arguments of our own)
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
        start_new_session=sys.platform != "win32",
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise DataError(
            f"LibreOffice took longer than {SECONDS:.0f} seconds over it: save it as .docx by hand"
        ) from None
    finally:
        if sys.platform == "win32":
            process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
