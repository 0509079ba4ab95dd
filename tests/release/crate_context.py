"""Put the JSON-LD context of RO-Crate, as its library ships it, into the cache of its validator.

Run by the Python of `make extras`'s programs: the validator would fetch the context from the network.

    python crate_context.py CACHE ADDRESS FILE
"""

import io
import sys
from pathlib import Path

import requests
import urllib3
from requests.adapters import BaseAdapter
from requests_cache import CachedSession


class FromFile(BaseAdapter):
    """Answers every request with the content of one file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:
        response = requests.Response()
        response.status_code, response.url, response.request = 200, request.url, request
        response.headers["Content-Type"] = "application/ld+json"
        response.raw = urllib3.HTTPResponse(
            io.BytesIO(self.path.read_bytes()),
            response.headers,
            response.status_code,
            preload_content=False,
            request_url=request.url,
        )
        return response

    def close(self) -> None:
        pass


if __name__ == "__main__":
    cache, address, file = sys.argv[1:]
    with CachedSession(cache, backend="sqlite") as session:
        session.mount(address, FromFile(Path(file)))
        session.get(address).raise_for_status()
