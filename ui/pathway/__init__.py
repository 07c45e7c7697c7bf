"""The pathway of a patient: phases, tests, plan, trials, findings, stays and decisions."""
