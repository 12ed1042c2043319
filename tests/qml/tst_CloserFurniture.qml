import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 600
    width: 1000

    Component {
        id: halls

        Rooms {
            anchors.fill: parent
        }
    }

    Component {
        id: sliders

        Slider {
            id: slider

            property var told: []

            height: upright ? 300 : Theme.control
            name: "Size"
            position: 0.5
            width: upright ? Theme.control : 300

            onAsked: position => slider.told.push(position)
            onMoved: position => slider.position = position
        }
    }

    Visitor {
        id: visitor

        property Closer closer

        function comeCloser(more: var, height: real, width: real, density: real): Rooms {
            const gallery = Fixture.detailed(height, width, density);
            closer = gallery.closer;
            Fixture.make(3000, 2000);
            const rooms = show(halls, screen, Object.assign({
                gallery
            }, more));
            tryVerify(() => rooms.stage.ready);
            rooms.stage.lookCloser();
            rest(rooms);
            return rooms;
        }

        function rest(rooms: Rooms): void {
            wait(30); // what comes may move the picture over
            tryVerify(() => !closer.moving && first(rooms.view, child => child instanceof CloserFurniture).settled);
        }

        function plates(rooms: Rooms): var {
            return all(rooms.view, child => child instanceof Plate && child.visible).map(plate => plate.mapToItem(rooms, 0, 0, plate.width, plate.height));
        }

        function ways(): var {
            return [
                {
                    tag: "landscape"
                },
                {
                    tag: "portrait",
                    portrait: true
                },
                {
                    tag: "mirrored",
                    "LayoutMirroring.enabled": true,
                    "LayoutMirroring.childrenInherit": true
                }
            ];
        }

        function init(): void {
            Motion.reduced = false;
            Motion.tempo = 4; // where all comes to rest is what is looked at
            screen.width = 1000;
            screen.height = 600;
        }

        function test_no_plate_lies_on_another_data(): var {
            return ways();
        }

        function test_no_plate_lies_on_another(data: var): void {
            const more = Object.assign({}, data);
            delete more.tag;
            screen.width = data.portrait ? 600 : 1000;
            screen.height = data.portrait ? 1000 : 600;
            const rooms = comeCloser(more, 40, 60, 4);
            for (const act of [() => closer.slide(1), () => closer.guide.toggleLabel(), () => closer.guide.show(1), () => closer.toggleLifeSize()]) {
                act();
                rest(rooms);
                const places = plates(rooms);
                for (let one = 0; one < places.length; ++one) {
                    verify(places[one].x >= 0 && places[one].y >= 0 && places[one].right <= screen.width && places[one].bottom <= screen.height, `${places[one]}`);
                    for (let other = 0; other < one; ++other) {
                        const apart = places[one].right <= places[other].x || places[other].right <= places[one].x || places[one].bottom <= places[other].y || places[other].bottom <= places[one].y;
                        verify(apart, `${places[one]} ${places[other]}`);
                    }
                }
            }
        }

        function test_no_plate_lies_on_a_picture_that_is_seen_whole_data(): var {
            return pairs(ways(), [1, 1.4, 2], (way, scale) => Object.assign({}, way, {
                    tag: `${way.tag}, letters ${scale} times as large`,
                    scale
                }));
        }

        function test_no_plate_lies_on_a_picture_that_is_seen_whole(data: var): void {
            const more = Object.assign({}, data);
            delete more.tag;
            delete more.scale;
            screen.width = data.portrait ? 600 : 1000;
            screen.height = data.portrait ? 1000 : 600;
            Theme.textScale = data.scale;
            const rooms = comeCloser(more, 40, 60, 4);
            verify(first(rooms.view, child => child instanceof CloserScale).visible);
            for (const place of plates(rooms))
                verify(place.right <= closer.x || place.x >= closer.x + closer.width || place.bottom <= closer.y || place.y >= closer.y + closer.height, `${place}`);
        }

        // Anchors that only one way of standing has would stay after a turn.
        function test_turned_and_turned_back_every_plate_is_where_it_was(): void {
            const rooms = comeCloser({}, 40, 60, 4);
            const before = plates(rooms).map(place => `${place}`);
            [screen.width, screen.height, rooms.portrait] = [600, 1000, true];
            rest(rooms);
            [screen.width, screen.height, rooms.portrait] = [1000, 600, false];
            rest(rooms);
            compare(plates(rooms).map(place => `${place}`), before);
        }

        function test_a_work_and_what_stands_beside_it_are_in_the_middle_together_data(): var {
            return ways();
        }

        function test_a_work_and_what_stands_beside_it_are_in_the_middle_together(data: var): void {
            const more = Object.assign({}, data);
            delete more.tag;
            screen.width = data.portrait ? 600 : 1000;
            screen.height = data.portrait ? 1000 : 600;
            const rooms = comeCloser(more, 4, 6, 1.5);
            closer.toggleLifeSize();
            rest(rooms);
            verify(closer.sizes.isBeside);
            const figure = first(rooms.view, child => child instanceof ScaleFigure);
            const beside = figure.mapToItem(rooms, 0, 0, figure.width, figure.height);
            fuzzyCompare((Math.min(closer.x, beside.x) + Math.max(closer.x + closer.width, beside.right)) / 2, screen.width / 2, 1);
            const caption = first(rooms.view, child => child instanceof CloserCaption);
            fuzzyCompare(caption.mapToItem(rooms, caption.width / 2, 0).x, screen.width / 2, 1);
            closer.showWhole();
            rest(rooms);
            fuzzyCompare(closer.x + closer.width / 2, screen.width / 2, 1);
        }

        // Its number at a corner alone would be far from a part that fills the screen.
        function test_a_part_is_framed_while_it_is_told_of(): void {
            const rooms = comeCloser({}, 40, 60, 4);
            closer.guide.show(1);
            rest(rooms);
            const point = first(rooms.view, child => child instanceof CloserPoint && child.index === 1);
            const frames = all(point, child => child instanceof Rectangle && child.width > point.width && child.border.width > 0).map(frame => frame.mapToItem(rooms, 0, 0, frame.width, frame.height));
            const part = closer.guide.details[1];
            fuzzyCompare(frames[0].x, closer.x + part.x * closer.width, 1);
            fuzzyCompare(frames[0].y, closer.y + part.y * closer.height, 1);
            fuzzyCompare(frames[0].width, part.width * closer.width, 1);
            fuzzyCompare(frames[0].height, part.height * closer.height, 1);
            const number = point.mapToItem(rooms, point.width / 2, point.height / 2);
            verify(Math.abs(number.x - frames[0].x) <= Theme.point && Math.abs(number.y - frames[0].y) <= Theme.point, "its number is at its corner");
        }

        function cleanup(): void {
            Theme.textScale = 1;
        }

        function test_numbers_keep_off_the_borders_and_move_with_the_picture_data(): var {
            return ways();
        }

        function test_numbers_keep_off_the_borders_and_move_with_the_picture(data: var): void {
            const more = Object.assign({}, data);
            delete more.tag;
            screen.width = data.portrait ? 600 : 1000;
            screen.height = data.portrait ? 1000 : 600;
            const rooms = comeCloser(more, 40, 60, 4);
            closer.guide.toggleDetails();
            rest(rooms);
            for (const depth of [0, 0.6]) {
                closer.slide(depth);
                const points = all(rooms.view, child => child instanceof CloserPoint);
                compare(points.length, 2);
                for (const point of points) {
                    verify(point.width >= 20 * Theme.unit - 1);
                    const middle = point.mapToItem(rooms, point.width / 2, point.height / 2);
                    const off = Theme.point / 2;
                    verify(middle.x - off > closer.x && middle.x + off < closer.x + closer.width);
                    verify(middle.y - off > closer.y && middle.y + off < closer.y + closer.height);
                }
            }
        }

        function test_with_less_motion_a_detail_comes_by_a_fade_and_nothing_is_ever_bare(): void {
            Motion.reduced = true;
            const rooms = comeCloser({}, 40, 60, 4);
            Motion.tempo = 1;
            closer.guide.show(1);
            let between = 0;
            for (let look = 0; look < 20; ++look) {
                verify(sees(rooms, 300, 300, "firebrick"));
                between += closer.moving && closer.width > rooms.view.room.width + 1 ? 1 : 0;
                wait(10);
            }
            compare(between, 0);
            rest(rooms);
        }

        function test_a_thumb_follows_the_finger_and_a_tap_asks_data(): var {
            return [
                {
                    tag: "upright",
                    upright: true,
                    mirrored: false
                },
                {
                    tag: "lying",
                    upright: false,
                    mirrored: false
                },
                {
                    tag: "mirrored",
                    upright: false,
                    mirrored: true
                }
            ];
        }

        function test_a_thumb_follows_the_finger_and_a_tap_asks(data: var): void {
            const slider = show(sliders, screen, {
                upright: data.upright,
                "LayoutMirroring.enabled": data.mirrored
            });
            const far = data.upright ? Qt.point(20, 2) : Qt.point(data.mirrored ? 2 : 298, 20);
            const middle = data.upright ? Qt.point(20, 150) : Qt.point(150, 20);
            swipe(slider, middle.x, middle.y, far.x - middle.x, far.y - middle.y);
            compare(slider.position, 1);
            tap(slider, middle.x, middle.y);
            fuzzyCompare(slider.told[0], 0.5, 0.02);
            compare(slider.Accessible.role, Accessible.Slider);
            compare([slider.value, slider.minimumValue, slider.maximumValue], [100, 0, 100]);
            slider.value = 30;
            fuzzyCompare(slider.told[1], 0.3, 0.001);
        }

        name: "CloserFurniture"
    }
}
