import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 600
    width: 1000

    Component {
        id: slideshows

        Slides {
            anchors.centerIn: parent
            arriving: false
            height: 500
            portrait: false
            width: 900
        }
    }

    Visitor {
        id: visitor

        readonly property real below: 400 // no scrolling label there
        property Gallery gallery

        function hang(works: int, more: var): Slides {
            gallery = Fixture.gallery(works, 2);
            Fixture.make(90, 60);
            const slides = show(slideshows, screen, Object.assign({
                slideshow: gallery.slideshow
            }, more));
            tryVerify(() => slides.current?.presentable);
            return slides;
        }

        function pages(slides: Slides): var {
            return all(slides, child => child instanceof StagePage);
        }

        function seen(slides: Slides): var {
            return pages(slides).filter(page => page.visible && Math.abs(page.x) < slides.stride);
        }

        function work(slides: Slides): int {
            return slides.current.slide.work;
        }

        // Towards the next page, with a rest before the finger is lifted.
        function dragAndHold(slides: Slides, way: real): void {
            const finger = pull(slides, 600, below, -way, 0);
            for (let still = 0; still < 6; ++still) {
                wait(30);
                finger.move(0, slides, 600 - way + still % 2, below).commit();
            }
            finger.release(0, slides, 600 - way, below).commit();
        }

        function rest(slides: Slides): void {
            tryVerify(() => !slides.moving);
            compare(slides.offset, 0);
            compare(seen(slides).length, 1);
            compare(slides.current.x, 0);
        }

        function init(): void {
            Motion.slide = 120;
        }

        function test_the_page_moves_as_far_as_the_finger(): void {
            const slides = hang(5, {});
            const finger = touchEvent(slides).press(0, slides, 600, below).commit();
            finger.move(0, slides, 550, below).commit(); // over the threshold
            tryVerify(() => slides.moving);
            for (const by of [-90, -161, 30, 75]) {
                finger.move(0, slides, 600 + by, below).commit();
                tryVerify(() => Math.abs(slides.current.x - by) <= 1, 5000, `${by} is ${slides.current.x}`);
            }
            finger.move(0, slides, 600, below).commit().release(0, slides, 600, below).commit();
            rest(slides);
        }

        function test_the_neighbour_is_seen_behind_the_finger(): void {
            const slides = hang(5, {});
            const finger = pull(slides, 600, below, -200, 0);
            const neighbours = seen(slides).filter(page => page !== slides.current);
            compare(neighbours.map(page => page.slide.work), [1]);
            fuzzyCompare(neighbours[0].x - slides.current.x, slides.stride, 1);
            finger.move(0, slides, 600, below).commit().release(0, slides, 600, below).commit();
            rest(slides);
        }

        function test_a_long_drag_turns_the_page_data(): var {
            return [
                {
                    tag: "to the left",
                    by: -0.4,
                    mirrored: false,
                    work: 1
                },
                {
                    tag: "to the right",
                    by: 0.4,
                    mirrored: false,
                    work: 4
                },
                {
                    tag: "to the left, mirrored",
                    by: -0.4,
                    mirrored: true,
                    work: 4
                },
                {
                    tag: "to the right, mirrored",
                    by: 0.4,
                    mirrored: true,
                    work: 1
                }
            ];
        }

        function test_a_long_drag_turns_the_page(data: var): void {
            const slides = hang(5, {
                "LayoutMirroring.enabled": data.mirrored,
                "LayoutMirroring.childrenInherit": true
            });
            const way = data.by * slides.width;
            const finger = pull(slides, 450, below, way, 0);
            tryVerify(() => Math.abs(slides.current.x - way) <= 1, 5000, `at ${slides.current.x}`);
            const neighbour = seen(slides).filter(page => page !== slides.current)[0];
            compare(neighbour.slide.work, data.work);
            fuzzyCompare(neighbour.x, way - Math.sign(way) * slides.stride, 1);
            finger.release(0, slides, 450 + way, below).commit();
            compare(work(slides), data.work);
            rest(slides);
        }

        function test_a_short_slow_drag_returns(): void {
            const slides = hang(5, {});
            dragAndHold(slides, 0.24 * slides.width);
            compare(work(slides), 0);
            rest(slides);
        }

        function test_a_slow_drag_beyond_28_percent_turns_the_page(): void {
            const slides = hang(5, {});
            dragAndHold(slides, 0.32 * slides.width);
            compare(work(slides), 1);
            rest(slides);
        }

        function test_quick_swipes_turn_one_page_each(): void {
            const slides = hang(9, {});
            for (let swipes = 1; swipes <= 6; ++swipes) {
                swipe(slides, 600, below, -0.4 * slides.width, 0);
                compare(gallery.slideshow.page, swipes);
                compare(work(slides), swipes);
            }
            rest(slides);
            compare(work(slides), 6);
        }

        function test_swipes_forth_and_back_end_where_they_began(): void {
            const slides = hang(5, {});
            for (const by of [-0.4, -0.4, 0.4, 0.4, 0.4, -0.4])
                swipe(slides, 450, below, by * slides.width, 0);
            rest(slides);
            compare(work(slides), 0);
        }

        function test_a_swipe_during_a_fade_shows_the_true_neighbour(): void {
            const slides = hang(9, {});
            Motion.slide = 900;
            gallery.slideshow.goTo(3);
            tryVerify(() => slides.faded > 0 && slides.faded < 1);
            const finger = pull(slides, 600, below, -200, 0);
            compare(work(slides), 3);
            const others = seen(slides).filter(page => page !== slides.current);
            compare(others.filter(page => page.x > slides.current.x).map(page => page.slide.work), [4]);
            finger.move(0, slides, 200, below).commit().release(0, slides, 200, below).commit();
            compare(work(slides), 4);
            rest(slides);
        }

        function test_a_drag_back_during_a_fade_shows_the_true_neighbour(): void {
            const slides = hang(9, {});
            Motion.slide = 900;
            gallery.slideshow.goTo(3);
            tryVerify(() => slides.faded > 0 && slides.faded < 1);
            const finger = pull(slides, 300, below, 200, 0);
            const others = seen(slides).filter(page => page !== slides.current);
            compare(others.filter(page => page.x < slides.current.x).map(page => page.slide.work), [2]);
            finger.move(0, slides, 700, below).commit().release(0, slides, 700, below).commit();
            compare(work(slides), 2);
            rest(slides);
        }

        function test_a_fade_never_leaves_both_pages_invisible(): void {
            const slides = hang(5, {});
            Motion.slide = 300;
            gallery.slideshow.next();
            let darkest = 1;
            let steps = 0;
            slides.fadedChanged.connect(() => {
                ++steps;
                darkest = Math.min(darkest, Math.max(...seen(slides).map(page => page.pictureOpacity)));
            });
            rest(slides);
            verify(steps > 2, `${steps} steps`);
            verify(darkest >= 0.5, `${darkest}`);
            compare(slides.current.pictureOpacity, 1);
            compare(work(slides), 1);
        }

        function test_a_fade_waits_for_a_picture_but_not_for_ever(): void {
            gallery = Fixture.gallery(3, 0);
            const slides = show(slideshows, screen, {
                slideshow: gallery.slideshow
            });
            gallery.slideshow.next();
            verify(slides.waiting && !slides.current.presentable);
            rest(slides);
            compare(work(slides), 1);
        }

        function test_the_last_work_is_followed_by_the_first(): void {
            const slides = hang(3, {});
            for (let swipes = 0; swipes < 3; ++swipes)
                swipe(slides, 600, below, -0.4 * slides.width, 0);
            rest(slides);
            compare(work(slides), 0);
        }

        function test_one_work_alone_stays_where_it_is(): void {
            const slides = hang(1, {});
            swipe(slides, 600, below, -0.4 * slides.width, 0);
            compare(slides.current.x, 0);
            verify(!slides.moving);
        }

        function test_with_less_motion_a_swipe_fades_and_nothing_moves(): void {
            Motion.reduced = true;
            const slides = hang(5, {});
            const finger = pull(slides, 600, below, -0.4 * slides.width, 0);
            compare(slides.current.x, 0);
            compare(seen(slides).length, 1);
            finger.release(0, slides, 600 - 0.4 * slides.width, below).commit();
            compare(gallery.slideshow.page, 1);
            while (slides.moving) {
                verify(seen(slides).every(page => page.x === 0));
                wait(5);
            }
            rest(slides);
            verify(Motion.fade <= 300);
            Motion.reduced = false;
        }

        function test_a_tap_turns_nothing(): void {
            const slides = hang(5, {});
            tap(slides, 600, below);
            compare(work(slides), 0);
            verify(!slides.moving);
        }

        function test_a_work_without_a_picture_is_a_card(): void {
            const slides = hang(9, {});
            gallery.slideshow.goTo(4);
            rest(slides);
            verify(slides.current.slide.card && slides.current.presentable);
        }

        function test_every_page_of_a_round_shows_its_own_work(): void {
            const slides = hang(7, {});
            const works = [];
            for (let turn = 0; turn < 7; ++turn) {
                works.push(work(slides));
                gallery.slideshow.next();
                gallery.slideshow.settled();
            }
            compare(works, [0, 1, 2, 3, 4, 5, 6]);
            rest(slides);
        }

        name: "Slides"
    }
}
