"""The program beside other picture viewers, measured by a harness that watches the screen from outside."""
