"""NW Syria Conflict Claims: from raw source texts to a validated table of claims."""

import os

# Work is parted among processes: threads of the matrix library in each of them would be in the way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
