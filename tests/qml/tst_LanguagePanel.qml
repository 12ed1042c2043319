import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 700
    width: 1000

    Component {
        id: panels

        LanguagePanel {
            anchors.fill: parent
        }
    }

    Visitor {
        property Gallery gallery

        function hang(): LanguagePanel {
            gallery = Fixture.gallery(5, 2);
            const panel = show(panels, screen, {
                gallery
            });
            panel.open = true;
            tryCompare(panel, "opacity", 1);
            return panel;
        }

        function choice(panel: LanguagePanel, language: string): Item {
            return first(panel, child => child.modelData?.language === language && child.chosen !== undefined);
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_it_names_every_language_by_its_own_name(): void {
            const panel = hang();
            const names = ["en", "ar"].map(language => choice(panel, language).Accessible.name);
            compare(names, ["English", "العربية"]);
        }

        function test_each_choice_is_as_large_as_a_finger_and_its_name_fits(): void {
            const panel = hang();
            for (const language of ["en", "ar"]) {
                const one = choice(panel, language);
                verify(one.height >= Theme.control && one.width >= Theme.control);
                const name = texts(one)[0];
                verify(name.contentWidth <= name.width);
            }
        }

        function test_a_tap_on_a_language_speaks_it_and_closes_the_panel(): void {
            const panel = hang();
            verify(choice(panel, "en").Accessible.checked);
            tap(choice(panel, "ar"), 1, 1);
            compare(gallery.visit.language, "ar");
            verify(choice(panel, "ar").Accessible.checked && !choice(panel, "en").Accessible.checked);
            verify(!panel.open);
            tryCompare(panel, "visible", false);
        }

        function test_a_tap_beside_it_closes_it_and_changes_nothing(): void {
            const panel = hang();
            tap(screen, 20, 20);
            verify(!panel.open);
            compare(gallery.visit.language, "en");
        }

        function test_closed_it_takes_no_taps(): void {
            const panel = hang();
            panel.open = false;
            tryCompare(panel, "visible", false);
            tapMiddle(choice(panel, "ar"));
            compare(gallery.visit.language, "en");
            verify(!panel.open);
        }

        function test_a_key_chooses_the_language_that_has_the_focus(): void {
            const panel = hang();
            choice(panel, "ar").forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(gallery.visit.language, "ar");
        }

        name: "LanguagePanel"
    }
}
