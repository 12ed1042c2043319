import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 700
    width: 1000

    Component {
        id: walls

        WallView {
            anchors.fill: parent
            portrait: false
        }
    }

    SignalSpy {
        id: opened

        signalName: "opened"
    }

    Visitor {
        property Gallery gallery

        function hang(works: int, more: var): WallView {
            gallery = Fixture.gallery(works, 4);
            const wall = show(walls, screen, Object.assign({
                gallery
            }, more));
            opened.target = wall;
            opened.clear();
            tryVerify(() => rows(wall).length > 0);
            return wall;
        }

        function list(wall: WallView): ListView {
            return all(wall, child => child instanceof ListView)[1];
        }

        // What is seen of it, from the top.
        function rows(wall: WallView): var {
            const view = list(wall);
            const seen = row => row && row.y < view.contentY + view.height && row.y + row.height > view.contentY;
            return Array.from({
                length: view.count
            }, (_, index) => view.itemAtIndex(index)).filter(seen);
        }

        function thumbnails(row: Item): var {
            return all(row, child => child instanceof Thumbnail);
        }

        // Whether the list's beginning and end are where they may be, and something hangs there.
        function inBounds(wall: WallView): bool {
            const view = list(wall);
            const top = view.originY - view.topMargin;
            const bottom = view.originY + view.contentHeight + view.bottomMargin - view.height;
            return view.contentY >= top - 1 && view.contentY <= Math.max(top, bottom) + 1 && rows(wall).length > 0;
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_only_thumbnails_in_sight_wait_to_be_made(): void {
            const wall = hang(2000, {});
            const first = Fixture.ordered();
            verify(first > 5);
            for (let row = 0; row < list(wall).count; row += 20) {
                list(wall).positionViewAtIndex(row, ListView.Beginning);
                wait(20);
            }
            tryVerify(() => Fixture.ordered() < 3 * first, 5000, `${Fixture.ordered()} wait, ${first} at first`);
            verify(Fixture.ordered() > 5);
            wall.visible = false;
            tryVerify(() => Fixture.ordered() < first, 5000, "only the stage's own wait");
        }

        function test_thumbnails_fill_every_row_but_the_last(): void {
            const wall = hang(60, {});
            const view = list(wall);
            let full = 0;
            for (const row of rows(wall)) {
                const hung = thumbnails(row);
                const right = hung[hung.length - 1].mapToItem(row, hung[hung.length - 1].width, 0).x;
                verify(hung.every(thumbnail => thumbnail.height === row.rowHeight));
                verify(right <= view.width + 1, `${right} of ${view.width}`);
                full += Math.abs(right - view.width) <= 1 ? 1 : 0;
            }
            verify(full >= rows(wall).length - 1 && full > 1, `${full} of ${rows(wall).length} rows are full`);
        }

        function test_every_thumbnail_is_as_large_as_a_finger(): void {
            for (const row of rows(hang(60, {})))
                for (const thumbnail of thumbnails(row))
                    verify(thumbnail.width >= Theme.control && thumbnail.height >= Theme.control);
        }

        function test_a_tap_opens_the_work(): void {
            const wall = hang(60, {});
            const thumbnail = thumbnails(rows(wall)[0])[1];
            tapMiddle(thumbnail);
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], 1);
            compare(opened.signalArguments[0][1], thumbnail);
        }

        function test_its_cue_turns_when_tapped_and_scrolls_when_dragged(): void {
            const wall = hang(200);
            const view = list(wall);
            swipe(wall, 500, 690, 0, -200);
            comeToRest(view);
            const dragged = view.contentY;
            verify(dragged > 50, `dragged to ${dragged}`);
            tap(wall, 500, 690);
            tryVerify(() => view.contentY > dragged + 0.7 * view.height);
            compare(opened.count, 0);
        }

        function test_a_finger_that_scrolls_opens_nothing(): void {
            const wall = hang(200, {});
            swipe(wall, 500, 600, 0, -400);
            verify(list(wall).contentY > 100);
            compare(opened.count, 0);
        }

        function test_to_the_end_and_back_stays_in_bounds_with_2000_works(): void {
            const wall = hang(2000, {});
            for (const _ of [1, 2]) {
                wall.scroll(Infinity);
                tryVerify(() => list(wall).atYEnd);
                tryVerify(() => inBounds(wall));
                verify(rows(wall).some(row => thumbnails(row).some(thumbnail => thumbnail.shown.work === 1999)), "the last work hangs there");
                wall.scroll(-Infinity);
                tryVerify(() => list(wall).atYBeginning);
                tryVerify(() => inBounds(wall));
                verify(rows(wall).some(row => thumbnails(row).some(thumbnail => thumbnail.shown.work === 0)), "the first work hangs there");
            }
        }

        function test_by_pages_it_stops_at_either_end(): void {
            const wall = hang(60, {});
            const turn = (share, arrived) => {
                for (let pages = 0; pages < 9 && !arrived(); ++pages) {
                    const before = list(wall).contentY;
                    wall.scroll(share);
                    comeToRest(list(wall));
                    verify(share > 0 ? list(wall).contentY > before : list(wall).contentY < before);
                }
                verify(arrived() && inBounds(wall));
            };
            turn(4, () => list(wall).atYEnd);
            turn(-4, () => list(wall).atYBeginning);
        }

        function test_few_works_make_no_hole(): void {
            const wall = hang(1, {});
            compare(thumbnails(rows(wall)[0]).length, 1);
            wall.scroll(Infinity);
            wall.scroll(0.9);
            tryVerify(() => rows(wall)[0].mapToItem(wall, 0, 0).y >= 0);
        }

        function test_a_theme_hangs_its_own_works_from_the_top(): void {
            const wall = hang(200, {});
            wall.scroll(Infinity);
            tryVerify(() => list(wall).atYEnd);
            gallery.choose("theme-1");
            tryVerify(() => list(wall).atYBeginning);
            tryVerify(() => rows(wall).length > 0 && thumbnails(rows(wall)[0])[0].shown.work === 1);
            verify(inBounds(wall));
        }

        function test_the_work_on_the_stage_is_shown_and_ringed(): void {
            const wall = hang(200, {});
            gallery.slideshow.goTo(150);
            wall.showCurrent();
            const chosen = () => rows(wall).reduce((found, row) => found.concat(thumbnails(row).filter(thumbnail => thumbnail.chosen)), []);
            tryVerify(() => chosen().length === 1);
            compare(chosen()[0].shown.work, 150);
            const top = chosen()[0].mapToItem(wall, 0, 0).y;
            verify(top >= 0 && top + chosen()[0].height <= wall.height);
        }

        function test_pictures_that_arrive_leave_it_in_bounds(): void {
            const wall = hang(200, {});
            wall.scroll(Infinity);
            tryVerify(() => list(wall).atYEnd);
            Fixture.make(60, 90);
            tryVerify(() => inBounds(wall));
        }

        function test_mirrored_the_first_work_hangs_at_the_right(): void {
            const wall = hang(60, {
                "LayoutMirroring.enabled": true,
                "LayoutMirroring.childrenInherit": true
            });
            const one = thumbnails(rows(wall)[0])[0];
            fuzzyCompare(one.mapToItem(list(wall), one.width, 0).x, list(wall).width, 1);
        }

        function test_without_dates_and_with_one_creator_there_is_nothing_to_sort(): void {
            const wall = hang(60, {});
            const bar = first(wall, item => item instanceof SortBar);
            verify(!bar.visible && bar.height === 0);
            verify(!first(wall, item => item instanceof JumpStrip).visible);
        }

        function test_few_works_are_not_searched(): void {
            verify(!first(hang(200, {}), item => item instanceof IconButton && item.icon === "search").visible);
        }

        function test_the_keyboard_is_made_when_it_is_asked_for_and_hides_no_work(): void {
            const wall = hang(250, {});
            compare(first(wall, item => item instanceof TouchKeyboard), null);
            tapMiddle(first(wall, item => item instanceof IconButton && item.icon === "search"));
            const keyboard = first(wall, item => item instanceof SearchPanel);
            tryVerify(() => list(wall).mapToItem(wall, 0, list(wall).height).y <= keyboard.mapToItem(wall, 0, 0).y);
            tryVerify(() => rows(wall).length > 0);
            tapMiddle(first(wall, item => item instanceof IconButton && item.icon === "search"));
            verify(!gallery.search.typing);
        }

        function test_nothing_found_is_said_and_leads_on(): void {
            const wall = hang(250, {});
            const help = first(wall, item => item instanceof NothingFound);
            verify(!help.visible);
            gallery.search.open();
            for (const letter of "work 77")
                gallery.search.press(letter);
            tryVerify(() => rows(wall).length === 1 && thumbnails(rows(wall)[0]).filter(thumbnail => thumbnail.visible).length === 1);
            gallery.search.press("q");
            verify(help.visible);
            compare(list(wall).count, 0);
            const buttons = all(help, item => item instanceof WordButton);
            tapMiddle(buttons[0]);
            compare(gallery.search.typed, "work 77");
            gallery.search.press("q");
            tapMiddle(buttons[1]);
            compare(gallery.search.typed, "");
            tryVerify(() => rows(wall).length > 0 && !help.visible);
        }

        name: "WallView"
    }
}
