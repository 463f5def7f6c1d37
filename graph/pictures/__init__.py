"""Pictures: what they show, where it stands, and how it is drawn, as SVG, PNG and PDF."""
