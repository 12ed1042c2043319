pragma Singleton
import QtQuick

// Written by assets/icons/make.py from the SVG files beside it.
QtObject {
    readonly property var paths: ({
            "close": "M6 6 L18 18 M18 6 L6 18",
            "closer": "M10.5 4 A6.5 6.5 0 1 0 10.5 17 A6.5 6.5 0 1 0 10.5 4 M15.2 15.2 L20.5 20.5 M10.5 7.7 V13.3 M7.7 10.5 H13.3",
            "contrast": "M12 3.5 A8.5 8.5 0 1 0 12 20.5 A8.5 8.5 0 1 0 12 3.5 M12 3.5 V20.5 M12 8 H18.2 M12 12 H20 M12 16 H18.2",
            "language": "M12 3.5 A8.5 8.5 0 1 0 12 20.5 A8.5 8.5 0 1 0 12 3.5 M3.5 12 H20.5 M12 3.5 C15 6 16 9 16 12 C16 15 15 18 12 20.5 C9 18 8 15 8 12 C8 9 9 6 12 3.5",
            "minus": "M5.5 12 H18.5",
            "more": "M6 10 L12 16 L18 10",
            "next": "M9 5 L16 12 L9 19",
            "pause": "M8.5 5.5 V18.5 M15.5 5.5 V18.5",
            "play": "M8 5.2 L18.5 12 L8 18.8 Z",
            "plus": "M12 5.5 V18.5 M5.5 12 H18.5",
            "previous": "M15 5 L8 12 L15 19",
            "stage": "M3.5 5 H20.5 V16 H3.5 Z M8 19.5 H16",
            "text-size": "M3 18.5 L7 9.5 L11 18.5 M4.4 15.4 H9.6 M11.8 18.5 L16.4 5.5 L21 18.5 M13.5 13.8 H19.3",
            "touch": "M9 13.5 V5.5 A1.75 1.75 0 0 1 12.5 5.5 V11 L17.4 12.2 A2.2 2.2 0 0 1 19 14.6 L18.2 19 A2.4 2.4 0 0 1 15.9 20.8 H12.4 A3 3 0 0 1 10 19.6 L5.9 14.4 A1.5 1.5 0 0 1 8 12.3 L9 13.5",
            "wall": "M4 4.5 H10.5 V11 H4 Z M13.5 4.5 H20 V14 H13.5 Z M4 14 H10.5 V19.5 H4 Z M13.5 17 H20 V19.5 H13.5 Z",
            "whole": "M3.5 9 V3.5 H9 M15 3.5 H20.5 V9 M20.5 15 V20.5 H15 M9 20.5 H3.5 V15"
        })
}
