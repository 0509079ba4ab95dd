"""Releases: what is handed out, how two of them differ, and which version follows."""
