import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme

Item {
    id: screen

    height: 300
    width: 600

    Component {
        id: chips

        Chip {
            chosen: false
            count: 12
            name: "Chance"
            x: 50
            y: 50
        }
    }

    SignalSpy {
        id: triggered

        signalName: "triggered"
    }

    Visitor {
        id: visitor

        function hang(more: var): Chip {
            const chip = show(chips, screen, more);
            triggered.target = chip;
            triggered.clear();
            return chip;
        }

        function test_a_tap_anywhere_in_it_chooses_it_data(): var {
            return [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]].map(([x, y]) => ({
                        tag: `${x} ${y}`,
                        x,
                        y
                    }));
        }

        function test_a_tap_anywhere_in_it_chooses_it(data: var): void {
            const chip = hang({});
            tap(chip, data.x * (chip.width - 1), data.y * (chip.height - 1));
            compare(triggered.count, 1);
        }

        function test_a_tap_beside_it_does_nothing(): void {
            const chip = hang({});
            tap(screen, chip.x + chip.width + 2, chip.y + 10);
            tap(screen, chip.x + 10, chip.y - 2);
            compare(triggered.count, 0);
        }

        function test_it_is_as_large_as_a_finger(): void {
            const chip = hang({
                name: "I",
                count: 1
            });
            verify(chip.height >= 20 * Theme.unit - 1, `${chip.height} high`);
            verify(chip.width >= 20 * Theme.unit - 1, `${chip.width} wide`);
        }

        function test_without_works_it_cannot_be_chosen(): void {
            const chip = hang({
                count: 0
            });
            verify(!chip.enabled);
            verify(chip.opacity < 1);
            tapMiddle(chip);
            compare(triggered.count, 0);
        }

        function test_chosen_it_can_be_left_even_without_works(): void {
            const chip = hang({
                count: 0,
                chosen: true
            });
            verify(chip.enabled);
            tapMiddle(chip);
            compare(triggered.count, 1);
        }

        function test_its_words_are_large_enough_to_read_and_stay_inside(): void {
            const chip = hang({
                name: "A long name of a theme that a curator likes",
                count: 1234
            });
            const words = texts(chip);
            compare(words.map(word => word.text), [chip.name, "1234"]);
            for (const word of words) {
                verify(word.font.pixelSize >= 7 * Theme.unit);
                const left = word.mapToItem(chip, 0, 0).x;
                verify(left > 0 && left + word.width < chip.width);
                verify(!word.truncated);
            }
        }

        function test_it_tells_its_name_its_count_and_whether_it_is_chosen(): void {
            const chip = hang({
                chosen: true
            });
            compare(chip.Accessible.role, Accessible.CheckBox);
            verify(chip.Accessible.name.includes("Chance") && chip.Accessible.name.includes("12"), chip.Accessible.name);
            verify(chip.Accessible.checked);
            chip.chosen = false;
            verify(!chip.Accessible.checked);
        }

        function test_a_key_chooses_it_data(): var {
            return [
                {
                    tag: "Return",
                    key: Qt.Key_Return
                },
                {
                    tag: "Enter",
                    key: Qt.Key_Enter
                },
                {
                    tag: "Space",
                    key: Qt.Key_Space
                }
            ];
        }

        function test_a_key_chooses_it(data: var): void {
            hang({}).forceActiveFocus();
            keyClick(data.key);
            compare(triggered.count, 1);
        }

        function test_what_a_tap_undoes_has_a_cross_and_a_long_name_ends_in_dots(): void {
            const chip = show(chips, screen, {
                "chosen": true,
                "count": 7,
                "name": "A name that is far too long for its place",
                "undoes": true,
                "widest": 90
            });
            verify(first(chip, item => item instanceof Icon && item.visible) !== null);
            verify(texts(chip)[0].truncated && texts(chip)[0].width <= 90);
            compare(chip.Accessible.role, Accessible.Button);
        }

        function test_a_small_one_is_still_as_large_as_a_finger(): void {
            const chip = show(chips, screen, {
                "chosen": false,
                "count": 7,
                "name": "Rural life",
                "small": true
            });
            verify(chip.height >= 12 * Theme.unit && chip.height < Theme.control && chip.width >= 12 * Theme.unit);
        }

        function test_a_small_one_leaves_larger_words_their_air(): void {
            const chip = show(chips, screen, {
                "chosen": false,
                "count": 7,
                "name": "Rural life",
                "small": true
            });
            for (const scale of [1.4, 2]) {
                Theme.textScale = scale;
                verify(chip.height >= 1.25 * texts(chip)[0].font.pixelSize && chip.height <= Theme.control, `${chip.height} high`);
            }
        }

        function cleanup(): void {
            Theme.textScale = 1;
        }

        name: "Chip"
    }
}
