"""What people have written into picture files beside the pixels: blocks of EXIF, IPTC-IIM and XMP, as bytes.

No pixel is decoded and Pillow has no part in it: a file's own table of contents leads from block to block.
"""
