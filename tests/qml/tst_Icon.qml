import QtQuick
import QtTest
import Kiosk.Components
import Kiosk.Theme

Rectangle {
    id: screen

    color: "black"
    height: 200
    width: 200

    Component {
        id: icons

        Icon {
            color: "red"
        }
    }

    Visitor {
        function hang(more: var): Icon {
            return show(icons, screen, more);
        }

        // Whether the row in the middle has colour at the left and at the right tip of an arrow 96 pixels wide.
        function tips(): var {
            const seen = grabImage(screen);
            const red = from => [0, 1, 2, 3].some(by => seen.red(from + by, 48) > 100);
            return [red(30), red(62)];
        }

        function test_every_icon_draws_in_its_colour_data(): var {
            return Object.keys(IconPaths.paths).map(name => ({
                        tag: name,
                        name
                    }));
        }

        function test_every_icon_draws_in_its_colour(data: var): void {
            hang({
                name: data.name,
                width: 100,
                height: 100
            });
            let red = 0;
            const seen = grabImage(screen);
            for (let x = 0; x < 100; ++x)
                for (let y = 0; y < 100; ++y)
                    red += seen.red(x, y) > 100 ? 1 : 0;
            verify(red > 80, `${red} of 10,000 pixels`);
            verify(red < 5000, `${red} of 10,000 pixels`);
        }

        function test_mirrored_it_points_the_other_way(): void {
            const icon = hang({
                name: "next",
                width: 96,
                height: 96
            });
            compare(tips(), [false, true]);
            icon.mirrored = true;
            compare(tips(), [true, false]);
        }

        // The share of an icon's pixels that lie in its left half.
        function leftShare(): real {
            const seen = grabImage(screen);
            let left = 0;
            let all = 0;
            for (let x = 0; x < 96; ++x)
                for (let y = 0; y < 96; ++y)
                    if (seen.red(x, y) > 100) {
                        all += 1;
                        left += x < 48 ? 1 : 0;
                    }
            return left / all;
        }

        function test_what_leans_as_one_reads_leans_the_other_way_where_one_reads_from_the_right_data(): var {
            return Object.keys(IconPaths.paths).map(name => ({
                        tag: name,
                        name
                    }));
        }

        function test_what_leans_as_one_reads_leans_the_other_way_where_one_reads_from_the_right(data: var): void {
            const icon = hang({
                name: data.name,
                width: 96,
                height: 96
            });
            const left = leftShare();
            icon.LayoutMirroring.enabled = true;
            const leans = icon.leaning.includes(data.name);
            fuzzyCompare(leftShare(), leans ? 1 - left : left, 0.02);
        }

        name: "Icon"
    }
}
