"""The manifest and the texts: from bytes to documents whose every character is accounted for."""
