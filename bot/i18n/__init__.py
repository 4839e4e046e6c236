"""Languages: locales, catalogues, ledger, formats, direction."""
