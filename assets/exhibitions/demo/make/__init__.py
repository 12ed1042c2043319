"""The drawings of the demo exhibition "Rule and Chance": seeded functions from numbers to pictures."""
