"""What is kept: tables, the encrypted database, the verbs that write and the reads that answer."""
