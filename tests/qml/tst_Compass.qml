pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

FocusScope {
    id: screen

    focus: true
    height: 400
    width: 800

    Component {
        id: stop

        Item {
            property bool keyModal: false
            property bool keyFloats: false

            activeFocusOnTab: true
        }
    }

    Component {
        id: group

        Item {
            property Item entry
            property bool keyModal: false
            property bool keyCovers: false

            function keyEntry(): Item {
                return entry;
            }

            height: 100
            width: 800
        }
    }

    Component {
        id: list

        ListView {
            property bool keyScrolls: true

            height: 40
            keyNavigationEnabled: false
            model: 20
            orientation: ListView.Horizontal
            spacing: 10
            width: 250
            y: 100

            delegate: Item {
                required property int index

                activeFocusOnTab: true
                height: 40
                width: 90
            }
        }
    }

    Compass {
        id: compass

        scene: screen
    }

    Visitor {
        function put(x: real, y: real, parent = screen, width = 100, height = 40): Item {
            return createTemporaryObject(stop, parent, {
                x,
                y,
                width,
                height
            });
        }

        function go(key: int): Item {
            compass.go(key);
            return compass.focused;
        }

        function init(): void {
            Motion.reduced = false;
            compass.forget();
        }

        function test_arrows_lead_to_the_nearest_in_their_direction(): void {
            const [left, middle, right, below] = [put(0, 0), put(150, 10), put(400, 0), put(150, 200)];
            compass.focus(left);
            compare(go(Qt.Key_Right), middle);
            compare(go(Qt.Key_Right), right);
            compare(go(Qt.Key_Left), middle);
            compare(go(Qt.Key_Down), below);
            compare(go(Qt.Key_Up), middle);
        }

        function test_where_nothing_is_the_focus_stays(): void {
            const only = put(100, 100);
            compass.focus(only);
            for (const key of [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down]) {
                verify(!compass.go(key));
                compare(compass.focused, only);
            }
        }

        function test_left_and_right_stay_in_their_row(): void {
            const here = put(0, 0);
            put(300, 200);
            compass.focus(here);
            compare(go(Qt.Key_Right), here);
        }

        function test_straight_on_comes_before_what_is_near_but_beside(): void {
            const [here, far, beside] = [put(300, 0), put(300, 120), put(480, 60, screen, 100, 100)];
            compass.focus(here);
            compare(go(Qt.Key_Down), far);
            compare(go(Qt.Key_Right), beside);
        }

        function test_what_cannot_be_used_or_seen_is_passed_data(): var {
            return [
                {
                    tag: "disabled",
                    enabled: false
                },
                {
                    tag: "hidden",
                    visible: false
                },
                {
                    tag: "clear",
                    opacity: 0
                }
            ];
        }

        function test_what_cannot_be_used_or_seen_is_passed(row: var): void {
            const [here, not, there] = [put(0, 0), put(150, 0), put(300, 0)];
            for (const property of ["enabled", "visible", "opacity"])
                if (row[property] !== undefined)
                    not[property] = row[property];
            compass.focus(here);
            compare(go(Qt.Key_Right), there);
        }

        function test_a_group_is_entered_at_its_entry_and_later_where_it_was_left(): void {
            const above = put(0, 0);
            const bar = createTemporaryObject(group, screen, {
                y: 100
            });
            const [one, two, three] = [put(0, 0, bar), put(150, 0, bar), put(300, 0, bar)];
            bar.entry = three;
            compass.focus(above);
            compare(go(Qt.Key_Down), three);
            compare(go(Qt.Key_Left), two);
            compare(go(Qt.Key_Up), above);
            compare(go(Qt.Key_Down), two);
            compare(go(Qt.Key_Left), one);
            go(Qt.Key_Up);
            one.enabled = false;
            compare(go(Qt.Key_Down), three);
            go(Qt.Key_Left);
            go(Qt.Key_Up);
            compass.forget();
            compare(go(Qt.Key_Down), three);
        }

        function test_what_waits_for_an_answer_keeps_the_keys(): void {
            put(0, 0);
            put(0, 300);
            const question = createTemporaryObject(group, screen, {
                y: 100,
                keyModal: true
            });
            const yes = put(0, 0, question), no = put(150, 0, question);
            compass.focus(yes);
            compare(compass.stops(), [yes, no]);
            compare(go(Qt.Key_Up), yes);
            compare(go(Qt.Key_Right), no);
            compare(go(Qt.Key_Down), no);
        }

        function test_what_a_panel_hides_is_passed(): void {
            const under = put(100, 150);
            const panel = createTemporaryObject(group, screen, {
                y: 100,
                keyCovers: true
            });
            const [over, below] = [put(300, 10, panel), put(300, 300)];
            compass.focus(over);
            verify(!compass.stops().includes(under));
            compare(go(Qt.Key_Left), over);
            compare(go(Qt.Key_Down), below);
            panel.keyCovers = false;
            verify(compass.stops().includes(under));
        }

        function test_in_a_list_they_lead_to_its_end_and_back_and_it_scrolls_along(): void {
            const row = show(list, screen, {});
            compass.focus(row.itemAtIndex(0));
            for (let place = 1; place < 20; ++place)
                compare(go(Qt.Key_Right).index, place);
            tryVerify(() => row.contentX >= row.contentWidth - row.width - 1);
            for (let place = 18; place >= 0; --place)
                compare(go(Qt.Key_Left).index, place);
            tryCompare(row, "contentX", 0);
        }

        function test_what_a_list_hides_cannot_be_entered(): void {
            const row = show(list, screen, {});
            const here = put(600, 100);
            compass.focus(here);
            compare(go(Qt.Key_Left).index, 2);
        }

        function test_a_list_that_does_not_scroll_for_keys_is_left_at_its_edge(): void {
            const row = show(list, screen, {
                keyScrolls: false
            });
            const after = put(600, 100);
            compass.focus(row.itemAtIndex(0));
            compare(go(Qt.Key_Right).index, 1);
            compare(go(Qt.Key_Right), after);
            compare(row.contentX, 0);
        }

        function test_a_list_that_follows_its_current_item_is_not_held_back(): void {
            const row = show(list, screen, {
                currentIndex: 0,
                highlightMoveDuration: 0,
                highlightRangeMode: ListView.ApplyRange,
                preferredHighlightBegin: 80,
                preferredHighlightEnd: 170
            });
            compass.focus(row.itemAtIndex(0));
            go(Qt.Key_Right);
            go(Qt.Key_Right);
            verify(compass.glide.running);
            row.currentIndex = 3;
            verify(!compass.glide.running);
            tryCompare(row, "contentX", 300 - 80);
        }

        function test_what_floats_on_something_is_led_to_from_its_middle_and_left_at_its_edge(): void {
            const [picture, beside] = [put(100, 100, screen, 400, 200), put(600, 140)];
            const float = (x, y) => {
                const point = put(x, y, screen, 40, 40);
                point.keyFloats = true;
                return point;
            };
            const [one, two, three] = [float(120, 120), float(400, 130), float(320, 250)];
            compass.focus(picture);
            compare(go(Qt.Key_Left), one);
            compare(go(Qt.Key_Right), two);
            compare(go(Qt.Key_Down), three);
            compare(go(Qt.Key_Left), one);
            go(Qt.Key_Right);
            compare(go(Qt.Key_Right), beside);
            compare(go(Qt.Key_Left), picture);
        }

        function test_up_and_down_in_a_list_keep_to_one_column(): void {
            const view = show(rows, screen, {});
            compass.focus(view.itemAtIndex(0).children[1]);
            for (let place = 1; place < 4; ++place)
                go(Qt.Key_Down);
            compare(go(Qt.Key_Up).x, compass.focused.x);
            go(Qt.Key_Up);
            go(Qt.Key_Up);
            compare(compass.focused, view.itemAtIndex(0).children[1]);
        }

        name: "Compass"
    }

    Component {
        id: rows

        ListView {
            height: 400
            keyNavigationEnabled: false
            model: 4
            width: 800

            delegate: Item {
                required property int index

                height: 80
                width: 800

                Repeater {
                    model: 3

                    Item {
                        required property int index
                        readonly property int shift: (parent as Item)?.index % 2 ? 90 : 0

                        activeFocusOnTab: true
                        height: 60
                        width: 180
                        x: 200 * index + shift
                    }
                }
            }
        }
    }
}
