import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 1000
    width: 1000

    Component {
        id: slideshows

        Slides {
            anchors.centerIn: parent
            arriving: false
        }
    }

    Visitor {
        id: visitor

        readonly property var rooms: [[960, 500], [700, 360], [520, 900], [360, 640]]

        function hang(second: int, firstCm: real, secondCm: real, room: var, more: var): StagePage {
            const gallery = Fixture.paired(second, firstCm, secondCm);
            Fixture.make(90, 60);
            const slides = show(slideshows, screen, Object.assign({
                slideshow: gallery.slideshow,
                width: room[0],
                height: room[1],
                portrait: room[1] > room[0]
            }, more));
            tryVerify(() => slides.current?.presentable);
            return slides.current;
        }

        function parts(page: StagePage): var {
            return all(page, child => child instanceof StageWork);
        }

        function inPage(item: Item, page: StagePage): rect {
            return page.mapFromItem(item, 0, 0, item.width, item.height);
        }

        function apart(one: rect, other: rect): bool {
            return one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        }

        function seen(page: StagePage, type: var): var {
            return all(page, child => child instanceof type && child.visible && child.width > 0).map(child => inPage(child, page));
        }

        function test_two_pictures_and_their_labels_have_room_of_their_own_data(): var {
            return pairs(rooms, [false, true], (room, mirrored) => ({
                        tag: `${room[0]} x ${room[1]}${mirrored ? ", mirrored" : ""}`,
                        room: room,
                        mirrored: mirrored
                    }));
        }

        function test_two_pictures_and_their_labels_have_room_of_their_own(row: var): void {
            const page = hang(3, 20, 30, row.room, {
                "LayoutMirroring.enabled": row.mirrored,
                "LayoutMirroring.childrenInherit": true
            });
            compare(parts(page).map(part => part.slide.work), [0, 3]);
            const pictures = seen(page, Picture);
            const labels = seen(page, Label);
            compare([pictures.length, labels.length], [2, 2]);
            const all = pictures.concat(labels);
            for (let one = 0; one < all.length; ++one) {
                const place = all[one];
                verify(place.left >= -1 && place.top >= -1 && place.right <= page.width + 1 && place.bottom <= page.height + 1, `${one}: ${place}`);
                verify(place.width > 60 && place.height > 40, `${one}: ${place}`);
                for (let other = 0; other < one; ++other)
                    verify(apart(place, all[other]), `${place} is on ${all[other]}`);
            }
            if (page.portrait)
                verify(pictures[0].bottom < pictures[1].top);
            else
                compare(pictures[0].left < pictures[1].left, !row.mirrored);
        }

        function test_they_are_as_large_beside_each_other_as_they_are_data(): var {
            return pairs([[20, 30, 1.5], [30, 20, 2 / 3], [0, 30, 1], [20, 0, 1], [0, 0, 1], [5, 300, 1 / 0.35], [300, 5, 0.35]], rooms, (cm, room) => ({
                        tag: `${cm[0]} and ${cm[1]} cm in ${room[0]} x ${room[1]}`,
                        cm: cm,
                        room: room
                    }));
        }

        function test_they_are_as_large_beside_each_other_as_they_are(row: var): void {
            const page = hang(3, row.cm[0], row.cm[1], row.room, {});
            const [first, second] = seen(page, Picture);
            fuzzyCompare(second.height / first.height, row.cm[2], 0.03);
            fuzzyCompare(first.width / first.height, 1.5, 0.03);
            fuzzyCompare(second.width / second.height, 1.5, 0.03);
        }

        function test_a_point_tells_whose_picture_is_there(): void {
            const page = hang(3, 20, 30, rooms[0], {});
            const [first, second] = seen(page, Picture);
            compare(page.workAt(first.left + 5, first.top + 5).work, 0);
            compare(page.workAt(second.right - 5, second.bottom - 5).work, 3);
            compare(page.workAt(first.right + 2, first.top + 5), null);
            compare(page.workAt(first.left + 5, first.bottom + 5), null);
        }

        function test_the_picture_that_a_visitor_turned_to_is_the_page_s(): void {
            const page = hang(3, 20, 30, rooms[0], {});
            const [first, second] = seen(page, Picture);
            compare(page.pictureRect, first);
            page.atSecond = true;
            compare(page.pictureRect, second);
            compare(page.workRect, first);
        }

        function test_beside_a_card_a_picture_takes_its_half(): void {
            const page = hang(4, 20, 30, rooms[0], {});
            const pictures = seen(page, Picture);
            compare(pictures.length, 1);
            verify(pictures[0].right < page.width / 2);
            verify(pictures[0].width > page.width / 4);
            compare(page.workAt(page.width * 0.75, page.height / 2), null);
        }

        function test_side_by_side_picture_label_and_row_begin_at_the_same_edge_and_the_rows_are_level_data(): var {
            return pairs([[20, 30], [5, 300], [0, 0]], [false, true], (cm, mirrored) => ({
                        tag: `${cm[0]} and ${cm[1]} cm${mirrored ? ", mirrored" : ""}`,
                        cm: cm,
                        mirrored: mirrored
                    }));
        }

        function test_side_by_side_picture_label_and_row_begin_at_the_same_edge_and_the_rows_are_level(row: var): void {
            const page = hang(3, row.cm[0], row.cm[1], rooms[0], {
                "LayoutMirroring.enabled": row.mirrored,
                "LayoutMirroring.childrenInherit": true
            });
            const edge = place => row.mirrored ? place.right : place.left;
            for (const part of parts(page)) {
                for (const type of [Picture, Label, KinRow]) {
                    const item = all(part, child => child instanceof type && child.visible && child.width > 0)[0];
                    fuzzyCompare(edge(part.mapFromItem(item, 0, 0, item.width, item.height)), row.mirrored ? part.width : 0, 1);
                }
            }
            const under = seen(page, KinRow);
            compare(under.length, 2);
            fuzzyCompare(under[0].top, under[1].top, 1);
        }

        function test_each_of_two_works_has_a_button_that_leads_closer(): void {
            const page = hang(3, 20, 30, rooms[0], {});
            const buttons = all(page, child => child instanceof IconButton && child.visible);
            compare(buttons.map(button => button.name), ["Work 0, A Maker", "Work 3, A Maker"].map(name => `Look closer at ${name}`));
            const asked = [];
            page.closerAsked.connect(work => asked.push(work));
            for (const button of buttons) {
                verify(Math.min(button.width, button.height) >= Theme.smallControl);
                tapMiddle(button);
            }
            compare(asked, [0, 3]);
        }

        function test_where_only_one_may_be_looked_at_neither_has_a_button(): void {
            const page = hang(4, 20, 30, rooms[0], {});
            verify(!page.severally);
            compare(all(page, child => child instanceof IconButton && child.visible).length, 0);
        }

        function test_what_has_no_room_in_one_row_is_left_out_and_the_button_stays(): void {
            const page = hang(3, 20, 30, [420, 360], {});
            verify(!page.portrait);
            const row = all(page, child => child instanceof KinRow)[0];
            verify(row.fitting < row.kin.length);
            compare(all(row, child => child instanceof Chip && child.visible).length, row.fitting);
            verify(row.height <= row.thick + 1);
            verify(all(row, child => child instanceof IconButton)[0].visible);
        }

        function test_a_card_beside_another_work_takes_all_of_its_part(): void {
            const page = hang(4, 20, 30, rooms[0], {});
            const card = all(page, child => child instanceof StageCard && child.visible)[0];
            const place = inPage(card, page);
            const part = inPage(parts(page)[1], page);
            compare([place.left, place.right], [part.left, part.right]);
            compare(page.secondRect, place);
        }

        function test_a_card_is_made_for_the_first_work_that_needs_it(): void {
            const page = hang(3, 20, 30, rooms[0], {});
            compare(all(page, child => child instanceof StageCard).length, 0);
        }

        function test_a_work_alone_has_the_page_for_itself(): void {
            const page = hang(3, 20, 30, rooms[0], {});
            const slides = page.parent as Slides;
            slides.slideshow.next();
            tryVerify(() => slides.current.presentable && !slides.moving);
            compare([slides.current.slide.work, parts(slides.current).length], [1, 1]);
        }
    }
}
