"""`python -m assets.exhibitions.demo.make [ids]`."""

from .studio import main

main()
