import QtQuick
import Kiosk.Theme

// Leads the focus across the screen: from one control to the next in a direction.
//
// A stop is a visible, enabled item with `activeFocusOnTab`, or with `keyStop` where only arrows lead. A group, an item
// with a function `keyEntry`, is entered at the stop where it was left, or at its entry. Out of a group whose `keyScrolls`
// is false only what is wholly in view counts. Stops with `keyFloats` lie anywhere on another one, from whose middle arrows
// lead to them, and among each other before they lead on. An item with `keyModal` true keeps the keys to itself, one with `keyCovers`
// hides what lies under it.
QtObject {
    id: root

    required property Item scene
    readonly property Item focused: root.scene.Window.activeFocusItem
    property var kept: new Map() // of a group: the stop at which it was left
    property real column: NaN // where a way up or down began
    readonly property NumberAnimation glide: NumberAnimation {
        duration: Motion.interfaceChange
        easing.type: Motion.settle
    }

    // A list that follows its current item goes its own way.
    readonly property Connections followed: Connections {
        function onCurrentIndexChanged(): void {
            root.glide.stop();
        }

        ignoreUnknownSignals: true
        target: root.glide.target
    }

    // Towards Qt.Key_Left, Right, Up or Down on the screen; whether there is anything.
    function go(key: int): bool {
        root.glide.complete();
        const from = root.focused;
        const upright = key === Qt.Key_Up || key === Qt.Key_Down;
        const start = root.placeOf(from);
        if (!upright || isNaN(root.column))
            root.column = (start.left + start.right) / 2;
        const to = root.next(from, key);
        if (to)
            root.lead(from, root.entered(from, to));
        return to !== null;
    }

    function forget(): void {
        root.kept.clear();
        root.column = NaN;
    }

    function focus(stop: Item): void {
        root.column = NaN;
        root.lead(root.focused, stop);
    }

    function lead(from: var, to: Item): void {
        for (let group = from; group; group = group.parent)
            if (group.keyEntry && !root.within(to, group))
                root.kept.set(group, from);
        to.forceActiveFocus(Qt.OtherFocusReason);
        root.reveal(to);
    }

    // What lies on top of everything else and wants an answer.
    function modal(item: var): var {
        for (let place = item.children.length - 1; place >= 0; --place) {
            const child = item.children[place];
            const found = !root.there(child) ? null : child.keyModal ? child : root.modal(child);
            if (found)
                return found;
        }
        return null;
    }

    function stops(): var {
        const found = [], covers = [];
        root.collect(root.modal(root.scene) ?? root.scene, found, covers);
        return found.filter(stop => !covers.some(cover => root.hides(cover, stop)));
    }

    function hides(cover: Item, stop: Item): bool {
        return !root.within(stop, cover) && cover.contains(stop.mapToItem(cover, stop.width / 2, stop.height / 2));
    }

    function collect(item: var, found: var, covers: var): void {
        for (let place = 0; place < item.children.length; ++place) {
            const child = item.children[place];
            if (!root.there(child))
                continue;
            if (root.stands(child))
                found.push(child);
            if (child.keyCovers)
                covers.push(child);
            root.collect(child, found, covers);
        }
    }

    function there(item: var): bool {
        return item.visible && item.enabled && item.opacity > 0 && item.width > 0;
    }

    function stands(item: var): bool {
        return (item.activeFocusOnTab || item.keyStop) && !(item instanceof Flickable);
    }

    function within(item: var, group: var): bool {
        for (let above = item; above; above = above.parent)
            if (above === group)
                return true;
        return false;
    }

    function placeOf(item: Item): var {
        const place = item.mapToItem(null, 0, 0, item.width, item.height);
        return {
            "left": place.x,
            "top": place.y,
            "right": place.x + place.width,
            "bottom": place.y + place.height
        };
    }

    // The part of a stop that is seen from elsewhere: what a list has scrolled away does not lie beside other controls.
    function seenPlaceOf(stop: Item, from: Item): var {
        const place = root.placeOf(stop), scroller = root.scrollerOf(stop);
        if (!scroller || root.within(from, scroller))
            return place;
        const view = root.placeOf(scroller);
        return {
            "left": Math.max(place.left, view.left),
            "top": Math.max(place.top, view.top),
            "right": Math.min(place.right, view.right),
            "bottom": Math.min(place.bottom, view.bottom)
        };
    }

    function scrollerOf(item: var): Flickable {
        for (let above = item.parent; above; above = above.parent)
            if (above instanceof Flickable)
                return above;
        return null;
    }

    // Whether a stop can be gone to: what is out of sight only by those who stand in the same list, which then moves.
    function reachable(from: var, to: var): bool {
        const scroller = root.scrollerOf(to);
        if (!scroller)
            return true;
        let scrolls = true;
        for (let group = to.parent; group; group = group.parent)
            scrolls = scrolls && group.keyScrolls !== false;
        if (scrolls && root.within(from, scroller))
            return true;
        const view = root.placeOf(scroller), place = root.placeOf(to);
        const inside = (one, other, start, end) => scrolls ? other > start + 1 && one < end - 1 : one >= start - 1 && other <= end + 1;
        return inside(place.left, place.right, view.left, view.right) && inside(place.top, place.bottom, view.top, view.bottom);
    }

    function next(from: Item, key: int): Item {
        const upright = key === Qt.Key_Up || key === Qt.Key_Down;
        const forwards = key === Qt.Key_Right || key === Qt.Key_Down;
        return root.floating(from, upright, forwards) ?? root.beyond(from, upright, forwards);
    }

    // The best of those that float, if this one does or they lie on it: from middle to middle, be they ever so far beside.
    function floating(from: Item, upright: bool, forwards: bool): Item {
        const middle = stop => {
            const place = root.along(root.placeOf(stop), upright, forwards);
            return Qt.point((place.near + place.far) / 2, (place.one + place.other) / 2);
        };
        const start = middle(from);
        let best = null, least = Infinity;
        for (const stop of root.stops()) {
            const end = middle(stop);
            const weight = 4 * (end.x - start.x) ** 2 + 13 * (end.y - start.y) ** 2;
            const lies = from.keyFloats || from.contains(stop.mapToItem(from, stop.width / 2, stop.height / 2));
            if (stop.keyFloats && lies && end.x > start.x + 1 && weight < least) {
                best = stop;
                least = weight;
            }
        }
        return best;
    }

    function beyond(from: Item, upright: bool, forwards: bool): Item {
        const start = root.along(root.placeOf(from), upright, forwards);
        let best = null, way = null;
        for (const stop of root.stops()) {
            if (stop === from || root.within(stop, from) || !root.reachable(from, stop))
                continue;
            const end = root.along(root.seenPlaceOf(stop, from), upright, forwards);
            if (!root.ahead(start, end))
                continue;
            const other = root.way(start, end, upright && root.scrollerOf(stop) === root.scrollerOf(from) && root.scrollerOf(from) ? root.column : NaN);
            if ((upright || other.beside === 0) && (!way || root.shorter(other, way))) {
                best = stop;
                way = other;
            }
        }
        return best;
    }

    // A place as it lies on the way: near and far edge, and from one side to the other.
    function along(place: var, upright: bool, forwards: bool): var {
        const [near, far] = upright ? [place.top, place.bottom] : [place.left, place.right];
        const [one, other] = upright ? [place.left, place.right] : [place.top, place.bottom];
        return forwards ? {
            near,
            far,
            one,
            other
        } : {
            "near": -far,
            "far": -near,
            one,
            other
        };
    }

    function ahead(start: var, end: var): bool {
        return end.far > start.far && (end.near > start.near || end.near >= start.far);
    }

    // How far it is straight on to the near and to the far edge, how far beside, and from middle to middle.
    function way(start: var, end: var, column: real): var {
        const middle = isNaN(column) ? (start.one + start.other) / 2 : column;
        const [one, other] = isNaN(column) ? [start.one, start.other] : [column, column + 1];
        return {
            "straight": Math.max(0, end.near - start.far),
            "through": Math.max(1, end.far - start.far),
            "beside": Math.max(0, end.one - other + 1, one - end.other + 1),
            "middle": Math.abs((end.one + end.other) / 2 - middle)
        };
    }

    // What lies straight ahead comes first, unless all of the other is nearer; then what is nearer, most of all straight on.
    function shorter(one: var, other: var): bool {
        if (one.beside === 0 && other.beside > 0 && one.straight < other.through)
            return true;
        if (other.beside === 0 && one.beside > 0 && other.straight < one.through)
            return false;
        const weight = way => 13 * way.straight * way.straight + way.middle * way.middle;
        return weight(one) < weight(other);
    }

    function entered(from: Item, to: Item): Item {
        let group = null;
        for (let above = to.parent; above; above = above.parent)
            if (above.keyEntry && !root.within(from, above))
                group = above;
        if (!group)
            return to;
        const stops = root.stops().filter(stop => root.reachable(from, stop));
        return [root.kept.get(group), group.keyEntry()].find(stop => stops.includes(stop)) ?? to;
    }

    // Scrolls a stop into view, with a little of what comes after it.
    function reveal(stop: Item): void {
        const scroller = root.scrollerOf(stop);
        if (scroller)
            root.scroll(scroller, stop);
    }

    function scroll(scroller: var, stop: Item): void {
        const sideways = scroller.flickableDirection === Flickable.HorizontalFlick || scroller.orientation === ListView.Horizontal;
        const place = stop.mapToItem(scroller.contentItem, 0, 0, stop.width, stop.height);
        const [start, length, view, at, first, all, before, after] = sideways ? [place.x, place.width, scroller.width, scroller.contentX, scroller.originX, scroller.contentWidth, scroller.leftMargin, scroller.rightMargin] : [place.y, place.height, scroller.height, scroller.contentY, scroller.originY, scroller.contentHeight, scroller.topMargin, scroller.bottomMargin];
        const room = Math.min(Theme.control, Math.max(0, (view - length) / 2));
        const wanted = start - room < at ? start - room : start + length + room > at + view ? start + length + room - view : at;
        const to = Math.max(first - before, Math.min(first + all + after - view, wanted));
        if (Math.abs(to - at) < 1 || all + before + after <= view)
            return;
        root.glide.target = scroller;
        root.glide.property = sideways ? "contentX" : "contentY";
        root.glide.to = to;
        root.glide.restart();
    }
}
