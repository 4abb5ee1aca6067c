"""The schemas in resources are those of the types."""

from __future__ import annotations

import json

import pytest

from lpd_desktop.commands.output_schemas import output_schemas
from lpd_desktop.runtime.resources import resource


@pytest.mark.parametrize("name", output_schemas())
def test_the_schema_of_an_output_is_the_one_that_is_delivered(name: str) -> None:
    delivered = json.loads(resource(f"{name}.schema.json").read_text("utf-8"))
    assert json.loads(json.dumps(output_schemas()[name])) == delivered
