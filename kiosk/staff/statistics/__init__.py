"""Counts of what visitors do, per day and work: kept on this computer, read by staff."""

from kiosk.staff.statistics.summary import Summary, summary

__all__ = ["Summary", "summary"]
