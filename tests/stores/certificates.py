"""Certificates made for a test by openssl: an authority that nobody knows, and what it signs for a server."""

from __future__ import annotations

import subprocess
from pathlib import Path

_NEW = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]


def authority(folder: Path) -> Path:
    """Makes an authority in `folder`; the certificate that a client is told to trust."""
    made = ["-subj", "/CN=PolicyGraph test authority", "-keyout", folder / "authority.key"]
    subprocess.run([*_NEW, *made, "-out", folder / "authority.pem"], check=True, capture_output=True)
    return folder / "authority.pem"


def sign(folder: Path, host: str, target: Path) -> None:
    """Writes `private.key` and `public.crt` of a server called `host` into `target`, signed by the authority in `folder`."""
    target.mkdir(parents=True)
    signer = ["-CA", folder / "authority.pem", "-CAkey", folder / "authority.key"]
    extensions = ["-addext", f"subjectAltName=DNS:{host}", "-addext", "basicConstraints=critical,CA:FALSE"]
    made = ["-subj", f"/CN={host}", *extensions, "-keyout", target / "private.key", "-out", target / "public.crt"]
    subprocess.run([*_NEW, *signer, *made], check=True, capture_output=True)
