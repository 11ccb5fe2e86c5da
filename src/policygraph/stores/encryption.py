"""What a connection's encryption has against it, said in one line that tells what to do.

`neo4j+s://graph.example` with a certificate of the house's own authority is refused until SSL_CERT_FILE names that authority.
"""

from __future__ import annotations

import os
import re
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

_PROBE_SECONDS = 5.0
_BOLT_PORT = 7687
# What OpenSSL calls X509_V_ERR_…, each with what helps.
_NOT_YET_VALID, _EXPIRED = 9, 10
_OTHER_HOST, _OTHER_ADDRESS = 62, 64


def trouble(error: BaseException, uri: str) -> str | None:
    """What `error` says of encryption; None where it is about something else."""
    found = next((each for each in _causes(error) if isinstance(each, ssl.SSLError)), None)
    if isinstance(found, ssl.SSLCertVerificationError):
        reason = found.verify_message.rstrip(".")
        return f"the certificate of {uri} is not trusted ({reason}): {_remedy(found.verify_code, uri)}"
    if found is not None:
        plain = re.sub(r"\+s(sc)?://", "://", uri)
        return f"{uri} does not answer encrypted: take {plain} if it is not, on a network that you trust"
    return None


def wants_it(uri: str) -> str | None:
    """What to do where `uri` asks for none and the server takes nothing else; None where that is not so."""
    parts = urlsplit(uri)
    if "+" in parts.scheme or not _answers_encrypted(parts.hostname or "", parts.port or _BOLT_PORT):
        return None
    secure = uri.replace("://", "+s://", 1)
    return f"{uri} takes encrypted connections only: take {secure}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and whatever it came from; asking for routes gathers what went wrong with each server in a group."""
    if error is None:
        return
    yield error
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _causes(each)
    yield from _causes(error.__cause__ or error.__context__)


def _remedy(code: int, uri: str) -> str:
    if code in (_NOT_YET_VALID, _EXPIRED):
        return "ask whoever runs the server for one that is valid today"
    if code in (_OTHER_HOST, _OTHER_ADDRESS):
        return "give the server's address as the certificate has it"
    told = os.environ.get("SSL_CERT_FILE")
    if told and not Path(told).is_file():
        return f"SSL_CERT_FILE names {told}, which is not there"
    unchecked = uri.replace("+s://", "+ssc://", 1)
    return f"name the file of its authority in SSL_CERT_FILE, or take {unchecked}, which checks nobody's name"


def _answers_encrypted(host: str, port: int) -> bool:
    """Whether whoever listens there shakes hands for TLS, whatever its certificate."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((host, port), _PROBE_SECONDS) as open_socket,
            context.wrap_socket(open_socket, server_hostname=host),
        ):
            return True
    except (OSError, ValueError):
        return False
