import QtQuick
import QtTest
import Kiosk.Components

Item {
    id: screen

    property real passed: 0
    property real seconds: 10

    height: 100
    width: 300

    Component {
        id: lines

        ProgressLine {
            progress: () => screen.passed
            running: false
            seconds: screen.seconds
            width: 300
        }
    }

    Visitor {
        function hang(more: var): ProgressLine {
            screen.passed = 0;
            return show(lines, screen, more);
        }

        function filled(line: ProgressLine): Item {
            return all(line, child => child instanceof Rectangle)[1];
        }

        function test_running_it_follows_the_time(): void {
            const line = hang({
                running: true
            });
            screen.passed = 0.5;
            tryCompare(filled(line), "width", 150);
            screen.passed = 1;
            tryCompare(filled(line), "width", 300);
        }

        function test_it_fills_by_whole_pixels(): void {
            const line = hang({});
            screen.passed = 0.3333 + 1 / 900;
            line.refresh();
            compare(filled(line).width, 100);
        }

        function test_held_it_stands_still(): void {
            const line = hang({});
            screen.passed = 0.5;
            wait(60);
            compare(filled(line).width, 0);
            line.running = true;
            compare(filled(line).width, 150);
        }

        function test_another_work_starts_it_anew(): void {
            const line = hang({});
            screen.passed = 0.9;
            line.refresh();
            screen.passed = 0;
            screen.seconds = 20;
            compare(filled(line).width, 0);
        }

        function test_from_right_to_left_it_fills_from_the_right(): void {
            const line = hang({
                "LayoutMirroring.enabled": true,
                "LayoutMirroring.childrenInherit": true
            });
            screen.passed = 0.25;
            line.refresh();
            compare(filled(line).x, 225);
        }

        name: "ProgressLine"
    }
}
