"""Claims brought together: which tell of one happening, and which can't both be true."""
