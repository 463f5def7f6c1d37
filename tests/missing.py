"""What tests do where a program that they need is not installed."""

import os
from typing import Final, NoReturn

import pytest

ON_CI: Final = bool(os.environ.get("CI"))


def missing(what: str, how: str) -> NoReturn:
    """Skip with what to install, or fail where nothing may be skipped."""
    told = f"no {what}: {how}"
    if ON_CI:
        pytest.fail(told)
    pytest.skip(told)
