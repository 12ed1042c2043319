"""Who looks at which picture: every claim counts until its holder gives it up, and none of anybody else's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.bridge.pictures.claims import Claims, Place

places = st.tuples(st.integers(0, 3), st.sampled_from([None, (1, 1)]))
holders = st.sampled_from(["slideshow", "wall", "loop"])
steps = st.one_of(
    st.tuples(holders, places, st.integers(0, 5)),
    st.tuples(holders, st.sets(places, max_size=3)),
)


@given(st.lists(steps, max_size=30))
def test_a_place_is_as_urgent_as_its_most_urgent_claim_and_forgotten_with_its_last(
    history: list[tuple[str, Place, int] | tuple[str, set[Place]]],
) -> None:
    claims = Claims()
    expected: dict[tuple[str, Place], int] = {}
    for step in history:
        if len(step) == 3:
            holder, place, urgency = step
            claims.claim(holder, place, urgency)
            expected[holder, place] = urgency
        else:
            holder, kept = step
            gone = {place for who, place in expected if who == holder and place not in kept}
            assert claims.keep(holder, kept) == gone
            for place in gone:
                del expected[holder, place]
        for place in [(work, box) for work in range(4) for box in (None, (1, 1))]:
            urgencies = [urgency for (_, claimed), urgency in expected.items() if claimed == place]
            assert claims.urgency(place) == max(urgencies, default=-1)
            assert (place in claims) == bool(urgencies)
    for holder in ("slideshow", "wall", "loop"):
        claims.keep(holder, ())
    assert not claims._of_place
