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
        id: panels

        ComfortPanel {
            anchors.fill: parent
        }
    }

    Component {
        id: spoken

        SwitchRow {
            icon: "contrast"
            name: "Read aloud"
            on: false
        }
    }

    Visitor {
        property Gallery gallery

        function hang(readAloud: Component): ComfortPanel {
            gallery = Fixture.gallery(5, 2);
            const panel = show(panels, screen, {
                gallery,
                readAloud
            });
            panel.open = true;
            tryCompare(panel, "opacity", 1);
            return panel;
        }

        function sizes(panel: ComfortPanel): var {
            return all(panel, child => child instanceof Choice);
        }

        function row(panel: ComfortPanel, icon: string): SwitchRow {
            return first(panel, child => child instanceof SwitchRow && child.icon === icon);
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_a_tap_on_a_letter_sets_the_text_in_its_size_and_leaves_the_panel_open(): void {
            const panel = hang(null);
            compare(sizes(panel).map(size => size.Accessible.checked), [true, false, false]);
            tapMiddle(sizes(panel)[2]);
            compare(gallery.visit.textSize, 2);
            tapMiddle(sizes(panel)[1]);
            compare(gallery.visit.textSize, 1);
            compare(sizes(panel).map(size => size.Accessible.checked), [false, true, false]);
            verify(panel.open);
        }

        function test_the_letters_grow_stand_on_one_line_and_fit(): void {
            const panel = hang(null);
            const letters = sizes(panel).map(size => texts(size)[0]);
            const lines = letters.map(letter => letter.mapToItem(screen, 0, letter.baselineOffset).y);
            verify(letters[0].font.pixelSize < letters[1].font.pixelSize && letters[1].font.pixelSize < letters[2].font.pixelSize);
            compare(new Set(lines.map(Math.round)).size, 1);
            for (const size of sizes(panel))
                verify(texts(size)[0].y >= 0 && texts(size)[0].y + texts(size)[0].height <= size.height * 1.25);
        }

        function test_contrast_and_motion_are_turned_on_and_off_and_the_panel_stays_data(): var {
            return [
                {
                    tag: "contrast",
                    told: "highContrast"
                },
                {
                    tag: "motion",
                    told: "reducedMotion"
                }
            ];
        }

        function test_contrast_and_motion_are_turned_on_and_off_and_the_panel_stays(data: var): void {
            const panel = hang(null);
            const one = row(panel, data.tag);
            for (const on of [true, false]) {
                tapMiddle(one);
                compare(gallery.visit[data.told], on);
                compare(one.Accessible.checked, on);
            }
            verify(panel.open);
        }

        function test_everything_in_it_is_as_large_as_a_finger(): void {
            const panel = hang(null);
            const touched = all(panel, child => child.Accessible.role === Accessible.RadioButton || child.Accessible.role === Accessible.CheckBox);
            compare(touched.length, 5);
            for (const one of touched)
                verify(one.width >= Theme.control && one.height >= Theme.control);
        }

        function test_a_tap_beside_it_closes_it_and_one_on_its_edge_does_not(): void {
            const panel = hang(null);
            const last = row(panel, "motion");
            tap(last, last.width / 2, last.height + Theme.smallGap / 2);
            verify(panel.open);
            tap(screen, 20, 20);
            verify(!panel.open);
            tryCompare(panel, "visible", false);
        }

        function test_keys_choose_what_has_the_focus(): void {
            const panel = hang(null);
            sizes(panel)[2].forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(gallery.visit.textSize, 2);
            row(panel, "motion").forceActiveFocus();
            keyClick(Qt.Key_Space);
            verify(gallery.visit.reducedMotion);
        }

        function test_the_largest_text_fits_into_its_rows(): void {
            Theme.textScale = 2;
            const panel = hang(null);
            for (const icon of ["contrast", "motion"]) {
                const words = texts(row(panel, icon))[0];
                verify(words.contentWidth <= words.width && words.contentHeight <= row(panel, icon).height);
            }
            Theme.textScale = 1;
        }

        function test_a_row_for_reading_aloud_is_there_only_where_it_can_be(): void {
            compare(all(hang(null), child => child instanceof SwitchRow).length, 2);
            const rows = all(hang(spoken), child => child instanceof SwitchRow);
            compare(rows.length, 3);
            compare(rows[2].width, rows[1].width);
        }

        name: "ComfortPanel"
    }
}
