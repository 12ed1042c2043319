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
        id: questions

        StillThere {
            anchors.fill: parent
        }
    }

    Visitor {
        property Gallery gallery

        function ask(): StillThere {
            gallery = Fixture.gallery(5, 2);
            const question = show(questions, screen, {
                "visit": gallery.visit
            });
            verify(!question.blocking);
            Fixture.pass_(75);
            Fixture.due(gallery);
            verify(gallery.visit.asking && question.blocking);
            tryCompare(question, "opacity", 1);
            return question;
        }

        function answers(question: StillThere): list<Item> {
            return all(question, child => child instanceof AnswerButton);
        }

        function panel(question: StillThere): Item {
            return first(question, child => child instanceof StillTherePanel);
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function cleanup(): void {
            Theme.textScale = 1;
        }

        function test_its_words_are_one_line_each_where_there_is_room(): void {
            const lines = texts(panel(ask())).filter(text => ["Still there?", "Touch the screen anywhere to keep looking."].includes(text.text.replace("\u00a0", " ")));
            compare(lines.length, 2);
            for (const line of lines)
                compare(line.lineCount, 1, line.text);
        }

        function test_it_is_an_alert_that_says_what_to_do_and_its_first_answer_has_the_focus(): void {
            const question = ask();
            compare(panel(question).Accessible.role, Accessible.AlertMessage);
            compare(panel(question).Accessible.name, "Still there?");
            verify(panel(question).Accessible.description !== "");
            compare(answers(question).map(each => each.Accessible.name), ["Keep looking", "Start again"]);
            verify(answers(question)[0].activeFocus);
        }

        function test_it_fits_at_every_size_and_its_answers_are_as_large_as_a_finger_data(): var {
            return pairs([1, 1.3, 1.7], [[1000, 700], [420, 700], [1000, 380]], (scale, size) => ({
                        "tag": `${scale} ${size}`,
                        "scale": scale,
                        "size": size
                    }));
        }

        function test_it_fits_at_every_size_and_its_answers_are_as_large_as_a_finger(row: var): void {
            const question = ask();
            Theme.textScale = row.scale;
            question.anchors.fill = null;
            question.width = row.size[0];
            question.height = row.size[1];
            const place = panel(question).mapToItem(question, 0, 0, panel(question).width, panel(question).height);
            verify(place.x >= 0 && place.right <= question.width, `${place} in ${question.width}`);
            verify(place.y >= 0 && place.bottom <= question.height, `${place} in ${question.height}`);
            for (const answer of answers(question)) {
                verify(answer.height >= Theme.control && answer.width >= Theme.control);
                const inside = answer.mapToItem(panel(question), 0, 0, answer.width, answer.height);
                verify(inside.x >= 0 && inside.right <= panel(question).width && inside.bottom <= panel(question).height);
            }
            for (const words of texts(panel(question)))
                verify(words.contentWidth <= Math.max(words.width, words.parent.width), words.text);
        }

        function test_the_ring_tells_how_long_it_waits(): void {
            const question = ask();
            const ring = first(question, child => child instanceof CountdownRing);
            compare(ring.told(30), "30");
            compare(ring.told(125), "2:05");
            for (const [passed, left] of [[0, 30], [10, 20], [19, 1]]) {
                Fixture.pass_(passed);
                ring.refresh();
                compare(ring.shown, left);
                verify(texts(ring).some(each => each.text === `${left}`));
                fuzzyCompare(ring.share, left / 30, 0.01);
            }
        }

        name: "StillThere"
    }
}
