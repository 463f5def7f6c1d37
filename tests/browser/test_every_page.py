"""Every kind of page in a real browser: for all readers, on small screens, on paper."""

import pytest

from tests.browser.conftest import Watched

PAGES = [
    "/",
    "/search?q=pritnz",
    "/cases",
    "/cases/printz-v-united-states",
    "/cases/national-league-of-cities-v-usery",
    "/laws?topic=firearms",
    "/laws/us-mo-sapa-2021",
    "/laws/interstate-national-popular-vote",
    "/chain",
    "/chain?from=nobody&to=printz",
    "/exposure?case=printz-v-united-states",
    "/beside?one=CA&other=TX",
    "/doctrine",
    "/doctrine/no-balancing",
    "/claims",
    "/claims/confederation-essay/07",
    "/compare",
    "/about",
    "/about/accuracy",
    "/about/coverage",
    "/questions",
    "/questions/members-of-compact",
    "/dataset.html",
    "/dumps",
    "/ns.html",
    "/scheme/verdict.html",
    "/sparql?query=SELECT+%3Fcase+WHERE+%7B+%3Flaw+ac%3AreliesOn+%3Fcase+%7D+LIMIT+9",
    "/embed/chain?from=505+U.S.+144&to=murphy-v-ncaa",
    "/embed/map?topic=firearms",
    "/embed/map?law=interstate-national-popular-vote",
    "/embed/neighbourhood?case=printz-v-united-states",
    "/embed/timeline?topic=firearms",
    "/embed/doctrine",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
NARROW = {"width": 320, "height": 700}
VIOLATIONS = """rules => axe.run(document, {runOnly: rules}).then(found => found.violations.map(
    v => `${v.id}: ${v.nodes.length} times, first ${v.nodes[0].html.slice(0, 160)}`))"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_there_for_all_readers(watched: Watched, axe: str, path: str) -> None:
    """No violation of WCAG 2.1 AA; on a narrow screen nothing has to be scrolled sideways."""
    page = watched.open(path)
    if path.startswith("/sparql"):
        page.wait_for_selector("body[data-editor=ready]")
    page.evaluate(axe)

    assert page.evaluate(VIOLATIONS, RULES) == []
    page.set_viewport_size(NARROW)  # type: ignore[arg-type] # a dict of its two keys
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= NARROW["width"], f"{wide} px wide"


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/embed")])
def test_a_page_is_whole_without_javascript_and_on_paper(scriptless: Watched, path: str) -> None:
    """What it tells is there; printed, it loses what only a screen can use."""
    page = scriptless.open(path)

    assert page.locator("main h1").count() == 1
    assert page.locator("main").inner_text().strip()
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert page.locator("main h1").is_visible()


def test_the_first_page_is_light(watched: Watched) -> None:
    """Less than 150 kB with all that it loads."""
    sizes: list[int] = []
    watched.page.on("response", lambda answer: sizes.append(len(answer.body())))
    watched.open("/").wait_for_load_state("networkidle")

    assert len(sizes) >= 2
    assert sum(sizes) < 150_000
