"""The running interface, gone through screen by screen: drawn, measured and tried out."""
