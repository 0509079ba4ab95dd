"""NW Syria Conflict Claims: from raw source texts to a validated table of claims."""
