"""Resolution of more claims than fit into memory: the same rules, over a DuckDB file."""
