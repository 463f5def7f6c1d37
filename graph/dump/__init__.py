"""The whole graph as files: RDF, tables and a network, with checksums and a citation."""
