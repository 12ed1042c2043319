pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test
import Kiosk.Views

// Everything that can be pressed has a name and a role, in both languages; nothing else takes the focus.
Item {
    id: screen

    height: 720
    width: 1280

    Component {
        id: stages

        StageView {
            anchors.fill: parent
            arriving: false
            portrait: false
        }
    }

    Component {
        id: walls

        WallView {
            anchors.fill: parent
            portrait: false
        }
    }

    Component {
        id: closers

        CloserView {
            anchors.fill: parent
            borrowed: true
            pinching: false
            portrait: false
        }
    }

    Component {
        id: loops

        AttractView {
            active: true
            anchors.fill: parent
            portrait: false
        }
    }

    Visitor {
        property Gallery gallery

        // What can be pressed: it takes the focus, or tells of a press.
        function controls(view: Item): var {
            return all(view, child => (child.activeFocusOnTab || child.keyStop || typeof child.triggered === "function") && !(child instanceof Flickable) && child.width > 0);
        }

        function initTestCase(): void {
            Motion.reduced = true;
        }

        function test_every_control_has_a_name_and_a_role_data(): var {
            return pairs(["stage", "wall", "closer", "loop"], ["en", "ar"], (view, language) => ({
                        tag: `${view}, ${language}`,
                        view,
                        language
                    }));
        }

        function test_every_control_has_a_name_and_a_role(row: var): void {
            gallery = Fixture.gallery(12, 3);
            gallery.visit.speak(row.language);
            const kinds = {
                "stage": stages,
                "wall": walls,
                "closer": closers,
                "loop": loops
            };
            if (row.view === "wall")
                gallery.visit.showWall();
            Fixture.make(900, 600);
            const view = show(kinds[row.view], screen, {
                gallery
            });
            if (row.view === "stage")
                view.toggleComfort();
            wait(50);
            const found = row.view === "loop" ? [view] : controls(view);
            verify(found.length >= (row.view === "loop" ? 1 : 5), `${found.length} controls`);
            for (const control of found) {
                verify(control.Accessible.name !== "", `${control} has no name`);
                verify(control.Accessible.role !== Accessible.NoRole, `${control} has no role`);
            }
        }

        name: "Names"
    }
}
