"""A folder of pictures whose labels are in the files themselves, or in sidecars beside them."""
