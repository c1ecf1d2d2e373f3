"""What a build left: pages, bytes, search index."""

import gzip
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Site:
    """A site in numbers. `page_bytes` is the mean of an exercise's page, `index_bytes` the search index with gzip."""

    records: int
    pages: int
    page_bytes: int
    all_bytes: int
    index_bytes: int


def weigh_site(site: Path, index: str) -> Site:
    """Look at a built site; `index` is the path of its search index."""
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = [file for file in files if file.suffix == ".html"]
    records = [file.stat().st_size for file in pages if file.parent.name.startswith("generated-")]
    zipped = len(gzip.compress((site / index).read_bytes(), 6, mtime=0)) if (site / index).is_file() else 0
    mean = sum(records) // max(1, len(records))
    return Site(len(records), len(pages), mean, sum(file.stat().st_size for file in files), zipped)
