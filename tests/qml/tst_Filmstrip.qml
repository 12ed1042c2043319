import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 200
    width: 800

    Component {
        id: strips

        Filmstrip {
            height: implicitHeight
            width: 800
            y: 50
        }
    }

    Visitor {
        property Gallery gallery

        function hang(works: int): Filmstrip {
            gallery = Fixture.gallery(works, 0);
            return show(strips, screen, {
                gallery
            });
        }

        function list(strip: Filmstrip): ListView {
            return first(strip, child => child instanceof ListView);
        }

        function inView(strip: Filmstrip): bool {
            const item = list(strip).currentItem;
            const left = item.mapToItem(strip, 0, 0).x;
            return left >= 0 && left + item.width <= strip.width;
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_the_current_work_is_always_in_view(): void {
            const strip = hang(60);
            for (const work of [1, 30, 59, 0, 58]) {
                gallery.slideshow.goTo(work);
                compare(list(strip).currentIndex, work);
                tryVerify(() => inView(strip), 5000, `work ${work}`);
                verify(first(list(strip).currentItem, child => child instanceof Thumbnail).chosen);
            }
        }

        function test_a_tap_on_a_neighbour_shows_it(): void {
            const strip = hang(60);
            tapMiddle(list(strip).itemAtIndex(3));
            compare(gallery.slideshow.current.work, 3);
        }

        function test_the_current_work_stays_in_view_when_pictures_arrive(): void {
            const strip = hang(60);
            gallery.slideshow.goTo(30);
            tryVerify(() => inView(strip));
            Fixture.make(30, 90);
            tryVerify(() => list(strip).currentItem.width < list(strip).height);
            tryVerify(() => inView(strip));
        }

        function test_only_thumbnails_in_sight_wait_to_be_made(): void {
            const strip = hang(2000);
            for (const work of [300, 700, 1100, 1500, 1900]) {
                gallery.slideshow.goTo(work);
                tryVerify(() => inView(strip));
                wait(0);
            }
            gallery.slideshow.settled();
            tryVerify(() => Fixture.ordered() < 60, 5000, `${Fixture.ordered()} wait`);
            verify(Fixture.ordered() > 5);
        }

        function test_a_preview_that_arrives_leaves_a_strip_alone_that_the_visitor_moved(): void {
            const strip = hang(60);
            swipe(strip, 500, strip.height / 2, -240, 0);
            tryVerify(() => !list(strip).moving);
            let middle = -1;
            for (let x = strip.width / 2; middle < 0; x += 4) // not between two
                middle = list(strip).indexAt(list(strip).contentX + x, strip.height / 2);
            const looked = list(strip).itemAtIndex(middle).card ? middle + 1 : middle;
            const at = list(strip).contentX;
            verify(at > 100 && looked > 3);
            Fixture.make(90, 60, [looked]);
            tryVerify(() => list(strip).itemAtIndex(looked).width > 1.4 * list(strip).height);
            wait(50);
            verify(list(strip).itemAtIndex(looked).x > at && list(strip).itemAtIndex(looked).x < at + strip.width);
            fuzzyCompare(list(strip).contentX, at, 100);
            compare(list(strip).currentIndex, 0);
        }

        function test_after_the_visitor_moved_it_the_next_work_comes_into_view(): void {
            const strip = hang(60);
            swipe(strip, 500, strip.height / 2, -240, 0);
            tryVerify(() => !list(strip).moving);
            verify(!inView(strip));
            gallery.slideshow.next();
            tryVerify(() => inView(strip));
        }

        function test_a_fast_flick_moves_it(): void {
            const strip = hang(60);
            swipe(strip, 700, strip.height / 2, -600, 0);
            verify(list(strip).contentX > 100);
            compare(gallery.slideshow.current.work, 0);
        }

        function test_cues_lead_along_a_long_strip_and_a_short_one_has_none(): void {
            const strip = hang(60);
            const cue = place => all(strip, child => child instanceof ScrollCue)[place];
            verify(!cue(0).more && cue(1).more);
            tap(strip, strip.width - 5, strip.height / 2);
            tryVerify(() => list(strip).contentX > 500);
            compare(gallery.slideshow.current.work, 0, "a tap on the cue opens nothing");
            verify(all(hang(3), child => child instanceof ScrollCue).every(each => !each.more));
        }

        function test_fewer_works_leave_no_hole(): void {
            gallery = Fixture.gallery(60, 20);
            const strip = show(strips, screen, {
                gallery
            });
            gallery.slideshow.goTo(59);
            tryVerify(() => inView(strip));
            gallery.choose("theme-0");
            tryCompare(list(strip), "count", 3);
            tryVerify(() => inView(strip));
        }

        name: "Filmstrip"
    }
}
