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
        id: cards

        AboutCard {
            anchors.fill: parent
            portrait: height > width
        }
    }

    Component {
        id: buttons

        AboutButton {}
    }

    Visitor {
        property Gallery gallery

        function hang(paragraphs: int): AboutCard {
            gallery = Fixture.introduced(paragraphs);
            gallery.visit.tellAbout(true);
            return show(cards, screen, {
                gallery
            });
        }

        function label(card: AboutCard): Label {
            return first(card, child => child instanceof Label);
        }

        function said(card: AboutCard): var {
            return all(card, child => child instanceof LabelLine).map(line => line.words);
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_it_says_what_the_exhibition_is(): void {
            const words = said(hang(2));
            compare(words[0], "Rule and Chance");
            verify(words.includes("5 works"));
            compare(words.filter(each => each.startsWith("Every picture")).length, 2);
        }

        function test_everything_on_it_is_inside_it_or_scrolls_data(): var {
            return pairs([1, 3, 40], [1, 1.53, 2], (paragraphs, scale) => ({
                        tag: `${paragraphs} paragraphs, text of ${scale}`,
                        paragraphs,
                        scale
                    }));
        }

        function test_everything_on_it_is_inside_it_or_scrolls(data: var): void {
            Theme.textScale = data.scale;
            const card = hang(data.paragraphs);
            const text = label(card);
            verify(text.x >= 0 && text.x + text.width <= card.width);
            verify(text.y >= 0 && text.y + text.height <= card.height);
            verify(text.wanted <= text.height || text.scrollable);
            compare(all(text, child => child instanceof ScrollCue).some(cue => cue.more), text.wanted > text.height);
            for (const line of all(text, child => child instanceof LabelLine))
                verify(line.contentWidth <= line.width + 1 && !line.truncated);
            Theme.textScale = 1;
        }

        function test_a_tap_anywhere_closes_it_data(): var {
            return [
                {
                    tag: "on the wall",
                    x: 10,
                    y: 10
                },
                {
                    tag: "on the words",
                    x: 450,
                    y: 250
                }
            ];
        }

        function test_a_tap_anywhere_closes_it(data: var): void {
            const card = hang(1);
            tap(card, data.x, data.y);
            verify(!gallery.visit.about);
        }

        function test_its_button_closes_it(): void {
            const card = hang(1);
            const back = first(card, child => child instanceof IconButton);
            verify(back.width >= Theme.control && back.height >= Theme.control);
            compare(back.Accessible.name, "Back to the works");
            tapMiddle(back);
            verify(!gallery.visit.about);
        }

        function test_a_finger_scrolls_a_long_intro_and_leaves_it_open(): void {
            const card = hang(40);
            const text = label(card);
            swipe(card, card.width / 2, 400, 0, -250);
            verify(first(text, child => child instanceof Flickable).contentY > 50);
            verify(gallery.visit.about);
        }

        function test_keys_scroll_a_long_intro_and_any_other_closes_it(): void {
            const card = hang(40);
            const view = first(label(card), child => child instanceof Flickable);
            verify(card.pressed(Qt.Key_Down));
            tryVerify(() => view.contentY > 50);
            verify(card.pressed(Qt.Key_End));
            tryVerify(() => view.atYEnd);
            verify(!card.pressed(Qt.Key_Tab) && !card.pressed(Qt.Key_Shift));
            verify(gallery.visit.about);
            verify(card.pressed(Qt.Key_Escape));
            verify(!gallery.visit.about);
        }

        function test_a_short_intro_is_closed_by_the_arrows_too(): void {
            const card = hang(1);
            verify(card.pressed(Qt.Key_Down));
            verify(!gallery.visit.about);
        }

        function test_it_is_named_for_those_who_do_not_see_it(): void {
            const card = hang(1);
            compare(card.Accessible.role, Accessible.Dialog);
            compare(card.Accessible.name, "Rule and Chance");
            for (const line of all(card, child => child instanceof LabelLine))
                verify(line.Accessible.name.length > 0 || line.text.length > 0);
        }

        function test_the_button_says_in_words_what_it_is_until_the_visitor_goes_on(): void {
            gallery = Fixture.introduced(1);
            const button = show(buttons, screen, {
                gallery
            });
            compare(button.Accessible.name, "About the exhibition");
            verify(button.offering);
            tryVerify(() => button.width > 2 * Theme.control);
            gallery.slideshow.next();
            verify(!button.offering);
            tryCompare(button, "width", Theme.control);
            compare(button.height, Theme.control);
            tapMiddle(button);
            verify(gallery.visit.about);
        }

        function test_the_button_has_its_words_where_they_take_no_theme_its_place(): void {
            gallery = Fixture.introduced(1);
            const button = show(buttons, screen, {
                gallery,
                room: 1000
            });
            gallery.slideshow.next();
            verify(button.offering);
            button.room = 60;
            verify(!button.offering);
            tryCompare(button, "width", Theme.control);
            compare(button.Accessible.name, "About the exhibition");
        }

        function test_who_has_just_come_in_is_told_in_words_unless_these_take_most_of_the_bar(): void {
            gallery = Fixture.introduced(1);
            const button = show(buttons, screen, {
                gallery,
                most: 1000
            });
            verify(button.offering);
            button.most = 60;
            verify(!button.offering);
        }

        function test_a_key_opens_the_card(): void {
            gallery = Fixture.introduced(1);
            const button = show(buttons, screen, {
                gallery
            });
            button.forceActiveFocus();
            keyClick(Qt.Key_Return);
            verify(gallery.visit.about);
        }

        function test_an_exhibition_without_an_intro_has_no_button(): void {
            gallery = Fixture.gallery(3, 1);
            verify(!show(buttons, screen, {
                gallery
            }).visible);
        }

        name: "AboutCard"
    }
}
