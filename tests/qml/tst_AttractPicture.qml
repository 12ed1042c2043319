import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Views

TestCase {
    id: test

    function test_it_stands_still_while_it_fades_in_then_goes_its_way_and_rests(): void {
        const picture = createTemporaryObject(made, test, {
            "way": 0.5
        }) as AttractPicture;
        fuzzyCompare(picture.partX, 0.05, 1e-9);
        picture.moving = true;
        tryCompare(picture, "way", 0);
        tryCompare(picture, "way", 1, 4 * Motion.attractFade);
        fuzzyCompare(picture.partX, 0.1, 1e-9);
        fuzzyCompare(picture.partWidth, 0.8, 1e-9);
    }

    function test_where_it_came_to_rest_it_stays_until_it_moves_again(): void {
        const picture = createTemporaryObject(made, test, {
            "way": 1
        }) as AttractPicture;
        compare(picture.way, 1);
        picture.moving = true;
        tryCompare(picture, "way", 0);
        picture.moving = false;
        compare(picture.way, 0);
    }

    function test_reduced_motion_leaves_it_where_it_is(): void {
        Motion.reduced = true;
        const picture = createTemporaryObject(made, test, {
            "moving": true
        }) as AttractPicture;
        wait(2 * Motion.attractFade);
        compare(picture.way, 0);
        Motion.reduced = false;
    }

    name: "AttractPicture"
    when: windowShown
    width: 400
    height: 300

    Component {
        id: made

        AttractPicture {
            end: Qt.rect(0.1, 0.1, 0.8, 0.8)
            height: 300
            moving: false
            preview: ""
            seconds: 0.001 * (Motion.attractFade + Motion.attractRest + 200)
            source: ""
            start: Qt.rect(0, 0, 1, 1)
            width: 400
        }
    }
}
