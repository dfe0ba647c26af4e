"""A line to the database that can be cut and mended."""

import contextlib
import socket
import threading
from collections.abc import Iterator

from django.db import connection


class CuttableLine:
    """Passes TCP connections on to `port` until it is cut; then it refuses new ones and drops the old."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._open: list[socket.socket] = []
        self._door: socket.socket | None = None
        self.port = 0
        self.mend()

    def mend(self) -> None:
        door = socket.create_server(("127.0.0.1", self.port), reuse_port=False)
        self.port, self._door = door.getsockname()[1], door
        threading.Thread(target=self._accept, args=(door,), daemon=True).start()

    def cut(self) -> None:
        if self._door is not None:
            # Closing alone does not wake a thread that waits in accept().
            with contextlib.suppress(OSError):
                self._door.shutdown(socket.SHUT_RDWR)
            self._door.close()
            self._door = None
        for end in self._open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._open.clear()

    def _accept(self, door: socket.socket) -> None:
        while True:
            try:
                near, _ = door.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._target))
            self._open += [near, far]
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=_pump, args=(source, target), daemon=True).start()


@contextlib.contextmanager
def out_of_reach() -> Iterator[None]:
    """Whoever connects to the database while the block lasts is refused, as every request of the site is."""
    line = CuttableLine(0)
    line.cut()
    port = connection.settings_dict["PORT"]
    connection.settings_dict["PORT"] = str(line.port)
    try:
        yield
    finally:
        connection.settings_dict["PORT"] = port


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
