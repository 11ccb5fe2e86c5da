"""The embedded server as files and a command line: where its Java is, what it is told, who may log in.

The engine is ArcadeDB from the wheel `arcadedb-embedded`, which brings its own Java. The wheel is never imported:
its module would start a Java machine inside this process.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import platform
import secrets
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from policygraph.errors import PolicyGraphError
from policygraph.stores.keeper import write_private

DATABASE = "graph"
_ROUNDS = 65536
_OTHER_WAY = "give --store the address of a Neo4j server (bolt://host:7687) instead"

_BASE = ["-Xmx2g", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"]
_JAVA = [
    *_BASE,
    "--add-modules=jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
    *(
        f"--add-opens=java.base/java.{name}=ALL-UNNAMED"
        for name in ("util.concurrent.atomic", "nio.channels.spi", "lang")
    ),
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
]

_SETTINGS = {
    "server.defaultDatabases": f"{DATABASE}[root]",
    # The engine's own default is to listen on every interface of the machine.
    "bolt.host": "127.0.0.1",
    "bolt.port": "0",
    "server.httpIncomingHost": "127.0.0.1",
    "server.httpIncomingPort": "0",
    "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "server.httpWorkerThreads": "4",
    "txWalFlush": "2",
    # A transaction copies each page of an index that it changes; at the default of 256 KB a store of thousands of plans
    # spends its memory on that.
    "indexDefaultPageSize": "65536",
    "command.timeout": "60000",
    "bolt.maxMessageSize": "67108864",
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
}


@dataclass(frozen=True, slots=True)
class Engine:
    """The installed engine: its folder in the wheel, and its exact version."""

    home: Path
    version: str

    @property
    def java(self) -> Path:
        """The Java that the wheel brings."""
        return self.home / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")


def engine() -> Engine:
    """The installed engine; a one-line error where this platform has none."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    if spec is None or not spec.submodule_search_locations:
        where = f"{platform.system()} {platform.machine()}"
        raise PolicyGraphError(f"the embedded store is not installed on this machine ({where}): {_OTHER_WAY}")
    found = Engine(Path(spec.submodule_search_locations[0]), importlib.metadata.version("arcadedb-embedded"))
    if not found.java.exists():
        raise PolicyGraphError(f"the embedded store lacks its Java: reinstall arcadedb-embedded, or {_OTHER_WAY}")
    return found


def prepare(folder: Path, found: Engine) -> dict[str, str]:
    """Writes the users and the Java options into `folder`; the new passwords of `root` and `reader`."""
    config = folder / "config"
    config.mkdir(mode=0o700, exist_ok=True)
    passwords = {"root": secrets.token_urlsafe(24), "reader": secrets.token_urlsafe(24)}
    rights = {"root": {"*": ["admin"]}, "reader": {DATABASE: ["readonly"]}}
    users = [json.dumps(_user(name, passwords[name], rights[name])) for name in rights]
    write_private(config / "server-users.jsonl", "".join(f"{user}\n" for user in users))
    write_private(config / "server-groups.json", json.dumps(_GROUPS))
    write_private(folder / "java.args", "\n".join(_quoted(word) for word in _arguments(folder, found)))
    return passwords


_EVERYTHING = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]


def _group(access: list[str], records: list[str]) -> dict[str, object]:
    return {"access": access, "resultSetLimit": -1, "readTimeout": -1, "types": {"*": {"access": records}}}


_ADMIN = _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], _EVERYTHING)
_GROUPS = {
    "version": 1,
    "databases": {
        "*": {"groups": {"admin": _ADMIN}},
        DATABASE: {"groups": {"readonly": _group([], ["readRecord"])}},
    },
}


def _user(name: str, password: str, databases: dict[str, list[str]]) -> dict[str, object]:
    salt = secrets.token_urlsafe(24)
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)
    coded = base64.b64encode(key).decode()
    return {"name": name, "password": f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${coded}", "databases": databases}


def _arguments(folder: Path, found: Engine) -> list[str]:
    settings = {"server.rootPath": str(folder), "server.logsDirectory": str(folder / "log"), **_SETTINGS}
    options = [f"-Darcadedb.{key}={value}" for key, value in settings.items()]
    return [*_JAVA, *options, "-cp", str(found.home / "jars" / "*"), "com.arcadedb.server.ArcadeDBServer"]


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@dataclass(frozen=True, slots=True)
class Launch:
    """The command that runs a server; `draft` is the class archive that its end writes, to be moved to `archive`."""

    command: list[str]
    draft: str | None = None
    archive: str | None = None


def launch(folder: Path, found: Engine) -> Launch:
    """How to run the server of `folder`, faster where the cache folder has the engine's classes laid out.

    The first start dumps the base archive, the first server's end the archive above it. Both are only a saving,
    so whatever goes wrong with them is passed over.
    """
    tail = [f"@{folder / 'java.args'}"]
    cache = user_cache_path("policygraph", appauthor=False) / f"arcadedb-{found.version}"
    base, above, draft = cache / "base.jsa", cache / "server.jsa", cache / f"server.{secrets.token_hex(4)}.jsa"
    if not (base.exists() or _dump(base, found)):
        return Launch([str(found.java), *tail])
    if above.exists():
        return Launch([str(found.java), f"-XX:SharedArchiveFile={base}{os.pathsep}{above}", *_QUIET, *tail])
    options = [f"-XX:SharedArchiveFile={base}", f"-XX:ArchiveClassesAtExit={draft}", *_QUIET]
    return Launch([str(found.java), *options, *tail], str(draft), str(above))


_QUIET = ["-Xlog:disable", "-Xlog:all=error:stderr"]


def _dump(base: Path, found: Engine) -> bool:
    """Lays out the classes of Java itself at `base`; False where that fails."""
    draft = base.with_name(f"base.{secrets.token_hex(4)}.jsa")
    dump = [str(found.java), *_BASE, "-Xshare:dump", f"-XX:SharedArchiveFile={draft}"]
    try:
        base.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(dump, check=True, capture_output=True, timeout=60)  # noqa: S603
        draft.replace(base)
    except (OSError, subprocess.SubprocessError):
        return False
    return True
