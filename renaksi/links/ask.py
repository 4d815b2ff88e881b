"""Asks one address at a time whether it answers, politely and without reading what it says.

Nothing is asked of private networks: the address that a name stands for is looked at before it is
connected to, of every redirect too. What only this machine may be refused is not called broken.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

_MOST_REDIRECTS = 8
_MOST_BYTES = 200_000
_SAFE = "%/:=&?~+!$,;'@()*[]"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GONE = (404, 410)
_FIRST_FAULT = 400
_BUSY = 429


class Verdict(StrEnum):
    """`unknown`: no answer, or none for programs such as this one; a reader may well get one."""

    OK = "ok"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why an address is not in order; `links.reason.<reason>` has the words."""

    GONE = "gone"
    NO_HOST = "no-host"
    CERTIFICATE = "certificate"
    LOOP = "loop"
    PRIVATE = "private"
    REFUSED = "refused"
    INVALID = "invalid"
    STATUS = "status"
    SILENT = "silent"
    BUSY = "busy"


_SURE = {*Reason} - {Reason.STATUS, Reason.SILENT, Reason.BUSY}


@dataclass(frozen=True)
class Found:
    """What came of asking; `status` is that of the last answer, if there was one."""

    reason: Reason | None = None
    status: int | None = None

    @property
    def verdict(self) -> Verdict:
        if self.reason is None:
            return Verdict.OK
        return Verdict.BROKEN if self.reason in _SURE else Verdict.UNKNOWN


class _StoppedError(Exception):
    """The address cannot be asked."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Client:
    """How addresses are asked. `allowed` are private IP addresses that may be, for tests.

    No answer may take longer than `seconds` twice over, however slowly it comes.
    """

    agent: str = "renaksi-links"
    seconds: float = 15
    tries: int = 2
    pause: float = 1
    allowed: Collection[str] = ()
    trust: ssl.SSLContext | None = None

    def ask(self, address: str) -> Found:
        """Whether the address answers. Silence is asked again after a pause."""
        found = Found(Reason.SILENT)
        for turn in range(self.tries):
            if turn:
                self.wait()
            found = self._ask_once(address)
            if found.reason is not Reason.SILENT:
                break
        return found

    def wait(self) -> None:
        """Waits as long as there should be between two questions to one host."""
        threading.Event().wait(self.pause)

    def _ask_once(self, address: str) -> Found:
        """Some servers answer HEAD with an error, or not at all, so a reader's GET has the say."""
        found = Found(Reason.SILENT)
        for method in ("HEAD", "GET"):
            try:
                found = self._follow(method, address)
            except _StoppedError as stopped:
                return Found(stopped.reason)
            except OSError as error:
                found = Found(reason_of(error))
            except (http.client.InvalidURL, ValueError):
                return Found(Reason.INVALID)
            except http.client.HTTPException:
                found = Found(Reason.SILENT)
            if found.reason in (None, Reason.NO_HOST, Reason.CERTIFICATE, Reason.BUSY):
                break
        return found

    def _follow(self, method: str, address: str) -> Found:
        for _ in range(_MOST_REDIRECTS + 1):
            status, target, _ = self._request(method, address, 0)
            if target is None:
                return Found(_reason_for(status), status)
            address = urljoin(address, target)
        return Found(Reason.LOOP)

    def read(self, address: str) -> bytes | None:
        """The beginning of what stands at an address, or None; redirects are not followed."""
        try:
            status, _, body = self._request("GET", address, _MOST_BYTES)
        except (_StoppedError, OSError, http.client.HTTPException, ValueError):
            return None
        return body if status < _FIRST_FAULT else None

    def _request(self, method: str, address: str, most: int) -> tuple[int, str | None, bytes]:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _StoppedError(Reason.INVALID)
        connection = self._connect(parts)
        timer = threading.Timer(2 * self.seconds, _cut, [connection])
        timer.start()
        try:
            query = f"?{parts.query}" if parts.query else ""
            path = quote(f"{parts.path or '/'}{query}", safe=_SAFE)
            headers = {"User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            redirects = 300 <= answer.status < _FIRST_FAULT
            target = answer.getheader("Location") if redirects else None
            return answer.status, target, answer.read(most) if most else b""
        finally:
            timer.cancel()
            connection.close()

    def _connect(self, parts: Any) -> http.client.HTTPConnection:
        secure = parts.scheme == "https"
        host, port = parts.hostname, parts.port or (443 if secure else 80)
        connection = http.client.HTTPConnection(host.encode("idna").decode(), port)
        plain = self._open(connection.host, port)
        if secure:
            context = self.trust or ssl.create_default_context()
            try:
                connection.sock = context.wrap_socket(plain, server_hostname=connection.host)
            except OSError:
                plain.close()
                raise
        else:
            connection.sock = plain
        return connection

    def _open(self, host: str, port: int) -> socket.socket:
        """A connection to one of the addresses that the name stands for, which were looked at."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        places = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not all(is_public(place) or place in self.allowed for place in places):
            raise _StoppedError(Reason.PRIVATE)
        for place in places[:-1]:
            with contextlib.suppress(OSError):  # such as IPv6 where there is none
                return socket.create_connection((place, port), timeout=self.seconds)
        return socket.create_connection((places[-1], port), timeout=self.seconds)


def is_public(place: str) -> bool:
    """Whether an IP address is one of the open internet."""
    address = ipaddress.ip_address(place.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None)
    if address.version == _NAT64.version and address in _NAT64:
        inner = ipaddress.ip_address(int(address) & 0xFFFFFFFF)
    address = inner or address
    return address.is_global and not address.is_multicast


def reason_of(error: OSError) -> Reason:
    """What a failed connection says of an address."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return Reason.CERTIFICATE
    if isinstance(error, ConnectionRefusedError):
        return Reason.REFUSED
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_NONAME:
        return Reason.NO_HOST
    return Reason.SILENT


def _reason_for(status: int) -> Reason | None:
    if status in _GONE:
        return Reason.GONE
    if status == _BUSY:
        return Reason.BUSY
    return Reason.STATUS if status >= _FIRST_FAULT else None


def _cut(connection: http.client.HTTPConnection) -> None:
    """Ends an answer that comes drop by drop."""
    if connection.sock is not None:
        with contextlib.suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)
