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

    Visitor {
        id: visitor

        property Gallery gallery
        property Closer closer
        property real whole: 0 // the width of the whole picture

        function hang(shown: Gallery, more: var): Rooms {
            gallery = shown;
            closer = gallery.closer;
            Fixture.make(3000, 2000);
            const rooms = show(halls, screen, Object.assign({
                gallery
            }, more));
            tryVerify(() => rooms.stage.ready);
            whole = rooms.view.room.width;
            return rooms;
        }

        function comeCloser(more: var): Rooms {
            const rooms = hang(Fixture.gallery(5, 2), more);
            rooms.stage.lookCloser();
            rest(rooms);
            return rooms;
        }

        function rest(rooms: Rooms): void {
            tryVerify(() => !closer.moving && rooms.view.open && rooms.view.borrowed);
        }

        function button(rooms: Rooms, icon: string): IconButton {
            return first(rooms, child => child instanceof IconButton && child.icon === icon && child.visible);
        }

        function picture(rooms: Rooms): Picture {
            return rooms.stage.lentTo ? first(rooms.view, child => child instanceof Picture) : null;
        }

        // The part of the picture at a point of the window, 0..1.
        function partAt(x: real, y: real): var {
            return Qt.point((x - closer.x) / closer.width, (y - closer.y) / closer.height);
        }

        function stays(part: var, x: real, y: real): void {
            const now = partAt(x, y);
            fuzzyCompare(now.x * closer.width, part.x * closer.width, 1.5);
            fuzzyCompare(now.y * closer.height, part.y * closer.height, 1.5);
        }

        // Two fingers around a point, so far apart, on the way to another point and distance; they are still down.
        function pinchFrom(item: Item, from: point, apart: real, to: point, wider: real): var {
            const fingers = touchEvent(item).press(0, item, from.x - apart, from.y).press(1, item, from.x + apart, from.y).commit();
            wait(16);
            for (let step = 1; step <= 12; ++step) {
                const way = step / 12;
                const x = from.x + (to.x - from.x) * way;
                const y = from.y + (to.y - from.y) * way;
                const half = apart + (wider - apart) * way;
                fingers.move(0, item, x - half, y).move(1, item, x + half, y).commit();
                nextFrame(item);
            }
            return fingers;
        }

        function liftBoth(item: Item, fingers: var, at: point, apart: real): void {
            fingers.release(0, item, at.x - apart, at.y).release(1, item, at.x + apart, at.y).commit();
        }

        function doubleTap(item: Item, x: real, y: real): void {
            tap(item, x, y);
            wait(30);
            tap(item, x, y);
        }

        function init(): void {
            Motion.reduced = false;
        }

        function test_the_picture_leaves_the_label_and_fills_the_room(): void {
            const rooms = comeCloser({});
            compare(gallery.visit.screen, Visit.CLOSER);
            compare(picture(rooms).parent, rooms.stage.lentTo);
            fuzzyCompare(closer.x, rooms.view.room.x, 1);
            fuzzyCompare(closer.width, whole, 1);
            compare(picture(rooms).width, whole);
            fuzzyCompare(picture(rooms).height, whole / 1.5, 1);
            compare(closer.canZoomOut, false);
            verify(!button(rooms, "minus").enabled && !button(rooms, "whole").enabled && button(rooms, "plus").enabled);
        }

        function test_nothing_lies_on_the_whole_picture_data(): var {
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

        function test_nothing_lies_on_the_whole_picture(data: var): void {
            const more = Object.assign({}, data);
            delete more.tag;
            const rooms = comeCloser(more);
            const plates = all(rooms.view, child => child instanceof Plate && child.visible);
            compare(plates.length, 3);
            for (const plate of plates) {
                const place = plate.mapToItem(null, 0, 0, plate.width, plate.height);
                verify(place.x >= 0 && place.y >= 0 && place.right <= 1000 && place.bottom <= 600);
                const beside = place.right <= closer.x || place.x >= closer.x + closer.width;
                const below = place.y >= closer.y + closer.height;
                verify(beside || below, `${place} ${closer.x} ${closer.width}`);
                const leads = plate.parent instanceof CloserControls; // where the reading direction ends
                compare(place.x < 500, below ? place.x < 500 : leads === (data["LayoutMirroring.enabled"] ?? false));
            }
        }

        function test_every_control_is_as_large_as_a_finger_and_has_a_name(): void {
            const rooms = comeCloser({});
            const buttons = all(rooms.view, child => child instanceof IconButton && child.visible);
            compare(buttons.map(each => each.icon), ["label", "plus", "minus", "whole", "close"]);
            for (const each of buttons) {
                verify(each.width >= 20 * Theme.unit - 1 && each.height >= 20 * Theme.unit - 1);
                verify(each.name.length > 3);
            }
        }

        function test_buttons_go_in_and_out(): void {
            const rooms = comeCloser({});
            const middle = partAt(500, 300);
            tapMiddle(button(rooms, "plus"));
            rest(rooms);
            fuzzyCompare(closer.width, whole * 1.6, 1);
            stays(middle, 500, 300);
            tapMiddle(button(rooms, "plus"));
            tapMiddle(button(rooms, "plus"));
            rest(rooms);
            fuzzyCompare(closer.width, 3000, 1);
            verify(!button(rooms, "plus").enabled);
            tapMiddle(button(rooms, "minus"));
            rest(rooms);
            fuzzyCompare(closer.width, 3000 / 1.6, 1);
            tapMiddle(button(rooms, "whole"));
            rest(rooms);
            fuzzyCompare(closer.width, whole, 1);
        }

        function test_the_button_closes_and_the_picture_hangs_on_the_stage_again(): void {
            const rooms = comeCloser({});
            tapMiddle(button(rooms, "close"));
            compare(gallery.visit.screen, Visit.STAGE);
            tryVerify(() => !rooms.view.borrowed);
            const page = first(rooms.stage, child => child instanceof StagePage && child.visible);
            const hung = all(page, child => child instanceof Picture)[0];
            verify(hung.parent instanceof StageWork);
            compare(hung.parent.parent, page);
            compare([hung.x, hung.y, hung.width, hung.height], [page.pictureRect.x, page.pictureRect.y, page.pictureRect.width, page.pictureRect.height]);
        }

        function test_what_is_between_two_fingers_stays_between_them(): void {
            const rooms = comeCloser({});
            const fingers = touchEvent(rooms).press(0, rooms, 300, 250).press(1, rooms, 400, 250).commit();
            wait(16);
            for (let step = 1; step <= 4; ++step) {
                fingers.move(0, rooms, 300 - step * 10, 250).move(1, rooms, 400 + step * 10, 250).commit();
                nextFrame(rooms);
            }
            verify(rooms.pinch.holding);
            const part = partAt(350, 250);
            for (const [x, y, half] of [[350, 250, 150], [420, 300, 180], [500, 280, 240], [450, 330, 200]]) {
                fingers.move(0, rooms, x - half, y).move(1, rooms, x + half, y).commit();
                tryVerify(() => Math.abs(partAt(x, y).x - part.x) * closer.width < 1.5, 2000, `${partAt(x, y)} ${part}`);
                stays(part, x, y);
            }
            verify(closer.width > 1800);
            liftBoth(rooms, fingers, Qt.point(450, 330), 200);
            rest(rooms);
            stays(part, 450, 330);
        }

        function test_a_pinch_leads_from_the_stage_and_goes_on(): void {
            const rooms = hang(Fixture.gallery(5, 2), {});
            const place = rooms.stage.pictureRect(null);
            const at = Qt.point(place.x + place.width / 3, place.y + place.height / 2);
            const fingers = pinchFrom(rooms, at, 30, at, 90);
            compare(gallery.visit.screen, Visit.CLOSER);
            verify(closer.width > place.width * 1.3, `${closer.width} ${place}`);
            fuzzyCompare(partAt(at.x, at.y).x, 1 / 3, 0.01);
            fuzzyCompare(partAt(at.x, at.y).y, 1 / 2, 0.01);
            const before = closer.width;
            fingers.move(0, rooms, at.x - 120, at.y).move(1, rooms, at.x + 120, at.y).commit();
            tryVerify(() => closer.width > before * 1.2);
            liftBoth(rooms, fingers, at, 120);
            rest(rooms);
            compare(gallery.visit.screen, Visit.CLOSER);
        }

        function test_a_pinch_that_has_to_wait_is_made_up_for(): void {
            const rooms = hang(Fixture.gallery(5, 2), {});
            Fixture.keepWaiting(gallery, 100);
            const place = rooms.stage.pictureRect(null);
            const at = Qt.point(place.x + place.width / 3, place.y + place.height / 2);
            const fingers = pinchFrom(rooms, at, 30, at, 90);
            tryCompare(gallery.visit, "screen", Visit.CLOSER);
            fingers.move(0, rooms, at.x - 91, at.y).move(1, rooms, at.x + 91, at.y).commit();
            tryVerify(() => closer.width > place.width * 1.3, 2000, `${closer.width} ${place}`);
            fuzzyCompare(partAt(at.x, at.y).x, 1 / 3, 0.01);
            liftBoth(rooms, fingers, at, 91);
            rest(rooms);
            compare(gallery.visit.screen, Visit.CLOSER);
        }

        function test_a_pinch_that_makes_it_small_leaves(): void {
            const rooms = comeCloser({});
            const at = Qt.point(500, 300);
            const fingers = pinchFrom(rooms, at, 200, at, 60);
            verify(closer.width < whole && closer.width > 400, `${closer.width}`);
            compare(gallery.visit.screen, Visit.CLOSER);
            liftBoth(rooms, fingers, at, 60);
            compare(gallery.visit.screen, Visit.STAGE);
            tryVerify(() => !rooms.view.borrowed);
        }

        function test_a_pinch_beyond_the_limits_comes_back(): void {
            const rooms = comeCloser({});
            const at = Qt.point(500, 300);
            const fingers = pinchFrom(rooms, at, 100, at, 92);
            liftBoth(rooms, fingers, at, 92);
            rest(rooms);
            compare(gallery.visit.screen, Visit.CLOSER);
            fuzzyCompare(closer.width, whole, 1);
            const further = pinchFrom(rooms, at, 20, at, 260);
            verify(closer.width > 3000, `${closer.width}`);
            liftBoth(rooms, further, at, 260);
            rest(rooms);
            fuzzyCompare(closer.width, 3000, 1);
        }

        function test_a_double_tap_goes_in_at_the_point_and_back(): void {
            const rooms = comeCloser({});
            const part = partAt(300, 200);
            doubleTap(rooms, 300, 200);
            rest(rooms);
            fuzzyCompare(closer.width, 3 * whole, 1);
            stays(part, 300, 200);
            doubleTap(rooms, 600, 400);
            rest(rooms);
            fuzzyCompare(closer.width, whole, 1);
        }

        function test_a_double_tap_on_the_stage_goes_in_at_the_point(): void {
            const rooms = hang(Fixture.gallery(5, 2), {});
            const place = rooms.stage.pictureRect(null);
            const at = Qt.point(place.x + place.width / 2, place.y + place.height / 2);
            doubleTap(rooms, at.x, at.y);
            compare(gallery.visit.screen, Visit.CLOSER);
            rest(rooms);
            fuzzyCompare(closer.width, 3 * whole, 1);
            fuzzyCompare(partAt(at.x, at.y).x, 0.5, 0.01);
        }

        function test_the_picture_follows_a_finger_and_gives_way_less_beyond_its_edge(): void {
            const rooms = comeCloser({});
            closer.step(9);
            rest(rooms);
            const from = Qt.point(closer.x, closer.y);
            const finger = pull(rooms, 500, 300, -40, -30);
            const part = partAt(460, 270);
            for (const [x, y] of [[420, 250], [300, 200], [600, 330]]) {
                finger.move(0, rooms, x, y).commit();
                tryVerify(() => Math.abs(partAt(x, y).x - part.x) * closer.width < 1.5, 2000);
                stays(part, x, y);
            }
            verify(Math.abs(closer.x - from.x - 100) < 25 && Math.abs(closer.y - from.y - 30) < 25);
            finger.release(0, rooms, 600, 330).commit();
            rest(rooms);
            closer.pan(-9, -9);
            rest(rooms);
            const edge = closer.x;
            fuzzyCompare(edge, rooms.view.room.x, 1);
            const again = pull(rooms, 300, 300, 300, 0);
            verify(closer.x > edge + 40 && closer.x < edge + 200, `${closer.x}`);
            again.release(0, rooms, 600, 300).commit();
            rest(rooms);
            fuzzyCompare(closer.x, edge, 1);
        }

        function test_a_flung_picture_goes_on_and_comes_to_rest(): void {
            const rooms = comeCloser({});
            closer.step(9);
            rest(rooms);
            const before = closer.x;
            const finger = touchEvent(rooms).press(0, rooms, 500, 300).commit();
            for (let step = 1; step <= 8; ++step) {
                Fixture.pass_(0.016);
                finger.move(0, rooms, 500 - step * 15, 300).commit();
                nextFrame(rooms);
            }
            const lifted = closer.x;
            verify(lifted < before - 80, `${lifted} ${before}`);
            finger.release(0, rooms, 380, 300).commit();
            verify(closer.gliding);
            rest(rooms);
            verify(closer.x < lifted - 100, `${closer.x} ${lifted}`);
        }

        function test_a_finger_that_rests_first_lets_go_of_a_still_picture(): void {
            const rooms = comeCloser({});
            closer.step(9);
            rest(rooms);
            const finger = pull(rooms, 500, 300, -120, 0);
            Fixture.pass_(0.5);
            const held = closer.x;
            finger.release(0, rooms, 380, 300).commit();
            verify(!closer.moving);
            compare(closer.x, held);
        }

        function test_a_touch_stops_what_moves(): void {
            const rooms = comeCloser({});
            closer.step(4);
            verify(closer.moving);
            const finger = touchEvent(rooms).press(0, rooms, 500, 300).commit();
            verify(!closer.moving);
            finger.release(0, rooms, 500, 300).commit();
            rest(rooms);
        }

        function test_the_wheel_zooms_where_the_pointer_is(): void {
            const rooms = comeCloser({});
            for (let notch = 0; notch < 2; ++notch)
                mouseWheel(rooms, 400, 200, 0, 120);
            const part = partAt(400, 200); // higher than the room from here on
            for (let notch = 0; notch < 2; ++notch)
                mouseWheel(rooms, 400, 200, 0, 120);
            fuzzyCompare(closer.width, whole * 1.6 * 1.6, 2);
            stays(part, 400, 200);
            for (let notch = 0; notch < 9; ++notch)
                mouseWheel(rooms, 400, 200, 0, -120);
            fuzzyCompare(closer.width, whole, 1);
        }

        function test_a_touch_on_the_controls_is_none_on_the_picture(): void {
            const rooms = comeCloser({});
            closer.step(2);
            rest(rooms);
            const width = closer.width;
            const plate = all(rooms.view, child => child instanceof Plate && child.visible)[0];
            const edge = plate.mapToItem(rooms, 2, 2);
            doubleTap(rooms, edge.x, edge.y);
            verify(!closer.moving);
            mouseWheel(rooms, edge.x, edge.y, 0, 120);
            compare(closer.width, width);
        }

        function test_the_button_has_its_place_before_there_is_a_picture(): void {
            const gallery = Fixture.gallery(3, 1);
            const rooms = show(halls, screen, {
                gallery
            });
            const button = () => first(rooms.stage, child => child instanceof IconButton && child.icon === "closer");
            verify(button().visible && button().enabled && !button().usable);
            compare(first(rooms.stage, child => child instanceof ControlBar).keyEntry(), button());
            tapMiddle(button());
            compare(gallery.visit.screen, Visit.STAGE);
            Fixture.make(900, 600);
            tryVerify(() => button().usable);
            tapMiddle(button());
            compare(gallery.visit.screen, Visit.CLOSER);
        }

        function test_where_the_curator_forbids_it_nothing_leads_there(): void {
            const rooms = hang(Fixture.forbidding(), {});
            compare(button(rooms, "closer"), null);
            const place = rooms.stage.pictureRect(null);
            const at = Qt.point(place.x + place.width / 2, place.y + place.height / 2);
            doubleTap(rooms, at.x, at.y);
            compare(gallery.visit.screen, Visit.STAGE);
            const fingers = pinchFrom(rooms, at, 30, at, 120);
            compare(gallery.visit.screen, Visit.STAGE);
            liftBoth(rooms, fingers, at, 120);
            rooms.stage.lookCloser();
            compare(gallery.visit.screen, Visit.STAGE);
        }

        function tiles(rooms: Rooms): var {
            return all(rooms.view, child => child instanceof Tile);
        }

        function test_it_sharpens_tile_by_tile_and_nothing_is_ever_bare(): void {
            const rooms = comeCloser({});
            compare(tiles(rooms).length, 0);
            compare(Fixture.tiling(), 1);
            closer.step(9);
            rest(rooms);
            verify(!closer.sharp && sees(rooms, 500, 300, "firebrick"));
            Fixture.cut(3000, 2000, 1, "seagreen");
            tryVerify(() => sees(rooms, 500, 300, "seagreen"));
            Fixture.cut(3000, 2000, 0, "royalblue");
            for (let look = 0; look < 12; ++look) {
                const pixel = grabImage(rooms).pixel(500, 300);
                verify(pixel.g > 1.5 * pixel.r, `${pixel}`); // of firebrick and the wall it is not
                wait(16);
            }
            tryVerify(() => closer.sharp);
            verify(sees(rooms, 500, 300, "royalblue"));
            compare(tiles(rooms).filter(tile => tile.level !== 0).length, 0);
        }

        function test_tiles_leave_no_line_between_them_at_any_scale(): void {
            const rooms = comeCloser({});
            Fixture.cut(3000, 2000, 0, "royalblue");
            Fixture.cut(3000, 2000, 1, "royalblue");
            for (const steps of [1.37, 0.21, 0.53]) {
                closer.step(steps);
                closer.pan(0.113, -0.071);
                rest(rooms);
                tryVerify(() => closer.sharp && tiles(rooms).every(tile => tile.opacity === 1));
                const image = grabImage(rooms);
                for (let x = 0; x < 880; ++x)
                    verify(near(image.pixel(x, 300), "royalblue"), `${x} at ${closer.width}`);
                for (let y = 0; y < 600; ++y)
                    verify(near(image.pixel(400, y), "royalblue"), `${y} at ${closer.width}`);
                for (const tile of tiles(rooms))
                    compare([tile.x, tile.y, tile.width, tile.height].map(Math.round), [tile.x, tile.y, tile.width, tile.height]);
            }
        }

        function test_nothing_is_made_or_kept_for_who_has_left(): void {
            const rooms = comeCloser({});
            Fixture.cut(3000, 2000, 0, "royalblue");
            closer.step(9);
            rest(rooms);
            tryVerify(() => tiles(rooms).length > 4);
            tapMiddle(button(rooms, "close"));
            compare(Fixture.tiling(), 0);
            tryVerify(() => !rooms.view.borrowed);
            compare(tiles(rooms).length, 0);
        }

        function test_controls_are_told_apart_from_any_picture_data(): var {
            return ["white", "black", "gray"].map(colour => ({
                        tag: colour
                    }));
        }

        // 4.5:1 between sign and plate, whatever is behind them; the plate hides all of it.
        function test_controls_are_told_apart_from_any_picture(data: var): void {
            const rooms = comeCloser({});
            Fixture.cut(3000, 2000, 0, data.tag);
            closer.step(9);
            rest(rooms);
            tryVerify(() => sees(rooms, 500, 300, data.tag));
            const image = grabImage(rooms);
            for (const icon of ["minus", "whole", "close"]) {
                const place = button(rooms, icon).mapToItem(rooms, 0, 0);
                const far = button(rooms, icon).width - 2;
                const deep = button(rooms, icon).height - 2;
                const seen = [];
                for (let x = 2; x < far; ++x)
                    for (let y = 2; y < deep; ++y)
                        seen.push(luminance(image.pixel(place.x + x, place.y + y)));
                const contrast = (Math.max(...seen) + 0.05) / (Math.min(...seen) + 0.05);
                verify(contrast >= 4.5, `${icon}: ${contrast}`);
                verify(near(image.pixel(place.x + 3, place.y + 3), Theme.raised));
            }
        }

        // WCAG 2.2, relative luminance.
        function luminance(colour: color): real {
            const linear = part => part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
            return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
        }

        function test_with_reduced_motion_nothing_flies(): void {
            Motion.reduced = true;
            const rooms = comeCloser({});
            tapMiddle(button(rooms, "plus"));
            tryVerify(() => !closer.moving, 100);
            fuzzyCompare(closer.width, whole * 1.6, 1);
        }

        function test_another_window_keeps_the_whole_picture_whole(): void {
            const rooms = comeCloser({});
            screen.width = 800;
            tryCompare(rooms, "width", 800);
            tryVerify(() => Math.abs(closer.width - rooms.view.room.width) < 1);
            rest(rooms);
            screen.width = 1000;
            rest(rooms);
        }

        name: "CloserView"
    }
}
