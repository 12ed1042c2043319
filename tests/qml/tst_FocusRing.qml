pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test

Rectangle {
    id: screen

    color: Theme.wall
    height: 300
    width: 400

    Component {
        id: buttons

        IconButton {
            icon: "next"
            name: "Next"
            x: 100
            y: 100
        }
    }

    Component {
        id: chips

        Chip {
            chosen: true
            count: 3
            name: "Theme"
            x: 100
            y: 100
        }
    }

    Component {
        id: plates

        Plate {
            x: 100
            y: 100

            IconButton {
                icon: "plus"
                name: "Larger"
            }
        }
    }

    Component {
        id: thumbnails

        Thumbnail {
            card: false
            creator: ""
            height: 100
            preview: Fixture.picture(150, 100, "white")
            title: "White"
            width: 150
            x: 100
            y: 100
        }
    }

    Component {
        id: spots

        Rectangle {
            color: "black"
            height: 100
            width: 150
            x: 100
            y: 100

            WorkSpot {
                anchors.fill: parent
                name: "Black"
                words: ""
            }
        }
    }

    Component {
        id: pictures

        Rectangle {
            height: 100
            width: 150
            x: 100
            y: 100

            WorkSpot {
                anchors.fill: parent
                inside: true
                name: "Picture"
                words: ""
            }
        }
    }

    Component {
        id: rounds

        Rectangle {
            height: 100
            width: 150
            x: 100
            y: 100

            Item {
                activeFocusOnTab: true
                anchors.centerIn: parent
                height: 40
                width: 40

                FocusRing {
                    control: parent
                    over: true
                    radius: height / 2
                }
            }
        }
    }

    Visitor {
        property Gallery gallery

        function luminance(colour: color): real {
            const part = value => value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
            return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b);
        }

        function contrast(one: color, other: color): real {
            const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
            return (light + 0.05) / (dark + 0.05);
        }

        // From outside into the control, down across the middle of its upper edge: the lines of one colour, each with its width.
        function across(control: Item): var {
            const middle = control.mapToItem(screen, control.width / 2, 0);
            const image = grabImage(screen);
            const lines = [];
            for (let y = Math.round(middle.y) - 14; y < middle.y + 14; ++y) {
                const colour = image.pixel(Math.round(middle.x), y);
                const last = lines[lines.length - 1];
                if (last && Qt.colorEqual(last.colour, colour))
                    last.width += 1;
                else
                    lines.push({
                        colour,
                        width: 1
                    });
            }
            return lines;
        }

        function initTestCase(): void {
            gallery = Fixture.gallery(3, 1);
            Theme.look = gallery.look;
        }

        function cleanup(): void {
            Focus.marked = true;
        }

        function test_it_is_seen_beside_whatever_it_marks_data(): var {
            const controls = {
                buttons,
                chips,
                plates,
                thumbnails,
                spots
            };
            return pairs(Object.keys(controls), [false, true], (name, high) => ({
                        tag: `${name}, ${high ? "high contrast" : "dark"}`,
                        control: controls[name],
                        high
                    }));
        }

        function test_it_is_seen_beside_whatever_it_marks(row: var): void {
            if (row.high)
                gallery.visit.toggleContrast();
            const made = show(row.control, screen, {});
            const control = made.triggered !== undefined ? made : first(made, child => child.activeFocusOnTab);
            tryVerify(() => all(made, child => child instanceof Image && child.status === Image.Loading).length === 0);
            wait(300);
            control.forceActiveFocus();
            const lines = across(control);
            const ring = lines.findIndex(line => Qt.colorEqual(line.colour, Theme.ink) && line.width >= 2);
            verify(ring > 0, `no line in ${lines.map(line => `${line.colour} ${line.width}`)}`);
            for (const beside of [lines[ring - 1], lines[ring + 1]])
                verify(contrast(lines[ring].colour, beside.colour) >= 3, `${beside.colour} beside ${lines[ring].colour}`);
            if (row.high)
                gallery.visit.toggleContrast();
        }

        function test_over_a_picture_a_line_of_it_is_seen_whatever_the_picture_data(): var {
            return pairs(["white", "#767676", "black"], [false, true], (colour, high) => ({
                        tag: `${colour}, ${high ? "high contrast" : "dark"}`,
                        colour,
                        high
                    }));
        }

        function test_over_a_picture_a_line_of_it_is_seen_whatever_the_picture(row: var): void {
            if (row.high)
                gallery.visit.toggleContrast();
            for (const kind of [pictures, rounds]) {
                const control = first(show(kind, screen, {
                    color: row.colour
                }), child => child.activeFocusOnTab);
                control.forceActiveFocus();
                const lines = across(control);
                const seen = lines.filter(line => contrast(line.colour, row.colour) >= 3).reduce((sum, line) => sum + line.width, 0);
                verify(seen >= 2, `${seen} of ${lines.map(line => `${line.colour} ${line.width}`)}`);
                control.parent.destroy();
            }
            if (row.high)
                gallery.visit.toggleContrast();
        }

        function test_it_is_for_keys_only(): void {
            const control = show(buttons, screen, {});
            const ring = first(control, child => child instanceof FocusRing);
            verify(!ring.visible);
            control.forceActiveFocus();
            verify(ring.visible);
            Focus.marked = false;
            verify(!ring.visible);
        }

        name: "FocusRing"
    }
}
