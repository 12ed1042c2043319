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
        id: pictures

        Picture {
            height: 200
            name: "A work, a maker"
            picture: ""
            preview: ""
            width: 300
        }
    }

    SignalSpy {
        id: lost

        signalName: "lost"
    }

    Visitor {
        function hang(more: var): Picture {
            const picture = show(pictures, screen, more);
            lost.target = picture;
            lost.clear();
            return picture;
        }

        function test_it_is_a_placeholder_then_its_preview_then_sharp(): void {
            const gallery = Fixture.gallery(1, 0);
            Theme.look = gallery.look;
            const picture = hang({});
            verify(!picture.presentable);
            verify(sees(screen, 150, 100, Theme.raised), "a placeholder");
            picture.preview = Fixture.picture(30, 20, "red");
            tryVerify(() => picture.presentable);
            verify(!picture.sharp);
            verify(sees(screen, 150, 100, "red"), "the preview");
            picture.picture = Fixture.picture(300, 200, "blue");
            tryVerify(() => picture.sharp);
            tryVerify(() => sees(screen, 150, 100, "blue"), 5000, "the rendition");
            compare(lost.count, 0);
            Theme.look = null;
        }

        function test_without_a_preview_it_is_sharp_at_once(): void {
            const picture = hang({
                picture: Fixture.picture(300, 200, "blue")
            });
            tryVerify(() => picture.sharp);
            verify(sees(screen, 150, 100, "blue"));
        }

        function test_sharp_it_lets_its_preview_go(): void {
            const picture = hang({
                preview: Fixture.picture(30, 20, "red"),
                picture: Fixture.picture(300, 200, "blue")
            });
            const images = all(picture, child => child instanceof Image);
            tryVerify(() => images.filter(image => image.source.toString() !== "").length === 1);
            verify(sees(screen, 150, 100, "blue"));
        }

        function test_another_work_replaces_it(): void {
            const picture = hang({
                picture: Fixture.picture(300, 200, "blue")
            });
            tryVerify(() => picture.sharp);
            picture.preview = Fixture.picture(30, 20, "red");
            picture.picture = "";
            tryVerify(() => picture.presentable && !picture.sharp);
            tryVerify(() => sees(screen, 150, 100, "red"));
        }

        function test_a_missing_file_is_told_and_the_preview_stays(): void {
            ignoreWarning(/Cannot open: file:.*missing\.jpg/);
            const picture = hang({
                preview: Fixture.picture(30, 20, "red")
            });
            picture.picture = Fixture.missing();
            tryCompare(lost, "count", 1);
            tryVerify(() => sees(screen, 150, 100, "red"));
            verify(!picture.sharp);
        }

        function test_it_tells_its_name(): void {
            const picture = hang({});
            compare(picture.Accessible.role, Accessible.Graphic);
            compare(picture.Accessible.name, "A work, a maker");
        }

        name: "Picture"
    }
}
