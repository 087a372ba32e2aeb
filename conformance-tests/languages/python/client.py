"""Makes the generated clients sign: OpenAPI Generator has no hook for it, but all its requests pass through urllib3."""

import json
import os
import time
from pathlib import Path

import urllib3

from signer import Request, sign

SPECS = Path(os.environ["SPECS"])


def runtime(venue: str) -> dict:
    """What a client needs to know of a venue at run time."""
    return json.loads((SPECS / venue / "runtime.json").read_text())


class VenuePool(urllib3.PoolManager):
    """Adds the headers that every call of a venue has, and signs if there are credentials."""

    def __init__(self, facts: dict, credentials: dict | None = None) -> None:
        super().__init__()
        self._scheme = facts["signature"]
        fixed = [header for header in facts.get("client-headers", []) if "option" not in header]
        self._headers = self._scheme.get("headers", {}) | {header["name"].lower(): header["value"] for header in fixed}
        self._credentials = credentials

    def urlopen(self, method, url, redirect=True, **options):
        headers = self._headers | {name.lower(): value for name, value in (options.get("headers") or {}).items()}
        request = Request(method, url, headers, options.get("body") or "")
        if self._credentials:
            _, request = sign(self._scheme, self._credentials, int(time.time() * 1000), request)
        options |= {"headers": request.headers, "body": request.body or None}
        return self.send(request, **options)

    def send(self, request: Request, **options):
        return super().urlopen(request.method, request.url, redirect=False, **options)


def use(client, pool: VenuePool) -> None:
    """Lets a generated ``ApiClient`` send through a pool."""
    client.rest_client.pool_manager = pool
