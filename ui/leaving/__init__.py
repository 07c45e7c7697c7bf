"""What is asked before something leaves the program: who gets it, why, and under which password."""
