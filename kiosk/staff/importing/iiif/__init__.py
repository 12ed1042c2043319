"""IIIF Presentation 2 and 3 from disk, with the pictures beside the manifest; nothing is fetched."""
