import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme

Rectangle {
    id: screen

    color: "black"
    height: 500
    width: 400

    Component {
        id: labels

        Label {
            height: 300
            lines: []
            width: 300
        }
    }

    Visitor {
        id: visitor

        readonly property var scripts: ({
                Latin: "The rule is short; what it draws is not. ",
                "Latin without a space": "Donaudampfschifffahrtsgesellschaftskapitän",
                Cyrillic: "Правило коротко, а рисунок нет. ",
                Korean: "규칙은 짧지만 그림은 그렇지 않다. ",
                Arabic: "القاعدة قصيرة وما ترسمه ليس كذلك. ",
                Thai: "กฎนั้นสั้นแต่สิ่งที่มันวาดนั้นไม่สั้นเลย ",
                mixed: "Rule 30 قاعدة (1983) of Wolfram ولفرام, 규칙 no. 110 — ",
                Vietnamese: "Ẩ Ẫ Ễ Ỗ ỹ Đường ",
                emoji: "🌍🎨👩‍🎨🖼️"
            })

        function line(role: string, words: string, script: string): var {
            return {
                role,
                words,
                rightToLeft: script === "Arabic",
                upright: ["Arabic", "Korean"].includes(script)
            };
        }

        function hang(more: var): Label {
            return show(labels, screen, more);
        }

        function lines(label: Label): var {
            return all(label, child => child instanceof LabelLine);
        }

        function flick(label: Label): Flickable {
            return first(label, child => child instanceof Flickable);
        }

        function cues(label: Label): var {
            return all(label, child => child instanceof ScrollCue);
        }

        function told(length: int, script: string): var {
            const words = scripts[script].repeat(Math.ceil(length / scripts[script].length));
            return [line("creator", words.slice(0, 60), script), line("title", words.slice(0, 120), script), line("description", words.slice(0, length), script), line("credit", words.slice(0, 80), script)];
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_every_line_can_be_reached_and_none_is_clipped_data(): var {
            return pairs(Object.keys(scripts), [1, 40, 600, 3000], (script, length) => ({
                        tag: `${script}, ${length}`,
                        script,
                        length
                    }));
        }

        function test_every_line_can_be_reached_and_none_is_clipped(data: var): void {
            const label = hang({
                lines: told(data.length, data.script)
            });
            compare(lines(label).length, 4);
            for (const each of lines(label)) {
                verify(!each.truncated);
                verify(each.contentHeight <= each.height + 1, `${each.contentHeight} in ${each.height}`);
                verify(each.contentWidth <= label.width + 1, `${each.contentWidth} in ${label.width}`);
            }
            const view = flick(label);
            view.contentY = Math.max(0, view.contentHeight - view.height);
            const last = lines(label)[3];
            verify(last.mapToItem(label, 0, last.height).y <= label.height + 1);
            verify(view.atYEnd);
        }

        // Whether anything is drawn in a part of the picture that is not the ground.
        function inked(image: var, x: int, y: int, width: int, height: int): bool {
            for (let across = x; across < x + width; ++across)
                for (let down = y; down < y + height; ++down)
                    if (!Qt.colorEqual(image.pixel(across, down), "#000000"))
                        return true;
            return false;
        }

        function test_no_letter_is_drawn_beyond_the_label_where_it_would_be_cut_off_data(): var {
            return pairs(Object.keys(scripts), [1, 2], (script, scale) => ({
                        tag: `${script}, text of ${scale}`,
                        script,
                        scale
                    }));
        }

        function test_no_letter_is_drawn_beyond_the_label_where_it_would_be_cut_off(data: var): void {
            Theme.textScale = data.scale;
            for (const role of ["title", "description"]) {
                const words = scripts[data.script].repeat(3).slice(0, data.scale === 1 ? 40 : 13);
                const label = hang({
                    lines: [line(role, words, data.script)],
                    width: 300,
                    x: 50,
                    y: 50
                });
                label.height = label.wanted;
                waitForPolish(screen.Window.window);
                const seen = grabImage(screen);
                const below = Math.ceil(50 + label.wanted);
                verify(inked(seen, 50, 50, 300, below - 50), "something is drawn");
                verify(!inked(seen, 50, 20, 300, 30), `${role} above`);
                verify(below + 30 <= screen.height);
                verify(!inked(seen, 50, below, 300, 30), `${role} below`);
                verify(!inked(seen, 20, 50, 30 - label.bleed, below - 50), `${role} before`);
                verify(!inked(seen, 350 + label.bleed, 50, 30, below - 50), `${role} after`);
                label.destroy();
            }
            Theme.textScale = 1;
        }

        function test_lines_stand_at_the_same_distance_whatever_fonts_lend_them_letters(): void {
            const plain = hang({
                lines: [line("description", "Rule and chance and rule ".repeat(8), "Latin")]
            });
            const mixed = hang({
                lines: [line("description", "Rule and قاعدة and 규칙 ".repeat(8), "Latin")]
            });
            for (const label of [plain, mixed])
                fuzzyCompare(lines(label)[0].height - lines(label)[0].topPadding, lines(label)[0].lineCount * Math.round(1.5 * lines(label)[0].font.pixelSize), 1);
        }

        function test_paragraphs_are_further_apart_than_lines(): void {
            const one = hang({
                lines: [line("description", "One.", "Latin"), line("description", "Two.", "Latin")]
            });
            const [above, below] = lines(one);
            const pitch = Math.round(1.5 * above.font.pixelSize);
            verify(below.y + below.topPadding - above.y >= 1.45 * pitch);
        }

        function test_halved_the_description_has_a_column_beside_the_rest_data(): var {
            return [
                {
                    tag: "left to right",
                    mirrored: false
                },
                {
                    tag: "right to left",
                    mirrored: true
                }
            ];
        }

        function test_halved_the_description_has_a_column_beside_the_rest(data: var): void {
            const label = hang({
                halved: true,
                lines: told(600, "Latin"),
                width: 380,
                "LayoutMirroring.enabled": data.mirrored,
                "LayoutMirroring.childrenInherit": true
            });
            const place = role => lines(label).find(each => each.role === role).mapToItem(label, 0, 0);
            verify(label.inHalves);
            compare(place("title").x < place("description").x, !data.mirrored);
            compare(place("description").y, 0);
            compare(place("creator").y, 0);
            label.lines = [line("title", "No more than this", "Latin")];
            verify(!label.inHalves);
            compare(lines(label)[0].width, 380);
        }

        function test_a_column_that_fits_stays_while_the_other_scrolls_data(): var {
            return pairs([["description", 3000, ["title", "creator"]], ["title", 60, ["description"]]], [false, true], (column, mirrored) => ({
                        tag: `${column[0]}, ${mirrored ? "right to left" : "left to right"}`,
                        column,
                        mirrored
                    }));
        }

        function test_a_column_that_fits_stays_while_the_other_scrolls(data: var): void {
            const [long, length, staying] = data.column;
            const label = hang({
                halved: true,
                lines: told(length, "Latin"),
                width: 380,
                "LayoutMirroring.enabled": data.mirrored,
                "LayoutMirroring.childrenInherit": true
            });
            const columns = all(label, child => child instanceof LabelColumn).map(column => column.implicitHeight);
            label.height = (columns[0] + columns[1]) / 2;
            const place = role => lines(label).find(each => each.role === role).mapToItem(label, 0, 0);
            const before = staying.map(role => place(role).y);
            verify(label.scroll(Infinity));
            tryVerify(() => flick(label).atYEnd);
            compare(staying.map(role => place(role).y), before);
            verify(place(long).y < 0);
            const moving = place(long).x, stays = place(staying[0]).x;
            for (const cue of cues(label)) {
                const middle = cue.mapToItem(label, cue.width / 2, 0).x;
                verify(Math.abs(middle - moving - label.columnWidth / 2) < Math.abs(middle - stays - label.columnWidth / 2), "the cue is over what moves");
            }
        }

        function test_a_cue_is_seen_exactly_when_the_text_is_longer_than_its_place_data(): var {
            return [-1, 0, 1].map(spare => ({
                        tag: `${spare} pixels to spare`,
                        spare
                    }));
        }

        function test_a_cue_is_seen_exactly_when_the_text_is_longer_than_its_place(data: var): void {
            const label = hang({
                lines: told(600, "Latin")
            });
            label.height = label.wanted + data.spare;
            tryVerify(() => cues(label)[1].visible === data.spare < 0);
            verify(!cues(label)[0].more);
            compare(first(label, child => child instanceof Flickable).clip, data.spare < 0);
        }

        function test_a_label_without_lines_has_no_cue(): void {
            const label = hang({
                height: 0
            });
            compare(label.wanted, 0);
            verify(cues(label).every(cue => !cue.more));
        }

        function test_taps_on_the_cue_lead_to_the_end(): void {
            const label = hang({
                lines: told(600, "Latin")
            });
            const view = flick(label);
            tryCompare(cues(label)[1], "visible", true);
            tap(label, label.width / 2, label.height - 5);
            tryCompare(view, "contentY", 0.8 * label.height);
            while (!view.atYEnd) {
                const before = view.contentY;
                tap(label, label.width / 2, label.height - 5);
                tryVerify(() => view.contentY >= Math.min(before + 0.8 * label.height, view.contentHeight - view.height));
            }
            verify(cues(label)[0].more && !cues(label)[1].more);
            label.toTop();
            compare(view.contentY, 0);
        }

        function test_it_says_how_many_further_pages_were_turned_to_and_each_once(): void {
            const label = hang({
                lines: told(3000, "Latin")
            });
            const pages = [];
            label.readOn.connect(further => pages.push(further));
            const view = flick(label), page = 0.8 * view.height, last = view.contentHeight - view.height;
            view.contentY = 0.5 * page;
            compare(pages, []);
            view.contentY = 1.2 * page;
            view.contentY = 0;
            view.contentY = 1.2 * page;
            compare(pages, [1]);
            view.contentY = last;
            compare(pages.reduce((sum, further) => sum + further), Math.ceil(last / page));
            label.toTop();
            view.contentY = 1.2 * page;
            compare(pages.length, 3);
        }

        function test_a_finger_scrolls_it(): void {
            const label = hang({
                lines: told(600, "Latin")
            });
            swipe(label, 150, 250, 0, -200);
            verify(flick(label).contentY > 50);
        }

        function test_a_line_is_set_on_the_side_where_its_reader_begins_data(): var {
            return [
                {
                    tag: "Latin",
                    words: "Line",
                    script: "Latin",
                    mirrored: false
                },
                {
                    tag: "Arabic",
                    words: "خط",
                    script: "Arabic",
                    mirrored: true
                },
                {
                    tag: "Latin in an Arabic label",
                    words: "Line",
                    script: "Latin",
                    mirrored: true
                }
            ];
        }

        function test_a_line_is_set_on_the_side_where_its_reader_begins(data: var): void {
            const label = hang({
                lines: [line("description", data.words, data.script)],
                "LayoutMirroring.enabled": data.mirrored,
                "LayoutMirroring.childrenInherit": true
            });
            const seen = grabImage(label);
            compare([drawn(seen, 0, 100), drawn(seen, 200, 300)], [!data.mirrored, data.mirrored]);
        }

        function test_another_work_has_other_lines_in_the_same_place(): void {
            const label = hang({
                lines: told(600, "Latin")
            });
            flick(label).contentY = 100;
            label.lines = [line("title", "Short", "Latin")];
            compare(lines(label).map(each => each.text.slice(1)), ["Short"]);
            tryCompare(flick(label), "contentY", 0);
            label.lines = [];
            compare(lines(label).length, 0);
            label.lines = told(40, "Korean");
            compare(lines(label).length, 4);
        }

        function test_a_label_that_has_the_focus_may_come_to_need_no_scrolling(): void {
            failOnWarning(/.?/);
            const label = hang({
                lines: [line("description", scripts.Latin.repeat(80), "Latin")]
            });
            tryVerify(() => flick(label).interactive);
            label.forceActiveFocus();
            verify(label.activeFocus);
            label.lines = [line("description", scripts.Latin, "Latin")];
            tryVerify(() => !flick(label).interactive);
            verify(label.activeFocusOnTab);
            screen.forceActiveFocus();
            tryVerify(() => !label.activeFocusOnTab);
        }

        function test_its_text_is_large_enough_to_read(): void {
            const label = hang({
                lines: told(40, "Latin")
            });
            for (const each of lines(label))
                verify(each.font.pixelSize >= 7.3 * Theme.unit, `${each.role} ${each.font.pixelSize}`);
        }

        name: "Label"
    }
}
