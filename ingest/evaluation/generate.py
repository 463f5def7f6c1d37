"""Write the accuracy table of ``README.md`` from ``ingest/evaluation/accuracy.json``.

``python -m ingest.evaluation.generate`` writes it; with ``--check`` it only compares and exits 1 on
drift. The file of figures itself is written by ``precedent evaluate --write`` (``make accuracy``).
"""

import re
import sys
from pathlib import Path
from typing import Final

from ingest.evaluation.published import load_accuracy
from ingest.evaluation.wording import markdown

README: Final = Path(__file__).parents[2] / "README.md"
BLOCK: Final = re.compile(r"(?<=<!-- accuracy: generated -->\n).*?(?=<!-- accuracy: end -->)", re.S)


def with_figures(readme: str, figures: str) -> str:
    """Return a README whose marked block holds these figures.

    Raises:
        ValueError: the README has not exactly one marked block.
    """
    if len(BLOCK.findall(readme)) != 1:
        raise ValueError("the README must have one block marked '<!-- accuracy: generated -->'")
    return BLOCK.sub(lambda _: f"{figures}\n", readme)


def main() -> int:
    """Write the README's table, or with ``--check`` compare it; return the exit code."""
    current = README.read_text(encoding="utf-8")
    wanted = with_figures(current, markdown(load_accuracy()))
    if "--check" in sys.argv[1:]:
        if current != wanted:
            print("README.md drifted: run python -m ingest.evaluation.generate")
        return int(current != wanted)
    README.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
