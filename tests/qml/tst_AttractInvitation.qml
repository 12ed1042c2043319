import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Views

Item {
    id: screen

    height: 700
    width: 1000

    Component {
        id: calls

        AttractInvitation {
            active: false
            handLeft: false
            ink: "white"
            tall: 1000
            invitations: [
                {
                    "language": "en",
                    "words": "Touch to explore"
                },
                {
                    "language": "ko",
                    "words": "화면을 터치해 보세요"
                }
            ]
        }
    }

    Visitor {
        function initTestCase(): void {
            Motion.reduced = false;
        }

        function cleanup(): void {
            Motion.reduced = false;
        }

        function seen(text: Text): real {
            return text.visible ? text.opacity : 0;
        }

        function test_one_language_has_gone_before_the_next_comes(): void {
            const call = show(calls, screen, {});
            const [first, second] = texts(call);
            let most = 0;
            let least = 1;
            const look = () => {
                most = Math.max(most, Math.min(seen(first), seen(second)));
                least = Math.min(least, Math.max(seen(first), seen(second)));
            };
            for (const text of [first, second]) {
                text.opacityChanged.connect(look);
                text.visibleChanged.connect(look);
            }
            for (const turn of [1, 0]) {
                call.turn = turn;
                tryVerify(() => seen(first) === 1 - turn && seen(second) === turn);
            }
            compare(most, 0, "one over the other");
            compare(least, 0);
        }

        function test_with_less_motion_one_stands_where_the_other_was(): void {
            Motion.reduced = true;
            const call = show(calls, screen, {});
            call.turn = 1;
            compare(texts(call).map(seen), [0, 1]);
        }
    }
}
