"""The document for programs and the page for people say what the server does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from bggen.options import Options
from bggen.serve.talk.docs import Alive, Warm
from bggen.serve.talk.fields import BY_FILE_TOO, Fields, UrlRequest, checked
from tests.serving import FLAT, client, photo

FILES = {"photo": ("p.png", photo(), "image/png")}


@pytest.fixture(scope="module")
def http() -> Iterator[TestClient]:
    with client() as http:
        yield http


def test_docs_list_every_field_and_load_nothing_from_elsewhere(http: TestClient) -> None:
    answer = http.get("/docs")
    page = answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    for name in (*Fields.model_fields, "photo", "mask"):
        assert f"<code>{name}</code>" in page
    assert "src=" not in page
    assert "http://localhost/generate" in page
    assert http.get("/", follow_redirects=False).headers["location"] == "docs"
    assert http.get("/").url.path == "/docs"
    assert 'href="/' not in page  # a proxy may have it all below a path of its own
    assert "<script" not in http.get("/docs", headers={"Host": 'localhost:8000"><script>'}).text.lower()


def test_the_document_tells_this_servers_own_defaults() -> None:
    options = FLAT.model_copy(update={"model": "/models/ours/", "shadow": "keep"})
    with client(options=options, max_variants=3) as http:
        schemas = http.get("/openapi.json").json()["components"]["schemas"]
        page = http.get("/docs").text
    assert "<td>1 to 3</td>" in page and "<td>over 0.0 to 1.0</td>" in page and "mask_url" in page
    for name in ("GenerateForm", "UrlRequest"):
        fields = schemas[name]["properties"]
        assert (fields["model"]["enum"], fields["model"]["default"]) == (["ours"], "ours")
        assert (fields["shadow"]["default"], fields["variants"]["maximum"]) == ("keep", 3)
    assert "/models" not in str(schemas)


def test_a_default_is_told_where_there_is_one_and_is_no_file_of_the_server() -> None:
    for given, wanted in (
        ({"reference": "none", "background": "#ffffff"}, {"reference": "none", "background": "#ffffff"}),
        ({"reference": "/srv/loft.jpg", "background": None}, {}),
        ({}, {"reference": "auto"}),
    ):
        with client(options=FLAT.model_copy(update=given)) as http:
            schemas = http.get("/openapi.json").json()["components"]["schemas"]
            page = http.get("/docs").text
        for name in ("GenerateForm", "UrlRequest"):
            fields = schemas[name]["properties"]
            told = {field: fields[field]["default"] for field in BY_FILE_TOO if "default" in fields[field]}
            assert told == wanted, name
            assert "default" not in fields["prompt"] and "default" not in fields["seed"]
        assert "loft" not in page and "`" not in page


def test_the_examples_of_the_document_are_right(http: TestClient) -> None:
    document = http.get("/openapi.json").json()
    named = {path: next(iter(way.values()))["operationId"] for path, way in document["paths"].items()}
    assert sorted(named.values()) == ["generate", "generate_from_url", "health", "metrics", "ready"]

    def example(path: str, media: str) -> Any:
        return document["paths"][path]["post"]["requestBody"]["content"][media]["example"]

    by_url = example("/generate/url", "application/json")
    assert checked(UrlRequest, by_url) == by_url
    form = example("/generate", "multipart/form-data")
    assert form.pop("photo") and checked(Fields, form) == form
    problem = document["components"]["schemas"]["Problem"]["example"]
    told = http.post("/generate", files=FILES, data={"steps": "0"}).json()
    assert {k: v for k, v in told.items() if k not in ("instance", "request_id")} == {
        k: v for k, v in problem.items() if k not in ("instance", "request_id")
    }
    for path, kind in (("/health", Alive), ("/health/ready", Warm)):
        assert kind.model_validate(http.get(path).json(), strict=True)


def test_every_option_is_either_on_offer_or_withheld_on_purpose() -> None:
    withheld = {"mask", "lora", "speed", "accept_noncommercial"}  # a part of the form; the owner's decisions
    assert set(Options.model_fields) - set(Fields.model_fields) == withheld
