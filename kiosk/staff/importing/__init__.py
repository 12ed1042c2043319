"""Import: tables, IIIF manifests and folders of pictures become an exhibition."""
