"""Pictures as others show them: files, pages for frames, and addresses that never change."""
