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
        id: cards

        NoticeCard {
            anchors.fill: parent
            focus: true
        }
    }

    Visitor {
        property Gallery gallery

        function lay(invitation: bool): NoticeCard {
            gallery = Fixture.gallery(5, 2);
            Fixture.tellClosing(gallery, 10);
            return show(cards, screen, {
                "notice": gallery.notice,
                "invitation": invitation
            }) as NoticeCard;
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function cleanup(): void {
            Theme.textScale = 1;
        }

        function told(card: NoticeCard): list<Text> {
            return texts(card).filter(text => text.text !== "");
        }

        function test_a_visitor_reads_one_sentence_in_one_line(): void {
            const lines = told(lay(false));
            compare(lines.length, 1);
            compare(lines[0].text.replace("\u00a0", " "), "The gallery closes in 10 minutes.");
            compare(lines[0].lineCount, 1);
        }

        function test_nothing_is_cut_off_in_the_largest_letters(): void {
            const card = lay(false);
            Theme.textScale = 2;
            for (const line of told(card)) {
                verify(!line.truncated);
                const place = line.mapToItem(screen, 0, 0, line.width, line.height);
                verify(place.x >= 0 && place.x + place.width <= screen.width && place.y >= 0 && place.y + place.height <= screen.height);
            }
        }

        function test_a_touch_anywhere_says_that_it_has_been_read(): void {
            const card = lay(false);
            verify(gallery.notice.open);
            mouseClick(card, 5, 5);
            verify(!gallery.notice.open);
        }

        function test_a_key_says_so_too_and_one_that_only_moves_does_not(): void {
            const card = lay(false);
            card.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            verify(gallery.notice.open);
            keyClick(Qt.Key_Space);
            verify(!gallery.notice.open);
        }

        function test_it_is_an_alert_with_its_words_for_those_who_do_not_see_it(): void {
            const card = lay(false);
            compare(card.Accessible.role, Accessible.AlertMessage);
            verify(card.Accessible.name.indexOf("closes") > 0);
        }
    }
}
