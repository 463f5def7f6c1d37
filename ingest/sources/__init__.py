"""Where texts come from: files on disk, and what their heads say they are."""
