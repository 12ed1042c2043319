"""Proof sheets: every picture and every word of an exhibition on paper, to be signed off with a red pen."""
