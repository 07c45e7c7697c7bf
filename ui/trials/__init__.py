"""Clinical trials: the clinic's register, and who has not been offered one."""
