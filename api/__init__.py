"""How people and programs reach the graph: HTTP, pages, embeds and the command line."""
