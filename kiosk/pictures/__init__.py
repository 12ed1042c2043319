"""From a picture file nobody trusts to renditions on disk."""
