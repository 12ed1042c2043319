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
    width: 900

    Component {
        id: panels

        SearchPanel {
            anchors.bottom: parent.bottom
            most: 560
            width: parent.width
        }
    }

    Visitor {
        property Gallery gallery

        function hang(more: var): SearchPanel {
            gallery = Fixture.gallery(250, 4);
            gallery.visit.showWall();
            gallery.search.open();
            return show(panels, screen, Object.assign({
                gallery
            }, more));
        }

        function keys(panel: SearchPanel): var {
            return all(panel, item => item instanceof Key && item.visible);
        }

        function key(panel: SearchPanel, name: string): Key {
            return keys(panel).find(key => key.name === name);
        }

        function said(panel: SearchPanel): string {
            return first(panel, item => item instanceof SearchField).typed;
        }

        function cleanup(): void {
            gallery.visit.speak("en");
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_keys_are_as_large_as_a_finger_where_there_is_room(): void {
            for (const each of keys(hang({})))
                verify(each.height >= Theme.control && each.width >= Theme.control, each.name);
        }

        function test_in_little_room_keys_stay_above_twelve_millimetres_and_on_the_panel_data(): var {
            return ["en", "ar"].map(language => ({
                        "tag": language,
                        language
                    }));
        }

        function test_in_little_room_keys_stay_above_twelve_millimetres_and_on_the_panel(data: var): void {
            const panel = hang({
                "anchors.bottom": undefined,
                "most": 12 * Theme.unit * 8,
                "width": 440
            });
            gallery.visit.speak(data.language);
            for (const each of keys(panel)) {
                verify(each.height >= 12 * Theme.unit - 1 && each.width >= 12 * Theme.unit - 1, `${each.name} ${each.width} ${each.height}`);
                const left = each.mapToItem(panel, 0, 0).x;
                verify(left >= -1 && left + each.width <= panel.width + 1, each.name);
            }
        }

        function test_keys_write_and_are_taken_back(): void {
            const panel = hang({});
            for (const name of ["w", "o", "Space", "7"])
                tapMiddle(key(panel, name));
            compare(said(panel), "wo 7");
            tapMiddle(key(panel, "Take back the last letter"));
            compare(said(panel), "wo ");
            tapMiddle(first(panel, item => item instanceof IconButton));
            compare(said(panel), "");
            tapMiddle(key(panel, "Put the keyboard away"));
            verify(!gallery.search.typing);
        }

        function test_keys_that_clear_it_go_on_at_the_first_letter(): void {
            const panel = hang({});
            tapMiddle(key(panel, "w"));
            first(panel, item => item instanceof IconButton).forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(said(panel), "");
            verify(key(panel, "q").activeFocus);
        }

        function test_the_next_sign_comes_at_the_end_of_what_is_read_from_the_right(): void {
            const panel = hang({
                "LayoutMirroring.enabled": true,
                "LayoutMirroring.childrenInherit": true
            });
            gallery.visit.speak("ar");
            for (const sign of ["ع", "م", "ل", " ", "9"]) {
                gallery.search.press(sign);
                const field = first(panel, item => item instanceof SearchField);
                const words = texts(field).find(text => text.text === field.typed);
                const caret = all(field, item => item instanceof Rectangle && item.width === Theme.stroke)[0];
                verify(caret.x < words.x, field.typed);
            }
        }

        function test_a_key_that_is_pressed_stays_the_same_key(): void {
            const panel = hang({});
            const before = key(panel, "w");
            tapMiddle(before);
            tapMiddle(before);
            compare(said(panel), "ww");
            compare(key(panel, "w"), before);
        }

        function test_the_works_found_are_counted(): void {
            const panel = hang({});
            tapMiddle(key(panel, "w"));
            verify(texts(panel).some(text => text.text === "250 works"));
            for (const name of ["o", "r", "k", "Space", "9", "9"])
                tapMiddle(key(panel, name));
            verify(texts(panel).some(text => text.text === "1 work"));
        }

        function test_in_arabic_the_keys_lie_as_they_do_on_a_desk(): void {
            const panel = hang({
                "LayoutMirroring.enabled": true,
                "LayoutMirroring.childrenInherit": true
            });
            gallery.visit.speak("ar");
            const left = sign => key(panel, sign).mapToItem(panel, 0, 0).x;
            tryVerify(() => left("ض") < left("د"));
            tapMiddle(key(panel, "ض"));
            compare(said(panel), "ض");
            tapMiddle(keys(panel).find(key => key.sign === "ABC"));
            verify(key(panel, "q") !== undefined);
        }

        name: "SearchPanel"
    }
}
