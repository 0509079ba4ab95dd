"""From a document to its claims and the ledger of the numbers left uncoded."""

from pipeline.extract.extractor import Extraction, extract_document
from pipeline.extract.reference import Reference, load_reference

__all__ = ["Extraction", "Reference", "extract_document", "load_reference"]
