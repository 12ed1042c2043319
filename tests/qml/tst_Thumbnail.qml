import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test

Rectangle {
    id: screen

    color: "black"
    height: 200
    width: 300

    Component {
        id: thumbnails

        Thumbnail {
            card: false
            creator: "A maker"
            height: 65
            preview: ""
            title: "A work"
            width: 90
        }
    }

    SignalSpy {
        id: triggered

        signalName: "triggered"
    }

    SignalSpy {
        id: lost

        signalName: "lost"
    }

    Visitor {
        function hang(more: var): Thumbnail {
            const thumbnail = show(thumbnails, screen, more);
            for (const spy of [triggered, lost]) {
                spy.target = thumbnail;
                spy.clear();
            }
            return thumbnail;
        }

        function image(thumbnail: Thumbnail): Image {
            return first(thumbnail, child => child instanceof Image);
        }

        function test_it_fills_itself_with_its_picture(): void {
            hang({
                preview: Fixture.picture(48, 480, "red")
            });
            tryVerify(() => [[2, 2], [87, 2], [2, 62], [87, 62]].every(([x, y]) => sees(screen, x, y, "red")));
        }

        function test_a_thin_picture_is_shown_data(): var {
            return [
                {
                    tag: "1x480",
                    width: 1,
                    height: 480
                },
                {
                    tag: "480x1",
                    width: 480,
                    height: 1
                },
                {
                    tag: "1x1",
                    width: 1,
                    height: 1
                }
            ];
        }

        function test_a_thin_picture_is_shown(data: var): void {
            if (data.width * 65 < data.height)
                ignoreWarning(/Error decoding: file:.*1x480\.jpg/);
            const thumbnail = hang({
                preview: Fixture.picture(data.width, data.height, "red"),
                width: 36
            });
            tryCompare(image(thumbnail), "status", Image.Ready);
            tryVerify(() => sees(screen, 18, 32, "red"));
            compare(lost.count, 0);
        }

        function test_a_missing_file_is_told_once(): void {
            ignoreWarning(/Cannot open: file:.*missing\.jpg/);
            ignoreWarning(/Cannot open: file:.*missing\.jpg/);
            hang({}).preview = Fixture.missing();
            tryCompare(lost, "count", 1);
            wait(50);
            compare(lost.count, 1);
        }

        function test_the_card_tells_title_and_creator(): void {
            const thumbnail = hang({
                card: true,
                height: 200,
                width: 250
            });
            const words = texts(thumbnail).filter(text => text.visible).map(text => text.text);
            compare(words, ["A work", "A maker"]);
        }

        function test_a_card_too_small_for_words_tells_its_number(): void {
            const thumbnail = hang({
                card: true,
                number: "17"
            });
            compare(texts(thumbnail).filter(text => text.visible).map(text => text.text), ["17"]);
        }

        function test_a_card_without_a_number_has_its_words_in_any_size(): void {
            for (const scale of [1, 1.4, 2]) {
                Theme.textScale = scale;
                const thumbnail = hang({
                    card: true,
                    height: 200,
                    title: "A work with a title that is longer than its card is wide",
                    width: 250
                });
                const words = texts(thumbnail).filter(text => text.visible);
                compare(words.length, 2);
                for (const text of words)
                    verify(text.mapToItem(thumbnail, 0, text.height).y <= 200, `${text.text} in letters ${scale} times as large`);
            }
        }

        function cleanup(): void {
            Theme.textScale = 1;
        }

        function test_the_chosen_one_has_a_ring(): void {
            const thumbnail = hang({
                preview: Fixture.picture(90, 65, "red")
            });
            tryVerify(() => sees(screen, 1, 1, "red"));
            thumbnail.chosen = true;
            tryVerify(() => sees(screen, 1, 1, "white"));
            verify(sees(screen, 45, 32, "red"), "the picture within the ring");
        }

        function test_a_tap_triggers_it_picture_or_card_data(): var {
            return [
                {
                    tag: "picture",
                    card: false
                },
                {
                    tag: "card",
                    card: true
                }
            ];
        }

        function test_a_tap_triggers_it_picture_or_card(data: var): void {
            tap(hang({
                card: data.card
            }), 1, 1);
            compare(triggered.count, 1);
        }

        function test_it_tells_title_and_creator_as_its_name(): void {
            compare(hang({}).Accessible.name, "A work, A maker");
            compare(hang({
                creator: ""
            }).Accessible.name, "A work");
        }

        name: "Thumbnail"
    }
}
