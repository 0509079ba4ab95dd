"""The explorer: a package as a page to look at, and a server for it on this machine."""
