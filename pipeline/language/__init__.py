"""Pure functions over text: they know nothing of files, tables or sources."""
