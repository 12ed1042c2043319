import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 300
    width: 600

    Component {
        id: bars

        ThemeBar {
            width: 600
            y: 100
        }
    }

    Visitor {
        property Gallery gallery

        function hang(works: int, themes: int): ThemeBar {
            gallery = Fixture.gallery(works, themes);
            return show(bars, screen, {
                gallery
            });
        }

        function chip(bar: ThemeBar, name: string): Chip {
            return first(bar, child => child instanceof Chip && child.name === name);
        }

        function cues(bar: ThemeBar): var {
            return all(bar, child => child instanceof ScrollCue);
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_all_works_comes_first_and_is_chosen(): void {
            const every = chip(hang(12, 3), "All works");
            compare(every.x, 0);
            compare(every.count, 12);
            verify(every.chosen);
        }

        function test_a_tap_on_a_chip_shows_as_many_works_as_it_counts(): void {
            const bar = hang(12, 3);
            compare(gallery.slideshow.count, 12);
            tapMiddle(chip(bar, "Theme 1"));
            verify(chip(bar, "Theme 1").chosen && !chip(bar, "All works").chosen);
            compare(gallery.slideshow.count, 4);
            compare(chip(bar, "Theme 1").count, 4);
            tapMiddle(chip(bar, "Theme 1"));
            compare(gallery.slideshow.count, 12);
        }

        function test_all_works_leaves_every_theme(): void {
            const bar = hang(6, 2);
            tapMiddle(chip(bar, "Theme 0"));
            tapMiddle(chip(bar, "All works"));
            verify(!chip(bar, "Theme 0").chosen && chip(bar, "All works").chosen);
            compare(gallery.slideshow.count, 6);
        }

        function test_words_in_outlines_keep_their_distance_in_any_text_size(): void {
            const bar = hang(12, 3);
            for (const scale of [1, 1.5, 2]) {
                Theme.textScale = scale;
                waitForPolish(screen.Window.window);
                const one = chip(bar, "Theme 0"), other = chip(bar, "Theme 1");
                const letters = first(one, child => child instanceof Text && child.text === "Theme 0");
                const size = letters.font.pixelSize;
                verify(other.x - one.x - one.width >= 0.38 * size, `${other.x - one.x - one.width} between`);
                verify(letters.mapToItem(one, 0, 0).x >= 0.6 * size, `${letters.mapToItem(one, 0, 0).x} inside`);
            }
        }

        function test_few_themes_have_no_cue(): void {
            verify(cues(hang(4, 1)).every(cue => !cue.more));
        }

        function test_many_themes_go_on_behind_a_cue(): void {
            const bar = hang(40, 20);
            tryVerify(() => !cues(bar)[0].more && cues(bar)[1].more);
            tryCompare(cues(bar)[1], "opacity", 1);
            const list = first(bar, child => child instanceof ListView);
            tap(bar, bar.width - 5, bar.height / 2);
            tryVerify(() => cues(bar)[0].more && list.contentX > 300);
            compare(gallery.slideshow.count, 40, "a tap on the cue chooses nothing");
            bar.toStart();
            tryVerify(() => !cues(bar)[0].more);
        }

        function test_the_cues_lead_to_the_last_theme(): void {
            const bar = hang(40, 20);
            const list = first(bar, child => child instanceof ListView);
            for (let taps = 0; taps < 20 && !list.atXEnd; ++taps) {
                const before = list.contentX;
                tap(bar, bar.width - 5, bar.height / 2);
                tryVerify(() => list.contentX > before);
                comeToRest(list);
            }
            const last = chip(bar, "Theme 19");
            verify(last.mapToItem(bar, last.width, 0).x <= bar.width + 1);
        }

        function test_a_drag_that_begins_on_its_cue_scrolls_it(): void {
            const bar = hang(40, 12);
            const list = first(bar, child => child instanceof ListView);
            swipe(bar, bar.width - 15, bar.height / 2, -200, 0);
            comeToRest(list);
            verify(list.contentX > 50, `${list.contentX}`);
            compare(gallery.slideshow.count, 40);
        }

        function test_it_begins_with_all_works_in_any_text_size_from_right_to_left(): void {
            const bar = hang(40, 12);
            bar.LayoutMirroring.enabled = true;
            bar.LayoutMirroring.childrenInherit = true;
            for (const scale of [2, 1]) {
                Theme.textScale = scale;
                tryVerify(() => {
                    const every = chip(bar, "All works");
                    return Math.abs(every.mapToItem(bar, every.width, 0).x - bar.width) < 1;
                });
                wait(50);
                verify(!cues(bar).some(cue => cue.edge === Qt.RightEdge && cue.more));
            }
        }

        function cleanup(): void {
            Theme.textScale = 1;
        }

        function test_a_finger_that_drags_the_bar_chooses_nothing(): void {
            const bar = hang(40, 20);
            swipe(bar, 300, bar.height / 2, -200, 0);
            compare(gallery.slideshow.count, 40);
            verify(first(bar, child => child instanceof ListView).contentX > 50);
        }

        name: "ThemeBar"
    }
}
