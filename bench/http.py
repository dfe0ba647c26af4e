"""A small HTTP client on one lasting connection: quick, since it shares the machine with what it measures."""

import html
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

FORM_TYPE = "application/x-www-form-urlencoded"
_COOKIE = re.compile(rb"\r\nset-cookie: *([^=\r\n]+)=([^;\r\n]*)", re.IGNORECASE)
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_INPUT = re.compile(r"<input\b[^>]*\btype=\"hidden\"[^>]*>")
_ATTRIBUTE = re.compile(r"\b(name|value)=\"([^\"]*)\"")


class Unexpected(Exception):
    """An answer that a person would not have got; the measurement is void."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    head: bytes
    body: bytes

    def cookies(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in _COOKIE.findall(self.head)}

    def header(self, name: str) -> str:
        found = re.search(rb"\r\n" + name.encode() + rb": *([^\r\n]*)", self.head, re.IGNORECASE)
        return found[1].decode() if found else ""

    def hidden(self) -> dict[str, str]:
        """The hidden inputs of the page."""
        found = (dict(_ATTRIBUTE.findall(tag)) for tag in _INPUT.findall(self.body.decode()))
        return {tag["name"]: html.unescape(tag.get("value", "")) for tag in found if "name" in tag}


@dataclass(slots=True)
class Client:
    """One visitor: his connection and his cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _socket: socket.socket | None = None

    def get(self, path: str, expect: int = 200) -> Answer:
        return self._keep(self.exchange(self.raw("GET", path)), path, expect)

    def post(self, path: str, form: Mapping[str, str], expect: int = 302, place: str = "") -> Answer:
        return self._keep(self.exchange(self.raw("POST", path, form, place)), path, expect)

    def raw(self, method: str, path: str, form: Mapping[str, str] | None = None, place: str = "") -> bytes:
        """A whole request. `place` is the visitor's address as our proxy would tell it."""
        body = urlencode(form).encode() if form is not None else b""
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: identity"]
        lines += [f"Cookie: {'; '.join(f'{name}={value}' for name, value in self.cookies.items())}"]
        lines += [f"X-Forwarded-For: {place}"] if place else []
        lines += [f"Content-Type: {FORM_TYPE}", f"Content-Length: {len(body)}"] if form is not None else []
        return "\r\n".join([*lines, "", ""]).encode() + body

    def exchange(self, request: bytes) -> Answer:
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self.port), timeout=60)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(request)
        head, _, rest = self._until_head()
        length = _LENGTH.search(head)
        missing = int(length[1]) - len(rest) if length else 0
        parts = [rest]
        while missing > 0:
            parts.append(self._receive())
            missing -= len(parts[-1])
        return Answer(int(head[9:12]), head, b"".join(parts))

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _until_head(self) -> tuple[bytes, bytes, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._receive()
        return data.partition(b"\r\n\r\n")

    def _receive(self) -> bytes:
        assert self._socket is not None
        data = self._socket.recv(65536)
        if not data:
            raise Unexpected("the server closed the connection")
        return data

    def _keep(self, answer: Answer, path: str, expect: int) -> Answer:
        if answer.status != expect:
            raise Unexpected(f"{path} answered {answer.status}, not {expect}: {answer.body[:300]!r}")
        self.cookies |= answer.cookies()
        return answer
