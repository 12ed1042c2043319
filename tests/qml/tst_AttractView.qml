import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

Item {
    id: screen

    height: 600
    width: 1000

    Component {
        id: loops

        AttractView {
            active: true
            anchors.fill: parent
            portrait: height > width
        }
    }

    Visitor {
        property Gallery gallery

        function hang(width: real, height: real, more: var): AttractView {
            screen.width = width;
            screen.height = height;
            gallery = Fixture.introduced(1);
            const view = show(loops, screen, Object.assign({
                gallery
            }, more));
            Fixture.invite(gallery);
            Fixture.make(900, 600);
            tryVerify(() => view.settled);
            return view;
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_no_word_lies_on_a_picture_data(): var {
            return pairs([[1000, 600], [600, 1000], [1600, 900], [420, 700]], [false, true], (size, mirrored) => ({
                        tag: `${size[0]} x ${size[1]}${mirrored ? ", mirrored" : ""}`,
                        size,
                        mirrored
                    }));
        }

        function test_no_word_lies_on_a_picture(data: var): void {
            const view = hang(data.size[0], data.size[1], {
                "LayoutMirroring.enabled": data.mirrored,
                "LayoutMirroring.childrenInherit": true
            });
            const scenery = first(view, child => child instanceof AttractScenery);
            verify(scenery.height > view.height / 3 && scenery.width === view.width);
            const words = texts(view).filter(text => text.visible && text.text !== "" && text.opacity > 0);
            verify(words.length > 2);
            for (const text of words) {
                const place = text.mapToItem(view, 0, 0, text.width, text.height);
                verify(place.y >= scenery.height && place.bottom <= view.height, `${text.text}: ${place} below ${scenery.height}`);
                verify(place.x >= 0 && place.right <= view.width + 1, `${text.text}: ${place}`);
            }
        }

        // Whatever is drawn where the words are, it is the wall.
        function test_the_title_leaves_no_short_word_alone(): void {
            const view = hang(1000, 600, {});
            view.gallery.attract.scenes.forEach(scene => verify(!scene.teaser));
            verify(texts(view).some(text => text.visible && text.text === "Rule and\u00a0Chance"));
        }

        function test_the_words_stand_on_the_wall(): void {
            const view = hang(1000, 600, {});
            const scenery = first(view, child => child instanceof AttractScenery);
            const image = grabImage(screen);
            for (let x = 2; x < view.width; x += 97)
                for (const y of [scenery.height + 3, view.height - 3])
                    verify(Qt.colorEqual(image.pixel(x, y), Theme.wall), `${image.pixel(x, y)} at ${x}, ${y}`);
        }

        name: "AttractView"
    }
}
