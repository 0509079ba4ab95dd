"""The steps that dvc.yaml runs, each a thin module: read, call, write."""
