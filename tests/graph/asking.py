"""Ask a pool of query processes from a test that is no coroutine."""

import asyncio

from graph.query_pool import QueryPool


def run(pool: QueryPool, text: str, media_type: str) -> bytes:
    """Return the whole answer; one that stands in a file is read and removed."""
    found = asyncio.run(pool.answer(text, media_type=media_type))
    if found.file is None:
        return found.data
    data = found.file.read_bytes()
    pool.remove(found.file)
    return data
