"""Run eyecite over texts and time it; this file alone runs in the peer's own environment.

Started as ``python -I eyecite_peer.py``: nothing of ours is imported, and the ``tests`` package
that eyecite's wheel installs cannot shadow anything here. Reads one JSON object on stdin:
``tokenizer`` (``default`` or ``hyperscan``), ``warm_up``, a text that is not timed, and
``batches``, lists of texts. Writes one on stdout: the CPU seconds of each batch with the citations
found and those resolved, or what is ``missing``.
"""

import json
import logging
import sys
import time
import warnings
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any


def main() -> None:
    """Answer the request on stdin."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    request = json.load(sys.stdin)
    try:
        versions = {name: version(name) for name in packages(request["tokenizer"])}
        tokenizer = make_tokenizer(request["tokenizer"])
    except (PackageNotFoundError, ImportError) as error:
        json.dump({"missing": str(error)}, sys.stdout)
        return
    read([request["warm_up"]], tokenizer)
    batches = [read(texts, tokenizer) for texts in request["batches"]]
    json.dump({"versions": versions, "batches": batches}, sys.stdout)


def packages(tokenizer: str) -> tuple[str, ...]:
    """Return the distributions that a tokenizer needs."""
    return ("eyecite", "hyperscan") if tokenizer == "hyperscan" else ("eyecite",)


def make_tokenizer(name: str) -> Any:  # noqa: ANN401 - eyecite ships no types
    """Return one of eyecite's tokenizers; Hyperscan's compiled patterns are kept."""
    from eyecite import tokenizers  # noqa: PLC0415 - not in our own environment

    if name == "hyperscan":
        return tokenizers.HyperscanTokenizer(cache_dir=str(Path(sys.prefix) / "hyperscan"))
    return tokenizers.default_tokenizer


def read(texts: list[str], tokenizer: Any) -> dict[str, float]:  # noqa: ANN401 - no types
    """Clean, find and resolve, as eyecite's documentation tells to."""
    from eyecite import clean_text, get_citations, resolve_citations  # noqa: PLC0415

    found = resolved = 0
    start = time.process_time()
    for text in texts:
        clean = clean_text(text, ["all_whitespace"])
        citations = get_citations(clean, tokenizer=tokenizer)
        groups = resolve_citations(citations)
        found += len(citations)
        resolved += sum(len(group) for group in groups.values())
    return {"seconds": time.process_time() - start, "found": found, "resolved": resolved}


if __name__ == "__main__":
    main()
