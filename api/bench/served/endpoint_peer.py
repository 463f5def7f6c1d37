"""Serve triples with rdflib-endpoint; this file alone runs in the peer's own environment.

Started as ``python -I endpoint_peer.py FILE PORT``: the triples of an N-Triples file in rdflib's
memory store, as SPARQL at ``/``.
"""

import sys


def main() -> None:
    """Read the triples and serve them until killed."""
    import uvicorn  # noqa: PLC0415 - of the peer's environment
    from rdflib import Graph  # noqa: PLC0415
    from rdflib_endpoint import SparqlEndpoint  # noqa: PLC0415

    path, port = sys.argv[1:]
    app = SparqlEndpoint(graph=Graph().parse(path, format="nt"))
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error")


if __name__ == "__main__":
    main()
