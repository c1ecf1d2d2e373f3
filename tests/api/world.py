"""The data files of the repository's own library and of the tiny world, made once a process."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from builder.api import render_api
from builder.cache import open_cache
from builder.catalogue import build_catalogue
from builder.check import check_root
from builder.views import Catalogue
from tests.worlds import REPOSITORY, TINY


@cache
def real_catalogue() -> Catalogue:
    """Return the catalogue of the repository's own library."""
    return build_catalogue(check_root(REPOSITORY, open_cache(REPOSITORY))[0])


@cache
def tiny_catalogue() -> Catalogue:
    """Return the catalogue of the tiny world."""
    return build_catalogue(check_root(TINY)[0])


@cache
def real_files() -> Mapping[str, str]:
    """Return the data files of the repository's own library."""
    return render_api(real_catalogue(), open_cache(REPOSITORY))


@cache
def tiny_files() -> Mapping[str, str]:
    """Return the data files of the tiny world."""
    return render_api(tiny_catalogue())


def real(name: str) -> Any:
    """Return what a JSON file of the real library holds, by its path under api/v1/."""
    return json.loads(real_files()[f"api/v1/{name}"])


def tiny(name: str) -> Any:
    """Return what a JSON file of the tiny world holds, by its path under api/v1/."""
    return json.loads(tiny_files()[f"api/v1/{name}"])
