"""The one list of works: what draws each, from which seed, how large, where to look, and what its label may say.

It imports no numpy, so that staff tools and tests can read it without the drawing libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Orientation = Literal["landscape", "portrait", "square", "panorama"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawing:
    """One work. `rule` is `module.function` in this package; `focus` and `safe` (left, top, right, bottom)
    are fractions of the picture; `facts` is one line for the writer of the label.
    """

    id: str
    rule: str
    seed: int
    width: int
    height: int
    focus: tuple[float, float]
    facts: str
    safe: Box | None = None
    highlight: bool = False
    quality: int = 84
    full_colour: bool = False

    @property
    def orientation(self) -> Orientation:
        shape = self.width / self.height
        if shape >= 2:
            return "panorama"
        if 0.95 < shape < 1.05:
            return "square"
        return "landscape" if shape > 1 else "portrait"


WORKS: tuple[Drawing, ...] = (
    Drawing(
        "clifford", "attractors.clifford", 1968, 4200, 2800, (0.50, 0.48),
        "Strange attractor named after Clifford Pickover: x' = sin(a y) + c cos(a x), y' = sin(b x) + d cos(b y); "
        "about 300 million points, ink density by how often a point of the sheet is visited. Indigo and rust on cream.",
        highlight=True,
    ),
    Drawing(
        "de-jong", "attractors.de_jong", 1987, 3600, 3600, (0.5, 0.5),
        "Strange attractor of Peter de Jong (Scientific American, July 1987): x' = sin(a y) - cos(b x), "
        "y' = sin(c x) - cos(d y); about 300 million points. Rose and gold on aubergine.",
    ),
    Drawing(
        "lorenz", "attractors.lorenz", 1963, 4200, 2800, (0.5, 0.5),
        "Edward Lorenz, Deterministic Nonperiodic Flow, 1963: dx = s(y-x), dy = x(r-z)-y, dz = xy-bz with s=10, r=28, "
        "b=8/3; one line followed by fourth-order Runge-Kutta, drawn as light. Amber on warm black.",
    ),
    Drawing(
        "harmonograph", "curves.harmonograph", 1844, 2900, 3900, (0.5, 0.46),
        "Two pairs of damped pendulums, one line in two inks (prussian blue, vermilion), the second a breath later in "
        "phase. Laboratory toy of the 1840s-1890s, often credited to Hugh Blackburn.",
    ),
    Drawing(
        "ridgeline", "terrain.ridgeline", 1919, 2800, 4000, (0.5, 0.5),
        "About 90 profiles of noise, each hiding what lies behind; homage to Harold Craft's 1970 plot of pulsar "
        "CP 1919 (discovered by Jocelyn Bell Burnell, 1967). Bone lines on terracotta.",
        highlight=True,
    ),
    Drawing(
        "warped-dunes", "terrain.warped_dunes", 2002, 5280, 2400, (0.6, 0.5),
        "Domain warping after Inigo Quilez (2002): Perlin noise (Ken Perlin, 1983-85) bent by noise bent by noise, then "
        "lit from the left as if it were sand.",
        highlight=True,
    ),
    Drawing(
        "flow-field", "fields.flow_field", 404, 4200, 2970, (0.6, 0.45),
        "Some thousand streamlines follow a noise field; evenly spaced after Jobard and Lefer (1997), so that no two "
        "ever cross or touch; thick and thin strokes. Ink, brick, ochre on bone.",
        highlight=True,
    ),
    Drawing(
        "voronoi-glass", "glass.voronoi_glass", 1908, 2600, 4200, (0.5, 0.33),
        "Stained glass: each pane is all that lies nearest to one seed point (Georgy Voronoy, 1908; Descartes drew it in "
        "1644); lead lines where two seeds are equally far.",
        highlight=True,
    ),
    Drawing(
        "truchet", "tilings.truchet", 1704, 3600, 3600, (0.5, 0.5),
        "Sebastien Truchet's two-coloured tiles (1704) as Cyril Stanley Smith's arcs (1987), in three sizes after "
        "Christopher Carlson's multi-scale tiles (2018); chance turns and splits each tile. Celadon and ink.",
    ),
    Drawing(
        "gray-scott", "reaction.gray_scott", 1952, 4000, 2667, (0.55, 0.5),
        "Reaction and diffusion: Turing 1952, Gray and Scott 1983, Pearson's map of patterns 1993; feed and kill rates "
        "change across the sheet, so that spots turn to corals; lit like a relief.",
        highlight=True,
    ),
    Drawing(
        "barnsley-fern", "plants.barnsley_fern", 1988, 2800, 4000, (0.5, 0.45),
        "Michael Barnsley, Fractals Everywhere, 1988: four affine maps chosen by chance, tens of millions of points; "
        "three fronds printed like a cyanotype (homage to Anna Atkins, 1843).",
        highlight=True,
    ),
    Drawing(
        "lindenmayer-tree", "plants.lindenmayer_tree", 1968, 5600, 2240, (0.66, 0.5),
        "Stochastic L-system: Aristid Lindenmayer's rewriting of 1968, chance choosing among rules and angles; an autumn "
        "wood in fog, one tree in red leaf.",
    ),
    Drawing(
        "julia", "fractals.julia", 1918, 4200, 2800, (0.5, 0.5),
        "Gaston Julia, 1918: z -> z^2 + c with one c; smooth escape time (shade), distance to the set and an orbit trap "
        "(line). Smoke blue and bone.",
    ),
    Drawing(
        "mandelbrot-valley", "fractals.mandelbrot_valley", 1980, 4000, 2667, (0.5, 0.5),
        "The seahorse valley of the Mandelbrot set (Brooks and Matelski 1978, Mandelbrot 1980), magnified some thousand "
        "times; gold on lacquer.",
    ),
    Drawing(
        "woven-moire", "fields.woven_moire", 1874, 3900, 2600, (0.42, 0.5),
        "Two screens of fine lines, slightly turned and bent, printed over each other in coral and blue; the slow waves are "
        "in neither (Lord Rayleigh, 1874).",
    ),
    Drawing(
        "packed-circles", "circles.packed_circles", 77, 4000, 2900, (0.4, 0.5),
        "Chance proposes a centre, the rule grows the circle until it would touch another; about 3,000 circles on "
        "mustard.",
    ),
    Drawing(
        "apollonian", "circles.apollonian", 262, 3800, 3800, (0.5, 0.5),
        "Apollonian gasket: in every gap of three touching circles the one that touches all three (Apollonius of Perga, "
        "about 200 BC; Descartes' theorem, 1643); each circle a moon in its phase, one of copper.",
        highlight=True,
    ),
    Drawing(
        "penrose", "tilings.penrose", 1974, 4200, 3000, (0.38, 0.5),
        "Roger Penrose's two rhombs (1974, P3): they fill the plane and never repeat; made by splitting golden triangles. "
        "Gilded on lapis.",
    ),
    Drawing(
        "hilbert", "curves.hilbert", 1891, 3600, 3600, (0.5, 0.5),
        "David Hilbert's curve of 1891, sixth step: one line that fills a square, coloured by its length as a ribbon.",
    ),
    Drawing(
        "phyllotaxis", "circles.phyllotaxis", 1979, 3000, 3900, (0.5, 0.42),
        "Helmut Vogel's sunflower (1979): seed n at angle n x 137.508 degrees, at distance root of n; Fibonacci spirals "
        "come by themselves.",
    ),
    Drawing(
        "aggregation", "frost.aggregation", 1981, 3000, 4000, (0.5, 0.7),
        "Diffusion-limited aggregation (Witten and Sander, 1981): grains wander at random and stick where they touch; "
        "branches grow like frost on a window at dawn.",
        highlight=True,
    ),
    Drawing(
        "newton", "fractals.newton", 1879, 4000, 2800, (0.5, 0.5),
        "Newton's method for the roots of a polynomial: each start coloured by the root it finds and how fast "
        "(Arthur Cayley's question of 1879).",
    ),
    Drawing(
        "chladni", "waves.chladni", 1787, 3000, 3750, (0.5, 0.48),
        "Ernst Chladni, Entdeckungen ueber die Theorie des Klanges, 1787: sand gathers where a vibrating plate stays "
        "still; two modes of a square plate added; about half a million grains.",
    ),
    Drawing(
        "rule-30", "automata.rule_30", 30, 2700, 4050, (0.5, 0.3),
        "Stephen Wolfram's elementary cellular automaton 30 (1983): new cell = left XOR (middle OR right); woven line by "
        "line in indigo and undyed cotton, from one single thread.",
    ),
    Drawing(
        "maurer-rose", "curves.maurer_rose", 71, 3600, 3600, (0.5, 0.5),
        "Peter Maurer, A Rose is a Rose..., 1987: a walk of straight lines over the rose r = sin(n t), in "
        "steps of d degrees. Bone on bottle green.",
    ),
    Drawing(
        "star-pattern", "stars.star_pattern", 1453, 3000, 4000, (0.5, 0.45),
        "Islamic star pattern by polygons in contact (Ernest Hanbury Hankin, 1925; the method of the Topkapi "
        "scroll): rays leave the middle of each side at one angle; interlaced bands over glazed tiles.",
        highlight=True,
    ),
    Drawing(
        "ripples", "waves.ripples", 1801, 5280, 2200, (0.4, 0.5),
        "Interference (Thomas Young, 1801): circular waves from a few drops add up on a still pool, which mirrors "
        "the evening sky.",
    ),
    Drawing(
        "mountains-mist", "terrain.mountains_mist", 1073, 6000, 2000, (0.7, 0.45),
        "Layered ridges of fractal noise fading into mist (aerial perspective), composed like a Chinese hand scroll; "
        "homage to the Song landscape (Guo Xi, about 1072).",
        highlight=True,
    ),
)


def find(work_id: str) -> Drawing:
    """The drawing with this id; KeyError names the ones there are."""
    for work in WORKS:
        if work.id == work_id:
            return work
    raise KeyError(f"no drawing is called {work_id!r}; there are: {', '.join(work.id for work in WORKS)}")
