"""data/ and sql/cookbook → docs/cookbook.md: the questions with their answers."""

from pipeline.package.cookbook import write_cookbook
from pipeline.stages.run import run_stage

if __name__ == "__main__":
    run_stage(write_cookbook)
