import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme

Item {
    id: screen

    property var jumps: []

    height: 500
    width: 300

    Component {
        id: strips

        JumpStrip {
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            anchors.top: parent.top

            onJumped: place => {
                jumps.push(place);
                current = marks.findIndex(mark => mark.place === place);
            }
        }
    }

    Visitor {
        function hang(count: int, more: var): JumpStrip {
            screen.jumps = [];
            return show(strips, screen, Object.assign({
                "marks": Array.from({
                    length: count
                }, (_, index) => ({
                            "words": String(1900 + 10 * index),
                            "place": 7 * index
                        }))
            }, more));
        }

        function middle(strip: JumpStrip, mark: int): real {
            return (mark + 0.5) * strip.step;
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_as_many_marks_as_fingers_fit(): void {
            const strip = hang(5, {});
            verify(strip.most > 5);
            verify(strip.height / strip.most >= 12 * Theme.unit);
            verify(hang(strip.most, {}).step >= 12 * Theme.unit);
            verify(strip.width >= 12 * Theme.unit);
        }

        function test_a_tap_leads_to_a_mark(): void {
            const strip = hang(6, {});
            tap(strip, strip.width / 2, middle(strip, 4));
            compare(screen.jumps, [28]);
            compare(strip.pointed, -1);
        }

        function test_a_finger_that_moves_leads_along_and_is_told_beside_it(): void {
            const strip = hang(6, {});
            const finger = pull(strip, strip.width / 2, middle(strip, 0), 0, 3 * strip.step);
            compare(screen.jumps, [0, 7, 14, 21]);
            compare(strip.pointed, 3);
            const bubble = first(strip, item => item instanceof Rectangle && item.visible && item.radius === item.height / 2);
            compare(texts(bubble)[0].text, "1930");
            verify(bubble.x + bubble.width <= 0, "the finger does not hide it");
            finger.release(0, strip, strip.width / 2, middle(strip, 3)).commit();
            compare(strip.pointed, -1);
        }

        function test_mirrored_it_is_told_on_the_other_side(): void {
            const strip = hang(6, {
                "LayoutMirroring.enabled": true
            });
            const finger = pull(strip, strip.width / 2, middle(strip, 0), 0, strip.step);
            const bubble = first(strip, item => item instanceof Rectangle && item.visible && item.radius === item.height / 2);
            verify(bubble.x >= strip.width);
            finger.release(0, strip, strip.width / 2, middle(strip, 1)).commit();
        }

        function test_keys_lead_from_mark_to_mark(): void {
            const strip = hang(3, {
                "current": 0
            });
            strip.forceActiveFocus();
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            compare(screen.jumps, [7, 14]);
            keyClick(Qt.Key_Up);
            compare(screen.jumps, [7, 14, 7]);
            compare(strip.Accessible.name, "1910");
        }

        function test_without_marks_it_is_not_there(): void {
            verify(!hang(0, {}).visible);
        }

        name: "JumpStrip"
    }
}
