"""Signs requests of any venue, by the ``x-signature`` of its spec (``signature`` in its ``runtime.json``)."""

import base64
import hashlib
import hmac
import json
import re
from datetime import datetime, timezone
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlsplit

from coincurve import PrivateKey
from Crypto.Hash import keccak
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key


class Request(NamedTuple):
    method: str
    url: str
    headers: dict  # by names in lower case
    body: str


def sign(scheme: dict, credentials: dict, millis: int, request: Request) -> tuple[str, Request]:
    """Returns the text that was signed, and the signed request.

    ``credentials`` has ``apiKey``, ``passphrase`` where the venue has one, and a ``key`` of one kind: ``{"hmac": secret}``,
    ``{"rsa": pem}``, ``{"ed25519": pem}`` or ``{"secp256k1": hex}``.
    """
    [(kind, secret)] = credentials["key"].items()
    if kind not in scheme["keys"]:
        raise ValueError(f"This venue has no keys of the kind {kind}: use {' or '.join(scheme['keys'])}")
    key, parameters, send = scheme["keys"][kind], scheme["parameters"], scheme["send"]
    url = urlsplit(request.url)
    address, _, query = request.url.partition("?")
    headers = {**scheme.get("headers", {}), **request.headers}
    values = {
        **headers,
        "apiKey": credentials["apiKey"],
        "passphrase": credentials.get("passphrase", ""),
        "time": str(millis) if scheme["time"] == "epoch-millis" else _utc_seconds(millis),
        "method": request.method,
        "host": url.netloc,
        "path": url.path,
        "algorithm": key.get("algorithm", ""),
        "code": key.get("code", ""),
    }

    added = {name: _fill(value, values) for name, value in parameters.get("add", {}).items()}
    is_form = parameters["in"] == "query-or-form" and request.method != "GET"
    is_json = parameters["in"] == "query-or-json" and request.body != ""
    body, sent, decoded = request.body, "", ""
    if is_json:
        body = json.dumps({**json.loads(body), **added}, separators=(",", ":"), ensure_ascii=False)
    else:
        replaced = {*parameters.get("drop", []), *added}
        own = parse_qsl(body if is_form else query, keep_blank_values=True)
        pairs = sorted([pair for pair in own if pair[0] not in replaced] + list(added.items()), key=lambda pair: pair[0])
        keep = parameters.get("keep", "")
        sent = "&".join(f"{quote(name, safe=keep)}={quote(value, safe=keep)}" for name, value in pairs)
        decoded = "&".join(f"{name}={value}" for name, value in pairs)
    values["query"] = decoded if parameters["signed"] == "decoded" else sent
    values["body"] = "" if is_form else body

    text = _fill(scheme["text"], values)
    values["signature"] = _encoded(key["encoding"], _signature(kind, secret, text.encode()))
    if "parameter" in send:
        sent += f"&{send['parameter']}={quote(values['signature'], safe='')}"
    headers |= {name.lower(): _fill(value, values) for name, value in send.get("headers", {}).items()}
    if request.method != "GET" and body == "" and "empty-body" in send:
        headers["content-type"] = send["empty-body"]
    signed_url = address if is_form or sent == "" else f"{address}?{sent}"
    return text, Request(request.method, signed_url, headers, sent if is_form else body)


def _utc_seconds(millis: int) -> str:
    return datetime.fromtimestamp(millis // 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")


def _signature(kind: str, key: str, text: bytes) -> bytes:
    match kind:
        case "hmac":
            return hmac.digest(key.encode(), text, hashlib.sha256)
        case "rsa":
            return load_pem_private_key(key.encode(), None).sign(text, PKCS1v15(), SHA256())
        case "ed25519":
            return load_pem_private_key(key.encode(), None).sign(text)
        case "secp256k1":
            return _personal_sign(key, text)
    raise ValueError(f"No signer for a key of the kind {kind}")


def _personal_sign(key: str, message: bytes) -> bytes:
    """EIP-191, version 0x45: what wallets call personal_sign."""
    prefix = f"\x19Ethereum Signed Message:\n{len(message)}".encode()
    digest = keccak.new(digest_bits=256, data=prefix + message).digest()
    signature = PrivateKey.from_hex(key.removeprefix("0x")).sign_recoverable(digest, hasher=None)
    return signature[:64] + bytes([27 + signature[64]])


def _encoded(encoding: str, signature: bytes) -> str:
    match encoding:
        case "hex":
            return signature.hex()
        case "0x-hex":
            return "0x" + signature.hex()
    return base64.b64encode(signature).decode()


def _fill(template: str, values: dict) -> str:
    def value(place: re.Match) -> str:
        text = values.get(place[2], "")
        return place[1] + text if text else ""

    return re.sub(r"\{([?#]?)([\w-]+)\}", value, template)
