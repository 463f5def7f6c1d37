"""A citation is one of a quotation where the words about it are the authority's own."""

import pytest

from ingest.citation import Found
from ingest.pipeline import build_pipeline

A = "A v. B, 301 U.S. 1, 5 (1937)"
B = "C v. D, 302 U.S. 2, 6 (1937)"


def quoted(text: str) -> list[bool]:
    """Return of each reference whether it is one of a quotation."""
    found: list[Found] = build_pipeline()(text)._.citations
    return [f.quoted for f in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f'"States are not mere agents." {A}.', id="sentence before"),
        pytest.param(
            f"\"They 'do not own agents.' {A}, and so we hold.\"", id="marks within marks"
        ),
        pytest.param(f'"Agents, not States.",[3] {A}.', id="footnote call between"),
        pytest.param(f'They keep "a residue of power," {A}, we said.', id="within a sentence"),
        pytest.param(f'See {A} ("States are no agents").', id="parenthesis is a quotation"),
        pytest.param(f'See {A} (holding that States "may not be agents").', id="and in part"),
        pytest.param(f"It may not command. {A} (emphasis added).", id="said to be altered"),
        pytest.param(f"Quite. {A} (internal quotation marks omitted).", id="marks omitted"),
        pytest.param(f'In {A}, the Court said that "States are no agents."', id="it speaks"),
        pytest.param(f'There is "no such federal power" over them. {A}.', id="in the sentence"),
    ],
)
def test_words_of_the_authority_make_it_quoted(text: str) -> None:
    """Before the citation, in its parenthesis, or after it is said to speak."""
    assert quoted(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Congress may not command States. {A}.", id="no quotation"),
        pytest.param(f'Some call it "commandeering" of States. {A}.', id="a word in marks"),
        pytest.param(f'"States are no agents," he said. Cf. {A}.', id="cf."),
        pytest.param(f'He held "the old view" for years and years.\n\n{A}.', id="a paragraph on"),
        pytest.param(f'{A}. "States are no agents" is another\'s phrase.', id="a sentence later"),
    ],
)
def test_marks_that_do_not_touch_it_make_nothing_quoted(text: str) -> None:
    """Another's words, a title, or words of another sentence."""
    assert quoted(text) == [False]


def test_only_the_first_of_a_string_is_quoted() -> None:
    """The others stand beside it for the same proposition."""
    assert quoted(f'"States are no agents." {A}; {B}.') == [True, False]


def test_what_is_quoted_within_is_quoted_too() -> None:
    """The parenthesis names the source of the words."""
    assert quoted(f'"States are no agents." {A} (quoting {B}).') == [True, True]


def test_a_parallel_is_quoted_as_its_first_is() -> None:
    """They are one authority."""
    text = '"States are no agents." A v. B, 301 U.S. 1, 57 S. Ct. 5 (1937).'

    assert quoted(text) == [True, True]
