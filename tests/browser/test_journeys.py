"""What readers come to do, with the keyboard alone, and in the query editor."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched

MOST_STEPS = 60  # presses of Tab after which a reader would give up


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on what has this name, and see that it shows."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => { const e = document.activeElement; const s = getComputedStyle(e);
               return [(e.getAttribute('aria-label') || e.innerText || e.id || '').trim(),
                       s.outlineStyle !== 'none']; }"""
        )
        if name in focused[0]:
            assert focused[1], f"no outline on {name!r}"
            return
    raise AssertionError(f"{MOST_STEPS} steps do not lead to {name!r}")


def test_a_case_and_its_laws_are_found_with_the_keyboard_alone(watched: Watched) -> None:
    """From the search to the case, over the skip link to its sections, and on to a law."""
    page = watched.open("/")
    tab_to(page, "q")
    page.keyboard.type("pritnz")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]").first).to_contain_text("was taken for")
    tab_to(page, "Printz v. United States")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Printz v. United States")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    tab_to(page, "Laws")
    page.keyboard.press("Enter")
    assert page.url.endswith("#laws")


def test_a_list_of_laws_is_narrowed_and_a_chain_asked_by_form(watched: Watched) -> None:
    """The address then holds what was asked, and can be kept."""
    page = watched.open("/laws")
    page.select_option("#topic", "firearms")
    page.click("main form button")
    assert "topic=firearms" in page.url
    expect(page.locator("[role=status]").first).to_contain_text("laws")
    page.goto(page.url.split("/laws")[0] + "/chain")
    page.fill("#from", "prigg-v-pennsylvania")
    page.fill("#to", "printz")
    page.select_option("#element", "anti-commandeering")
    page.click("main form button")
    expect(page.locator("figure svg")).to_be_visible()
    assert "element=anti-commandeering" in page.url


def test_a_draft_is_held_beside_the_record(watched: Watched) -> None:
    """*United States v. Missouri* stands as the warning."""
    page = watched.open("/compare")
    page.fill(
        "#text",
        "The federal Gun Control Act is invalid in this state. No officer of this state shall"
        " enforce it, and an agency that does owes a civil penalty of $50,000.",
    )
    page.click("main form button")

    expect(page.locator("main")).to_contain_text("United States v. Missouri")


def test_the_editor_asks_completes_and_lets_the_keyboard_leave(watched: Watched) -> None:
    """A query runs to rows; Control-Space offers our terms; Tab goes on."""
    page = watched.open("/sparql")
    page.wait_for_selector("body[data-editor=ready]")
    assert not page.locator("#plain").is_visible()
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table tbody tr")
    assert page.locator(".yasr table tbody tr").count() > 5
    page.evaluate(
        """() => { const c = document.querySelector('.CodeMirror').CodeMirror;
           c.setValue(c.getValue().split('SELECT')[0] + 'ASK { ?law ac:reli');
           c.focus(); c.setCursor(c.lastLine(), 18); }"""
    )
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints")).to_contain_text("reliesOn")
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.focus()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") != "TEXTAREA"


def test_a_permalink_of_the_editor_brings_the_query_back(watched: Watched) -> None:
    """As it was, without what the endpoint knows anyway."""
    query = "SELECT ?law WHERE { ?law a ac:StateLaw } LIMIT 2"
    page = watched.open("/sparql")
    page.wait_for_selector("body[data-editor=ready]")
    with page.expect_response(lambda answer: "/sparql/ways" in answer.url):
        page.evaluate("q => document.querySelector('.CodeMirror').CodeMirror.setValue(q)", query)
    page.wait_for_timeout(100)
    page.goto(page.locator("#permalink").get_attribute("href") or "")
    page.wait_for_selector("body[data-editor=ready]")

    assert query in page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    expect(page.locator("#answer [role=status]")).to_have_text("2 rows")
