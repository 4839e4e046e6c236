"""Makes content/gazetteer.tsv from our own tables and the alternate names of GeoNames."""
