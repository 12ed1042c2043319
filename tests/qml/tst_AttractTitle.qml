import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Views

Item {
    id: screen

    height: 700
    width: 1000

    Component {
        id: titles

        AttractTitle {
            heading: ""
            room: 250
            small: ""
            tall: 2000
            width: 600
            words: ""
        }
    }

    Visitor {
        function hang(more: var): AttractTitle {
            return show(titles, screen, more);
        }

        function heading(title: AttractTitle): Text {
            return texts(title).filter(text => text.visible && text.text === title.shownHeading)[0];
        }

        function words(length: int, word: string): string {
            return word.repeat(Math.ceil(length / word.length)).slice(0, length).trim();
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_a_heading_of_any_length_fits_its_room_data(): var {
            const kinds = {
                Latin: "Rule and Chance ",
                "one long word": "Regelmäßigkeit",
                Arabic: "القاعدة والصدفة ",
                Korean: "규칙과 우연 "
            };
            return pairs(Object.keys(kinds), [2, 15, 60, 200], (kind, length) => ({
                        tag: `${kind}, ${length}`,
                        heading: words(length, kinds[kind])
                    }));
        }

        function test_a_heading_of_any_length_fits_its_room(data: var): void {
            const title = hang({
                heading: data.heading
            });
            const shown = heading(title);
            verify(shown.height <= 250, `${shown.height} high`);
            verify(shown.contentHeight <= shown.height + Theme.smallGap / 2, `${shown.contentHeight} in ${shown.height}`);
            verify(shown.contentWidth <= 601, `${shown.contentWidth} wide`);
            verify(!shown.truncated);
            verify(shown.fontInfo.pixelSize >= Theme.captionText - 1, `${shown.fontInfo.pixelSize} pixels`);
        }

        function test_a_short_heading_is_as_large_as_it_would_like(): void {
            const shown = heading(hang({
                heading: "Rule"
            }));
            compare(shown.fontInfo.pixelSize, Theme.displayText);
        }

        function test_what_is_empty_takes_no_room(): void {
            const alone = hang({
                heading: "Rule"
            }).height;
            verify(hang({
                heading: "Rule",
                words: "About it",
                small: "1 May – 2 June"
            }).height > alone);
        }

        function test_one_goes_before_the_other_comes(): void {
            const title = hang({
                heading: "Rule"
            });
            title.heading = "Chance";
            title.words = "About it";
            compare(title.shownHeading, "Rule");
            tryCompare(title, "shownHeading", "Chance");
            compare(title.shownWords, "About it");
            tryCompare(title, "opacity", 1);
        }

        name: "AttractTitle"
    }
}
