"""The description for programs: valid, of all that there is, and true of every answer."""

import json
import re

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, seed, settings
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from schemathesis import GenerationMode

from config.wsgi import application
from responses.open_data.description import document
from responses.services import withdraw
from responses.urls import urlpatterns

from ..publishing import NOW, publish_again, publish_response
from .test_interface import answered

pytestmark = pytest.mark.django_db
HERE = "http://127.0.0.1:8000"


@pytest.fixture
def publication():
    gone = publish_response()
    withdraw(publication=gone, by=None, now=NOW, reason="Wrong.")
    return publish_again(answered())


def schema_of(operation, status="200"):
    (content,) = operation["responses"][status]["content"].values()
    return content["schema"] | {"components": document()["components"]}


def check(answer, operation):
    told = json.loads(b"".join(answer))
    status = str(answer.status_code)
    Draft202012Validator(schema_of(operation, status)).validate(told)
    return told


def test_it_is_valid_openapi_and_is_what_is_sent(client):
    sent = client.get("/data/openapi.json")
    assert sent.json() == document()
    assert sent["ETag"]
    validate(document(), cls=OpenAPIV31SpecValidator)


def test_it_holds_every_address_of_the_open_data():
    routes = [
        re.sub(r"<\w+:(\w+)>", r"{\1}", str(one.pattern))
        for one in urlpatterns
        if str(one.pattern).startswith(("api/v1/", "data/"))
    ]
    others = {"/data/", "/data/openapi.json"}
    assert {f"/{route}" for route in routes} - others == set(document()["paths"])


def test_every_answer_is_as_it_says(client, publication):
    keys = {"force": publication.force.slug, "report": publication.report.slug}
    for path, methods in document()["paths"].items():
        address = path.format(**keys)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if path.endswith(".csv"):
            assert answer["Content-Type"].startswith("text/csv")
            continue
        told = check(answer, methods["get"])
        for name in ("results", "answers", "responses"):
            assert told.get(name, [1]), path
        for problem in (
            client.get(f"{address}?nothing=1"),
            client.post(address),
            client.get(address, headers={"accept": "image/png"}),
        ):
            check(problem, methods["get"])


def test_a_wrong_answer_would_be_found(client, publication):
    operation = document()["paths"]["/api/v1/answers"]["get"]
    told = client.get("/api/v1/answers").json()
    told["results"][0]["rag"] = "blue"
    assert not Draft202012Validator(schema_of(operation)).is_valid(told)


@pytest.fixture
def one_connection():
    """Keep the connection of the test, which a server would end with a request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("one_connection")
@pytest.mark.parametrize("mode", GenerationMode)
def test_nothing_that_it_allows_or_forbids_finds_a_fault(publication, mode):
    loaded = schemathesis.openapi.from_dict(document())
    loaded.app = application
    operations = [result.ok() for result in loaded.get_all_operations()]
    assert len(operations) == len(document()["paths"])
    for operation in operations:
        # What takes no parameter has nothing that would be wrong.
        if mode == GenerationMode.POSITIVE or operation.query or operation.path_parameters:
            _ask(operation, mode)


def _ask(operation, mode):
    @seed(55)
    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=HealthCheck)
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        case.call_and_validate(base_url=HERE, headers={"Accept-Encoding": "identity"})

    ask()
