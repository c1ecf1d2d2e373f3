"""Where things are on the published site and in the repository, and the licence."""

ADDRESS = "https://strong-back.github.io/strong-back/"  # of the published site: `site_url` in mkdocs.yml
HELP = "safety/get-help-now.md"  # the page in content/ that every other page leads to
API = "api/v1"  # the folder of the data files
REPOSITORY = "https://github.com/strong-back/strong-back"
LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


def data_path(kind: str, slug: str) -> str:
    """Return the path in content/ of one entry's data file; `kind` is exercises, programs or muscles."""
    return f"{API}/{kind}/{slug}.json"


def file_address(path: str) -> str:
    """Return the address of a file in content/."""
    return ADDRESS + path


def page_address(page: str) -> str:
    """Return the address of a page in content/."""
    return ADDRESS + page.removesuffix("index.md").removesuffix(".md") + ("" if page.endswith("index.md") else "/")


def record_address(path: str) -> str:
    """Return where a record can be read in the repository."""
    return f"{REPOSITORY}/blob/main/{path}"
