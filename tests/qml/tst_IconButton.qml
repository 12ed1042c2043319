import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme

Item {
    id: screen

    height: 300
    width: 400

    Component {
        id: buttons

        IconButton {
            icon: "next"
            name: "Next"
            x: 50
            y: 50
        }
    }

    SignalSpy {
        id: triggered

        signalName: "triggered"
    }

    Visitor {
        id: visitor

        function hang(more: var): IconButton {
            const button = show(buttons, screen, more);
            triggered.target = button;
            triggered.clear();
            return button;
        }

        function test_it_is_as_large_as_a_finger(): void {
            const button = hang({});
            verify(button.width >= Theme.control && button.height >= Theme.control);
        }

        function test_a_tap_on_its_very_edge_triggers_it_data(): var {
            return [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0], [0, 0.5]].map(([x, y]) => ({
                        tag: `${x} ${y}`,
                        x,
                        y
                    }));
        }

        function test_a_tap_on_its_very_edge_triggers_it(data: var): void {
            const button = hang({});
            tap(button, data.x * (button.width - 1), data.y * (button.height - 1));
            compare(triggered.count, 1);
        }

        function test_a_finger_lifted_outside_does_not_trigger_it(): void {
            const button = hang({});
            swipe(button, button.width / 2, button.height / 2, button.width, 0);
            compare(triggered.count, 0);
        }

        function test_a_finger_that_trembles_inside_triggers_it(): void {
            const button = hang({});
            swipe(button, button.width / 2, button.height / 2, 0.3 * button.width, 3);
            compare(triggered.count, 1);
        }

        function test_a_slow_hand_triggers_it(): void {
            const button = hang({});
            touchEvent(button).press(0, button, 10, 10).commit();
            wait(Application.styleHints.mousePressAndHoldInterval + 50);
            touchEvent(button).release(0, button, 10, 10).commit();
            compare(triggered.count, 1);
        }

        function test_a_key_triggers_it_data(): var {
            return [
                {
                    tag: "Return",
                    key: Qt.Key_Return
                },
                {
                    tag: "Enter",
                    key: Qt.Key_Enter
                },
                {
                    tag: "Space",
                    key: Qt.Key_Space
                }
            ];
        }

        function test_a_key_triggers_it(data: var): void {
            const button = hang({});
            button.forceActiveFocus();
            verify(first(button, child => child instanceof FocusRing).visible);
            keyClick(data.key);
            compare(triggered.count, 1);
        }

        function test_it_shows_that_it_is_pressed(): void {
            const button = hang({});
            const finger = touchEvent(button).press(0, button, 10, 10).commit();
            tryVerify(() => sees(button, 10, 10, Theme.accent));
            finger.release(0, button, 10, 10).commit();
        }

        function test_its_look_stays_when_its_screen_is_disabled(): void {
            const button = hang({});
            screen.enabled = false;
            compare(button.opacity, 1);
            tapMiddle(button);
            screen.enabled = true;
            compare(triggered.count, 0);
        }

        function test_unusable_it_is_faint_and_does_nothing(): void {
            const button = hang({
                usable: false
            });
            verify(button.strength < 0.7 && button.strength >= 0.45, "off, and seen");
            tapMiddle(button);
            compare(triggered.count, 0);
        }

        function test_one_that_can_do_no_more_keeps_the_focus_until_keys_leave_it(): void {
            const button = hang({}), other = show(buttons, screen, {
                x: 200
            });
            button.forceActiveFocus();
            button.usable = false;
            verify(button.activeFocus);
            keyClick(Qt.Key_Return);
            compare(triggered.count, 0);
            other.forceActiveFocus();
            verify(!button.enabled);
        }

        function test_it_tells_its_name_and_whether_it_is_chosen(): void {
            const button = hang({
                chosen: true
            });
            compare(button.Accessible.role, Accessible.Button);
            compare(button.Accessible.name, "Next");
            verify(button.Accessible.checked);
        }

        name: "IconButton"
    }
}
