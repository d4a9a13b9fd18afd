"""The notices name everything that is shipped or needed, under licences that may stand beside ours."""

from __future__ import annotations

import json
import re
from email.message import Message

import pytest
from packaging.utils import canonicalize_name

from tests.packaging_tests.scripts import ROOT, script

licences = script("licences")
notices = script("third_party_notices")


def committed_page() -> str:
    return (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8")


def pinned() -> dict[str, str]:
    """Return the versions of constraints.txt by canonical name."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if "==" in line]
    return {canonicalize_name(name): version for name, version in pairs}


def test_every_pinned_distribution_that_the_program_needs_is_named_with_its_version() -> None:
    versions = pinned()
    needed = {canonicalize_name(part.name) for part in licences.runtime_parts()} & set(versions)
    assert len(needed) > 50
    python_part = committed_page().partition("## Weights")[0]
    rows = re.findall(r"^\| \[?([\w.-]+)[^|]*\| ([^|]+) \|", python_part, re.MULTILINE)
    named = {canonicalize_name(name): version for name, version in rows}
    assert {name: named.get(name) for name in needed} == {name: versions[name] for name in needed}


def test_tools_of_developers_are_not_named() -> None:
    assert not {"pytest", "mypy", "ruff", "pyinstaller"} & {part.name for part in licences.runtime_parts()}


def test_every_needed_licence_is_known_and_may_stand_beside_ours() -> None:
    assert [part for part in licences.runtime_parts() if not licences.permitted(part.licence)] == []
    weights = {entry["id"]: entry["licence"]["spdx"] for entry in notices.manifest_weights()}
    assert {name: licence for name, licence in weights.items() if not licences.permitted(licence)} == {}


def test_every_set_of_weights_and_every_native_library_is_named() -> None:
    names = [entry["id"] for entry in notices.manifest_weights()]
    native = [entry["name"] for entry in json.loads(notices.NATIVE_PARTS.read_text("utf-8"))]
    assert names
    assert [name for name in names + native if name not in committed_page()] == []


def test_the_page_speaks_of_no_registry() -> None:
    assert not re.search(r"pypi\.|pythonhosted|simple/|anaconda", committed_page())


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("Apache-2.0 AND Apache-2.0 WITH LLVM-exception", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND AGPL-3.0-only", False),
        ("CC-BY-NC-4.0", False),
        ("unknown", False),
    ],
)
def test_an_expression_is_permitted_where_one_alternative_is(expression: str, may: bool) -> None:
    assert licences.permitted(expression) is may


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BSD License", "BSD-3-Clause"),
        ("MIT", "MIT"),
        ("Apache Software License 2.0\n\nCopyright", "Apache-2.0"),
        ("UNKNOWN", "unknown"),
        ("", "unknown"),
        ("Permission is hereby granted, free of charge,\nto any person obtaining a copy of this", "MIT"),
    ],
)
def test_a_licence_is_recognised_by_its_name_or_its_text(text: str, name: str) -> None:
    assert licences.spdx(text) == name


def test_the_home_page_is_where_the_source_is_and_never_a_registry() -> None:
    fields = Message()
    fields["Project-URL"] = "download, https://pypi.org/project/numpy/#files"
    assert licences.home_page(fields) == ""
    fields["Project-URL"] = "homepage, https://numpy.org"
    assert licences.home_page(fields) == "https://numpy.org"
    fields["Project-URL"] = "source, https://github.com/numpy/numpy"
    assert licences.home_page(fields) == "https://github.com/numpy/numpy"
