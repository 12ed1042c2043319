import QtQuick

// The shade under the words of the attract loop: over a white picture white words keep 4.5:1 on it from its `edge` on. It
// grows without a corner (6t⁵ − 15t⁴ + 10t³, most of it above the words), so that its beginning is seen over no picture.
//
// A column of it is drawn once, row for row: to compute it, or even to smooth it, for every point of every frame takes
// the processor longer than the picture.
Rectangle {
    id: root

    required property real edge // 0..1 of its height, where the words begin

    layer.enabled: true
    layer.textureSize: Qt.size(1, Math.max(1, Math.round(height * Screen.devicePixelRatio)))

    gradient: Gradient {
        GradientStop {
            color: "#00000000"
            position: 0
        }

        GradientStop {
            color: "#01000000"
            position: root.edge * 0.1176
        }

        GradientStop {
            color: "#06000000"
            position: root.edge * 0.2353
        }

        GradientStop {
            color: "#12000000"
            position: root.edge * 0.3529
        }

        GradientStop {
            color: "#24000000"
            position: root.edge * 0.4706
        }

        GradientStop {
            color: "#3c000000"
            position: root.edge * 0.5882
        }

        GradientStop {
            color: "#57000000"
            position: root.edge * 0.7059
        }

        GradientStop {
            color: "#73000000"
            position: root.edge * 0.8235
        }

        GradientStop {
            color: "#87000000"
            position: root.edge * 0.9118
        }

        GradientStop {
            color: "#99000000"
            position: root.edge
        }

        GradientStop {
            color: "#ab000000"
            position: root.edge + (1 - root.edge) * 0.25
        }

        GradientStop {
            color: "#b7000000"
            position: root.edge + (1 - root.edge) * 0.5
        }

        GradientStop {
            color: "#bc000000"
            position: root.edge + (1 - root.edge) * 0.75
        }

        GradientStop {
            color: "#bd000000"
            position: 1
        }
    }
}
