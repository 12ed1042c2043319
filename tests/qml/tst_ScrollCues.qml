import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme

Rectangle {
    id: screen

    color: "black"
    height: 300
    width: 300

    Component {
        id: views

        Item {
            id: view

            property alias flick: flick
            property alias cues: cues
            property bool sideways
            property real length: 1000

            anchors.fill: parent

            Flickable {
                id: flick

                anchors.fill: parent
                boundsBehavior: Flickable.StopAtBounds
                contentHeight: view.sideways ? height : view.length
                contentWidth: view.sideways ? view.length : width
            }

            ScrollCues {
                id: cues

                sideways: view.sideways
                view: flick
            }
        }
    }

    Visitor {
        function both(): var {
            return [
                {
                    tag: "sideways",
                    sideways: true,
                    at: "contentX"
                },
                {
                    tag: "down",
                    sideways: false,
                    at: "contentY"
                }
            ];
        }

        function hang(data: var, length: real): var {
            return show(views, screen, {
                sideways: data.sideways,
                length
            });
        }

        function cue(view: var, place: int): ScrollCue {
            return all(view.cues, child => child instanceof ScrollCue)[place];
        }

        // Where one taps on the cue at the beginning or the end.
        function tapCue(view: var, data: var, atEnd: bool): void {
            const far = atEnd ? 290 : 10;
            tap(view, data.sideways ? far : 150, data.sideways ? 150 : far);
        }

        function test_a_cue_is_seen_at_each_end_that_goes_on_data(): var {
            return both();
        }

        function test_a_cue_is_seen_at_each_end_that_goes_on(data: var): void {
            const view = hang(data, 1000);
            verify(!cue(view, 0).more && cue(view, 1).more);
            view.flick[data.at] = 300;
            verify(cue(view, 0).more && cue(view, 1).more);
            view.flick[data.at] = 700;
            verify(cue(view, 0).more && !cue(view, 1).more);
            tryCompare(cue(view, 1), "visible", false);
        }

        function test_nothing_is_seen_where_all_is_shown_data(): var {
            return both();
        }

        function test_nothing_is_seen_where_all_is_shown(data: var): void {
            const view = hang(data, 300);
            verify(!cue(view, 0).visible && !cue(view, 1).visible);
        }

        function test_taps_go_from_end_to_end_and_back_data(): var {
            return both();
        }

        function test_taps_go_from_end_to_end_and_back(data: var): void {
            const view = hang(data, 1000);
            for (const end of [240, 480, 700]) {
                tapCue(view, data, true);
                tryCompare(view.flick, data.at, end);
            }
            tapCue(view, data, true);
            compare(view.flick[data.at], 700);
            tryCompare(cue(view, 1), "visible", false);
            for (const end of [460, 220, 0]) {
                tapCue(view, data, false);
                tryCompare(view.flick, data.at, end);
            }
        }

        function test_a_tap_while_it_glides_counts_data(): var {
            return both();
        }

        function test_a_tap_while_it_glides_counts(data: var): void {
            Motion.reduced = false;
            const view = hang(data, 1000);
            tapCue(view, data, true);
            tryVerify(() => view.flick[data.at] > 0);
            tapCue(view, data, true);
            tryCompare(view.flick, data.at, 480);
            view.cues.scroll(240);
            tryVerify(() => view.flick[data.at] > 480);
            tapCue(view, data, false);
            tryCompare(view.flick, data.at, 460);
        }

        function test_it_never_leaves_the_bounds_data(): var {
            return both();
        }

        function test_it_never_leaves_the_bounds(data: var): void {
            const view = hang(data, 1000);
            view.cues.scroll(100000);
            tryCompare(view.flick, data.at, 700);
            view.cues.scroll(-100000);
            tryCompare(view.flick, data.at, 0);
        }

        function test_margins_belong_to_the_way(): void {
            const view = hang({
                sideways: false
            }, 1000);
            view.flick.topMargin = 20;
            view.flick.bottomMargin = 30;
            view.cues.scroll(100000);
            tryCompare(view.flick, "contentY", 730);
            view.cues.scroll(-100000);
            tryCompare(view.flick, "contentY", -20);
        }

        function test_a_text_shorter_than_its_place_stays(): void {
            const view = hang({
                sideways: false
            }, 100);
            view.cues.scroll(500);
            wait(50);
            compare(view.flick.contentY, 0);
        }

        function init(): void {
            Motion.reduced = true;
        }

        name: "ScrollCues"
    }
}
