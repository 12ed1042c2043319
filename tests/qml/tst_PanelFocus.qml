pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Test

Item {
    id: screen

    height: 400
    width: 600

    Item {
        id: opener

        activeFocusOnTab: true
        height: 20
        width: 20
    }

    Component {
        id: sheets

        Sheet {
            anchors.fill: parent
            name: "A panel"

            Item {
                activeFocusOnTab: true
                height: 40
                objectName: "row"
                width: 200
            }
        }
    }

    Visitor {
        id: visitor

        function open(): Sheet {
            const sheet = show(sheets, screen, {});
            opener.forceActiveFocus();
            Focus.marked = true;
            sheet.open = true;
            tryVerify(() => focused()?.objectName === "row");
            return sheet;
        }

        function focused(): Item {
            return screen.Window.activeFocusItem;
        }

        function cleanup(): void {
            Focus.marked = false;
        }

        function test_keys_are_led_into_it_and_back_to_where_they_were(): void {
            const sheet = open();
            sheet.open = false;
            compare(focused(), opener);
        }

        function test_it_closes_when_they_lead_out_of_it(): void {
            const sheet = open();
            opener.forceActiveFocus();
            verify(!sheet.open);
        }

        // What it reads is half gone while it goes: nothing may be read then. (A warning fails this file.)
        function test_it_goes_while_they_are_in_it_data(): var {
            return [
                {
                    tag: "open",
                    open: true
                },
                {
                    tag: "closing",
                    open: false
                }
            ];
        }

        function test_it_goes_while_they_are_in_it(data: var): void {
            const sheet = open();
            if (!data.open)
                sheet.open = false;
            sheet.destroy();
            wait(0);
            opener.forceActiveFocus();
            wait(0);
            compare(focused(), opener);
        }
    }
}
