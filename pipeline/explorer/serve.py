"""The explorer over HTTP, for this machine only."""

import errno
import html
import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.errors import InputError
from pipeline.explorer.write import FIRST_FILE

ADDRESS = "127.0.0.1"
_POLICY = re.compile(r'http-equiv="Content-Security-Policy"\s+content="([^"]*)"')
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".parquet": "application/vnd.apache.parquet",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class _Handler(SimpleHTTPRequestHandler):
    """Static files with the page's own security policy as a header.

    Requests that name another host are refused, so that no other site can read the tables by
    letting its name point to this machine.
    """

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012

    def send_head(self):  # type: ignore[no-untyped-def]
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in {ADDRESS, "localhost"}:
            self.send_error(403, "Only for this machine")
            return None
        return super().send_head()

    def list_directory(self, path: object) -> None:
        self.send_error(404, "Not found")

    def end_headers(self) -> None:
        page = self.path.partition("?")[0].lstrip("/")
        policies: dict[str, str] = self.server.policies  # type: ignore[attr-defined]
        self.send_header("Content-Security-Policy", policies.get(page) or policies[FIRST_FILE])
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class ExplorerServer(ThreadingHTTPServer):
    """Serves one folder on 127.0.0.1."""

    def __init__(self, folder: Path, port: int) -> None:
        self.policies = {page.name: _policy(page) for page in folder.glob("*.html")}
        super().__init__((ADDRESS, port), partial(_Handler, directory=str(folder)))

    @property
    def url(self) -> str:
        """Address of the first page."""
        return f"http://{ADDRESS}:{self.server_port}/"


def open_server(folder: Path, port: int) -> ExplorerServer:
    """Return a server of `folder`, bound and ready to `serve_forever`; port 0 takes any free one.

    Raises:
        InputError: the port cannot be had.
    """
    try:
        return ExplorerServer(folder, port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        problem = "Another program uses the port." if taken else f"{error.strerror}."
        remedy = "Name another one with --port; 0 takes any free one."
        raise InputError(f"{ADDRESS}:{port}", problem, remedy) from error


def _policy(path: Path) -> str:
    """Return the policy that a page states itself, so that it is written down once."""
    match = _POLICY.search(path.read_text(encoding="utf-8"))
    if match is None:
        raise InputError(str(path), "It states no security policy.", "Run `make explorer` again.")
    return f"{html.unescape(match[1])}; frame-ancestors 'none'"
