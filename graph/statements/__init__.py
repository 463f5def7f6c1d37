"""Say the records of answers as RDF: in the vocabulary's words where it has them."""
