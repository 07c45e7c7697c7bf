"""CSV files and workbooks that a clinic keeps itself, read into drafts."""
