"""Many kiosks, seen and commanded over MQTT (docs/decisions/0042). Nothing here is imported without a broker."""
