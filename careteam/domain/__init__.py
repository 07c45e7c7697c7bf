"""What is true of patients, teams, contacts and due dates, in plain Python.

No Qt, no SQL, no clock and no file may come in here: today and now are arguments.
"""
