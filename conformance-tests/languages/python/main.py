"""main.py <tasks> <results>: does what the tasks ask for with the generated clients, and writes what came of it."""

import importlib
import inspect
import json
import re
import sys
import typing
from pathlib import Path

import urllib3

from client import VenuePool, runtime, use
from live import batch_cancel
from signer import Request, sign


class Canned(VenuePool):
    """Keeps the last request, and answers every one alike."""

    def __init__(self, facts: dict, status: int = 200, body: str = "{}") -> None:
        super().__init__(facts)
        self.sent = None
        self._response = (status, body)

    def send(self, request: Request, **options):
        self.sent = request
        status, body = self._response
        return urllib3.HTTPResponse(body.encode(), {"Content-Type": "application/json"}, status, preload_content=True)


def main(tasks_file: str, results_file: str) -> None:
    tasks = json.loads(Path(tasks_file).read_text())
    results = {venue: run(venue, lists) for venue, lists in tasks.items()}
    Path(results_file).write_text(json.dumps(results))


def run(venue: str, tasks: dict) -> dict:
    package = importlib.import_module(venue.replace("-", "_"))
    facts = runtime(venue)
    results = {task["name"]: attempt(signing, facts, task) for task in tasks["signing"]}
    results |= {task["name"]: attempt(request, package, facts, task) for task in tasks["requests"]}
    results |= {task["name"]: attempt(response, package, facts, task) for task in tasks["responses"]}
    results["live"] = attempt(lambda: {"body": batch_cancel(venue, tasks["live"]).to_json()})
    return results


def attempt(action, *arguments) -> dict:
    try:
        return action(*arguments)
    except Exception as error:  # Whatever it is, it is the result.
        return {"error": f"{type(error).__name__}: {error}"}


def signing(facts: dict, task: dict) -> dict:
    given = Request(task["method"], task["url"], task["headers"], task["body"])
    text, signed = sign(facts["signature"], task["credentials"], int(task["time"]), given)
    return {"text": text, **signed._asdict()}


def request(package, facts: dict, task: dict) -> dict:
    pool = Canned(facts)
    try:
        call(package, pool, task)
    except Exception:
        if pool.sent is None:
            raise  # Only the request matters here: an empty object is no response of most operations.
    return pool.sent._asdict()


def response(package, facts: dict, task: dict) -> dict:
    pool = Canned(facts, int(task["status"]), task["body"])
    try:
        document = call(package, pool, task)
    except package.ApiException as error:
        if error.data is None:
            raise
        document = error.data
    return {"body": json.dumps(package.ApiClient().sanitize_for_serialization(document))}


def call(package, pool: VenuePool, task: dict):
    """Calls an operation by its id, with arguments by their names on the wire."""
    client = package.ApiClient(package.Configuration())
    use(client, pool)
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", task["operation"]).lower()
    apis = [api for key, api in vars(package).items() if key.endswith("Api")]
    [method] = [getattr(api(client), name) for api in apis if hasattr(api, name)]
    arguments = dict(task["arguments"])
    body = arguments.pop("body", None)
    hints = typing.get_type_hints(method)
    names = {plain(key): key for key in inspect.signature(method).parameters if not key.startswith("_")}
    if body and isinstance(body, dict) and all(plain(key) in names for key in body):
        arguments |= body  # The fields of a form are parameters.
        body = None
    given = {names[plain(key)]: value for key, value in arguments.items()}
    if body is not None:
        [free] = [name for name in names.values() if name not in given and (name == "body" or is_model(hints[name]))]
        given[free] = build(hints[free], body)
    return method(**given)


def plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower().removeprefix("var_"))


def inner(hint):
    """The type inside Annotated, Optional and the like."""
    arguments = [argument for argument in typing.get_args(hint) if argument is not type(None)]
    return inner(arguments[0]) if arguments and typing.get_origin(hint) is not list else hint


def is_model(hint) -> bool:
    hint = inner(hint)
    element = inner(typing.get_args(hint)[0]) if typing.get_origin(hint) is list else hint
    return hasattr(element, "from_dict")


def build(hint, body):
    hint = inner(hint)
    if typing.get_origin(hint) is list:
        return [inner(typing.get_args(hint)[0]).from_dict(element) for element in body]
    return hint.from_dict(body) if hasattr(hint, "from_dict") else body


if __name__ == "__main__":
    main(*sys.argv[1:])
