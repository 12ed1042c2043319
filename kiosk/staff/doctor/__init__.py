"""What this machine has for the show, and what to do about what it lacks: `kiosk doctor`.

Each module looks at one part of the machine and tells in lines; `examining` asks them all. What a machine is like is
passed in as a `Machine`, so that every answer can be tried on any other.
"""
