"""From a document to its claims and the ledger of the numbers left uncoded."""
