"""Fill the page templates."""

from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.embeds.sharing import shared
from api.signposts import is_ours, local_path
from api.wording import counted
from graph.answers import CaseSummary


def case_url(case: CaseSummary) -> str:
    """Return the page of a case."""
    return "/cases/" + quote(case.key)


def is_link(text: str) -> bool:
    """Tell a source that can be followed from one that is only named."""
    return text.startswith(("http://", "https://"))


def local(iri: str) -> str:
    """Return where this server answers for an IRI, or the IRI itself if it is not ours."""
    return local_path(iri) if is_ours(iri) else iri


_pages = Environment(
    loader=PackageLoader("api", "pages/templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_pages.globals["case_url"] = case_url
_pages.globals["shared"] = shared
_pages.globals["counted"] = counted
_pages.tests["link"] = is_link
_pages.filters["local"] = local


def has_editor() -> bool:
    """Tell whether the query editor has been fetched and laid among the static files."""
    return (files("api") / "pages" / "static" / "built" / "yasgui.min.js").is_file()


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - what each template needs
    """Return a page as HTML."""
    return _pages.get_template(template).render(**values)
