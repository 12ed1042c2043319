"""Many kiosks, seen and commanded over MQTT (docs/decisions/0042), and their figures. Imported where that is wanted."""
