"""Tables → `datapackage.json`, the DuckDB database and the SQL that loads the CSVs."""
