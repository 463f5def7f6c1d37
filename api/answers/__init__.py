"""What is answered, for HTTP and the command line alike, before it takes a form."""
