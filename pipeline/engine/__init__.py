"""Extraction run over many documents."""
