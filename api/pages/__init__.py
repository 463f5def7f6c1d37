"""Pages as a reader without JavaScript gets them."""
