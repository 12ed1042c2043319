import QtQuick
import QtTest

// A test case with a visitor's finger and eyes.
TestCase {
    id: root

    // What a component makes, laid out and on the screen until the end of the test.
    function show(component: Component, parent: Item, properties: var): var {
        const made = createTemporaryObject(component, parent, properties);
        waitForPolish(parent.Window.window);
        return made;
    }

    function tap(item: Item, x: real, y: real): void {
        touchEvent(item).press(0, item, x, y).commit().release(0, item, x, y).commit();
    }

    function tapMiddle(item: Item): void {
        root.tap(item, item.width / 2, item.height / 2);
    }

    // A finger put down at x, y that has moved by so many pixels, a step a frame, and is still down.
    function pull(item: Item, x: real, y: real, byX: real, byY: real): var {
        const finger = touchEvent(item).press(0, item, x, y).commit();
        for (let step = 1; step <= 6; ++step) {
            finger.move(0, item, x + byX * step / 6, y + byY * step / 6).commit();
            root.nextFrame(item);
        }
        return finger;
    }

    // What fingers did is handled with the next frame, however late that comes on a busy machine.
    function nextFrame(item: Item): void {
        waitForRendering(item);
        wait(16);
    }

    function swipe(item: Item, x: real, y: real, byX: real, byY: real): void {
        root.pull(item, x, y, byX, byY).release(0, item, x + byX, y + byY).commit();
    }

    function comeToRest(view: Flickable): void {
        let before;
        do {
            before = `${view.contentX} ${view.contentY}`;
            wait(60);
        } while (view.moving || before !== `${view.contentX} ${view.contentY}`)
    }

    // Everything below an item that fits, in the order in which it is drawn.
    function all(item: Item, fits: var): var {
        const found = [];
        for (let place = 0; place < item.children.length; ++place) {
            const child = item.children[place];
            found.push(...(fits(child) ? [child] : []), ...root.all(child, fits));
        }
        return found;
    }

    // Rows of a table: one for each of these with each of those.
    function pairs(these: var, those: var, row: var): var {
        return these.reduce((rows, one) => rows.concat(those.map(other => row(one, other))), []);
    }

    function first(item: Item, fits: var): var {
        return root.all(item, fits)[0] ?? null;
    }

    function texts(item: Item): var {
        return root.all(item, child => child instanceof Text);
    }

    function sees(item: Item, x: real, y: real, colour: color): bool {
        return root.near(grabImage(item).pixel(x, y), colour);
    }

    function near(one: color, other: color): bool {
        return Math.abs(one.r - other.r) + Math.abs(one.g - other.g) + Math.abs(one.b - other.b) < 0.1;
    }

    // Whether anything is drawn there that has not the colour of the upper left corner.
    function drawn(image: var, left: int, right: int): bool {
        const ground = image.pixel(0, 0);
        for (let x = left; x < right; ++x)
            for (let y = 0; y < image.height; ++y)
                if (!Qt.colorEqual(image.pixel(x, y), ground))
                    return true;
        return false;
    }

    when: windowShown
}
