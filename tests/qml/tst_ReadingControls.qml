import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 1000
    width: 1000

    Component {
        id: controls

        ReadingControls {}
    }

    Component {
        id: bars

        ControlBar {
            comfortOpen: false
            languagesOpen: false
        }
    }

    Component {
        id: stages

        StageView {
            anchors.fill: parent
            arriving: false
            portrait: false
        }
    }

    Visitor {
        property Gallery gallery

        function listen(): ReadingControls {
            gallery = Fixture.speaking(12);
            gallery.speech.toggle();
            return show(controls, screen, {
                speech: gallery.speech
            });
        }

        function button(item: Item, name: string): IconButton {
            return first(item, child => child.icon !== undefined && child.name === name) as IconButton;
        }

        function buttons(item: Item): var {
            return all(item, child => child.icon !== undefined && child.usable !== undefined && child.visible);
        }

        function place(item: Item): rect {
            return item.mapToItem(screen, 0, 0, item.width, item.height);
        }

        function apart(one: rect, other: rect): bool {
            return one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
        }

        function init(): void {
            Theme.textScale = 1;
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_each_is_as_large_as_a_finger_and_has_a_name_for_screen_readers(): void {
            const row = listen();
            const found = buttons(row);
            compare(found.length, 5);
            for (const one of found) {
                verify(one.width >= Theme.control && one.height >= Theme.control);
                verify(one.Accessible.name.length > 3);
            }
        }

        function test_a_label_that_is_read_can_be_stopped_and_read_again(): void {
            const row = listen();
            tapMiddle(button(row, "Stop reading"));
            verify(!gallery.speech.reading);
            verify(!button(row, "Pause reading").enabled);
            tapMiddle(button(row, "Read this label"));
            verify(gallery.speech.reading);
        }

        function test_a_pause_ends_where_it_began(): void {
            const row = listen();
            const pause = button(row, "Pause reading");
            tapMiddle(pause);
            verify(gallery.speech.paused);
            compare(pause.name, "Go on reading");
            tapMiddle(pause);
            verify(gallery.speech.reading);
        }

        function test_a_keyboard_does_all_of_it(): void {
            const row = listen();
            const pause = button(row, "Pause reading");
            pause.forceActiveFocus();
            keyClick(Qt.Key_Return);
            verify(gallery.speech.paused);
            button(row, "Louder").forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(gallery.speech.volume, 4);
        }

        function test_volume_is_seen_and_told_and_has_ends(): void {
            const row = listen();
            const bars = () => all(row, child => child.filled !== undefined);
            const told = first(row, child => child.Accessible.name === "Volume 3 of 5");
            verify(told !== null);
            compare(bars().length, 5);
            compare(bars().filter(bar => bar.filled).length, 3);
            for (let more = 0; more < 5; ++more)
                tapMiddle(button(row, "Louder"));
            compare(bars().filter(bar => bar.filled).length, 5);
            compare(told.Accessible.name, "Volume 5 of 5");
            verify(!button(row, "Louder").enabled);
            for (let less = 0; less < 9; ++less)
                tapMiddle(button(row, "Softer"));
            compare(bars().filter(bar => bar.filled).length, 1);
        }

        function test_in_the_bar_nothing_lies_on_anything_data(): var {
            return pairs([true, false], [1, 1.7], (portrait, scale) => ({
                        tag: `${portrait ? "upright" : "wide"} at ${scale}`,
                        portrait,
                        scale
                    }));
        }

        function test_in_the_bar_nothing_lies_on_anything(data: var): void {
            gallery = Fixture.speaking(12);
            Theme.textScale = data.scale;
            const width = Math.round((data.portrait ? 400 : 700) * Theme.unit);
            const bar = show(bars, screen, {
                gallery,
                portrait: data.portrait,
                width
            });
            compare(buttons(bar).filter(one => one.icon === "louder").length, 0);
            const height = bar.implicitHeight;
            gallery.speech.toggle();
            waitForPolish(screen.Window.window);
            compare(bar.implicitHeight, height);
            const found = buttons(bar);
            compare(found.filter(one => one.icon === "louder").length, 1);
            const strip = first(bar, child => child.browsed !== undefined);
            const places = [...found, strip].map(place);
            for (const one of places) {
                verify(one.x >= 0 && one.x + one.width <= width + 0.5, `${one}`);
                for (const other of places)
                    verify(one === other || apart(one, other), `${one} ${other}`);
            }
            verify(strip.width > Theme.control * 2);
            gallery.speech.toggle();
            waitForPolish(screen.Window.window);
            compare(buttons(bar).filter(one => one.icon === "louder").length, 0);
        }

        function test_it_is_asked_for_among_the_comforts_and_a_panel_silences_it(): void {
            gallery = Fixture.speaking(12);
            const stage = show(stages, screen, {
                gallery
            });
            stage.toggleComfort();
            tryCompare(stage.comfort, "opacity", 1);
            const row = first(stage.comfort, child => child.name === "Read aloud" && child.on !== undefined);
            tapMiddle(row);
            verify(row.on);
            verify(gallery.speech.reading);
            stage.closePanel();
            verify(gallery.speech.reading);
            stage.toggleLanguages();
            verify(!gallery.speech.reading);
            verify(gallery.speech.on);
        }

        function test_a_kiosk_without_a_voice_does_not_mention_it(): void {
            gallery = Fixture.gallery(12, 2);
            const stage = show(stages, screen, {
                gallery
            });
            stage.toggleComfort();
            tryCompare(stage.comfort, "opacity", 1);
            compare(first(stage.comfort, child => child.name === "Read aloud"), null);
        }
    }
}
