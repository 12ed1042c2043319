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
    """One work.

    `rule` is `module.function` in this package; `focus` and `safe` (left, top, right, bottom) are fractions of the
    picture; `facts` is one line for the writer of the label; `quality` is the JPEG's.
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
        id="clifford",
        rule="attractors.clifford",
        seed=1968,
        width=4200,
        height=2800,
        focus=(0.45, 0.55),
        highlight=True,
        quality=88,
        facts=(
            "Strange attractor named after Clifford Pickover: x' = sin(a y) + c cos(a x), y' = sin(b x) + d cos(b y) "
            "with a = -1.4, b = 1.6, c = 1, d = 0.7; about 330 million points. Ink density by how often a point of "
            "the sheet is visited, indigo where the steps are short, rust where they are long, on cream."
        ),
    ),
    Drawing(
        id="de-jong",
        rule="attractors.de_jong",
        seed=1987,
        width=3600,
        height=3600,
        focus=(0.5, 0.5),
        quality=81,
        facts=(
            "Strange attractor of Peter de Jong (Scientific American, July 1987): x' = sin(a y) - cos(b x), y' = "
            "sin(c x) - cos(d y) with a = b = -2, c = -1.2, d = 2; about 360 million points. Rose, violet and gold "
            "on aubergine."
        ),
    ),
    Drawing(
        id="lorenz",
        rule="attractors.lorenz",
        seed=1963,
        width=4200,
        height=2800,
        focus=(0.5, 0.42),
        safe=(0.08, 0.12, 0.92, 0.88),
        quality=81,
        facts=(
            "Edward Lorenz, Deterministic Nonperiodic Flow, 1963: dx = s(y-x), dy = x(r-z)-y, dz = xy-bz with s = "
            "10, r = 28, b = 8/3; 26,000 steps of one line by fourth-order Runge-Kutta, drawn as light, the newest "
            "part palest and its end a blue spark. Amber on warm black."
        ),
    ),
    Drawing(
        id="harmonograph",
        rule="curves.harmonograph",
        seed=1844,
        width=2900,
        height=3900,
        focus=(0.48, 0.46),
        facts=(
            "Four damped pendulums, two a side, with ratios near 3 : 2 and 2 : 1; one swing in two inks (prussian "
            "blue, vermilion), the second a breath later in phase. A toy of nineteenth-century drawing rooms, often "
            "credited to Hugh Blackburn. White paper."
        ),
    ),
    Drawing(
        id="ridgeline",
        rule="terrain.ridgeline",
        seed=1919,
        width=2800,
        height=4000,
        focus=(0.52, 0.45),
        quality=80,
        facts=(
            "92 profiles of noise, each hiding what lies behind, one of them black; homage to Harold Craft's 1970 "
            "plot of pulsar CP 1919 (discovered by Jocelyn Bell Burnell, 1967). Bone lines on terracotta."
        ),
    ),
    Drawing(
        id="warped-dunes",
        rule="terrain.warped_dunes",
        seed=2002,
        width=5280,
        height=2400,
        focus=(0.6, 0.5),
        highlight=True,
        quality=88,
        facts=(
            "Domain warping after Inigo Quilez (2002): folded Perlin noise (Ken Perlin, 1983-85) bent by noise bent "
            "by noise, with fine wind ripples, then lit low from the side as if it were sand. Gold, umber, violet "
            "shadows."
        ),
    ),
    Drawing(
        id="flow-field",
        rule="fields.flow_field",
        seed=404,
        width=4200,
        height=2970,
        focus=(0.64, 0.42),
        highlight=True,
        quality=78,
        facts=(
            "Streamlines of a noise field around one whirl; evenly spaced after Jobard and Lefer (1997), so that no "
            "two ever cross or touch; each swells and thins like a stroke of the brush. Ink, blue, brick, ochre, "
            "sage on bone."
        ),
    ),
    Drawing(
        id="voronoi-glass",
        rule="glass.voronoi_glass",
        seed=1908,
        width=2600,
        height=4200,
        focus=(0.5, 0.43),
        safe=(0.27, 0.32, 0.73, 0.55),
        highlight=True,
        quality=86,
        facts=(
            "Stained glass, about 280 panes: each pane is all that lies nearest to one seed point (Georgy Voronoy, "
            "1908; Descartes drew it in 1644); lead lines where two seeds are equally far; a rose of rings of seeds, "
            "the others thrown by chance."
        ),
    ),
    Drawing(
        id="truchet",
        rule="tilings.truchet",
        seed=1704,
        width=3600,
        height=3600,
        focus=(0.6, 0.42),
        safe=(0.35, 0.17, 0.85, 0.67),
        facts=(
            "Sebastien Truchet's tiles (1704) as Cyril Stanley Smith's arcs (1987), in three sizes after Christopher "
            "Carlson's multi-scale tiles (2018); chance turns and splits each tile. Celadon and dark green; inside a "
            "great disc persimmon."
        ),
    ),
    Drawing(
        id="gray-scott",
        rule="reaction.gray_scott",
        seed=1952,
        width=4000,
        height=2667,
        focus=(0.58, 0.5),
        quality=86,
        facts=(
            "Reaction and diffusion: Turing 1952, Gray and Scott 1983, Pearson's map of patterns 1993; 7,000 steps "
            "on 640 x 427 cells; feed and kill rates change across the sheet and starve the rim, where coral falls "
            "into spots; lit like a relief. Coral on deep teal."
        ),
    ),
    Drawing(
        id="barnsley-fern",
        rule="plants.barnsley_fern",
        seed=1988,
        width=2800,
        height=4000,
        focus=(0.5, 0.4),
        highlight=True,
        facts=(
            "Michael Barnsley, Fractals Everywhere, 1988: four affine maps chosen by chance, about 280 million "
            "points; three fronds printed like a cyanotype with brushed edges (homage to Anna Atkins, 1843). "
            "Prussian blue on cream."
        ),
    ),
    Drawing(
        id="lindenmayer-tree",
        rule="plants.lindenmayer_tree",
        seed=1968,
        width=5600,
        height=2240,
        focus=(0.67, 0.4),
        safe=(0.55, 0.03, 0.82, 0.97),
        highlight=True,
        quality=81,
        facts=(
            "Stochastic L-system: Aristid Lindenmayer's rewriting of 1968, eleven rounds, chance choosing among "
            "rules and angles; an autumn wood in fog, crowns of thin ochre leaf, one tree in full red."
        ),
    ),
    Drawing(
        id="julia",
        rule="fractals.julia",
        seed=1918,
        width=4200,
        height=2800,
        focus=(0.5, 0.5),
        quality=82,
        facts=(
            "Gaston Julia, 1918: z -> z^2 + c with c = -0.8 + 0.156i, up to 700 steps; smooth escape time (shade) "
            "and distance to the set (bone lace). Smoke blue on bone, rust at the hearts of the spirals."
        ),
    ),
    Drawing(
        id="mandelbrot-valley",
        rule="fractals.mandelbrot_valley",
        seed=1980,
        width=4000,
        height=2667,
        focus=(0.53, 0.5),
        safe=(0.4, 0.4, 0.65, 0.68),
        highlight=True,
        quality=78,
        facts=(
            "The seahorse valley of the Mandelbrot set (Brooks and Matelski 1978, Mandelbrot 1980) around -0.74542 + "
            "0.113i, 0.0062 wide (about 500 times magnified), up to 1,400 steps; gold on black and red lacquer."
        ),
    ),
    Drawing(
        id="woven-moire",
        rule="fields.woven_moire",
        seed=1874,
        width=3900,
        height=2600,
        focus=(0.36, 0.43),
        quality=81,
        facts=(
            "Two screens of 104 lines, one plain, one slightly turned and with two swellings in it, printed over "
            "each other in coral and blue; the rings and slow waves are in neither (Lord Rayleigh, 1874)."
        ),
    ),
    Drawing(
        id="packed-circles",
        rule="circles.packed_circles",
        seed=77,
        width=4000,
        height=2900,
        focus=(0.385, 0.51),
        safe=(0.2, 0.25, 0.57, 0.77),
        facts=(
            "Chance proposes a centre, the rule grows the circle until it would touch another; 583 circles, the "
            "three largest placed by hand, on mustard. Petrol, cream, rust, ink, pink."
        ),
    ),
    Drawing(
        id="apollonian",
        rule="circles.apollonian",
        seed=262,
        width=3800,
        height=3800,
        focus=(0.4, 0.38),
        safe=(0.08, 0.16, 0.62, 0.62),
        highlight=True,
        quality=88,
        facts=(
            "Apollonian gasket from curvatures -6, 11, 14, 15, about 1,060 circles: in every gap of three touching "
            "circles the one that touches all three (Apollonius of Perga, about 200 BC; Descartes' theorem, 1643); "
            "each circle a moon in its phase, one of copper, on midnight blue."
        ),
    ),
    Drawing(
        id="penrose",
        rule="tilings.penrose",
        seed=1974,
        width=4200,
        height=3000,
        focus=(0.385, 0.51),
        quality=80,
        facts=(
            "Roger Penrose's two rhombs (1974, P3), about 1,090 of them: they fill the plane and never repeat; made "
            "by splitting golden triangles seven times. Gilded on lapis; away from one star chance has worn the gold "
            "off."
        ),
    ),
    Drawing(
        id="hilbert",
        rule="curves.hilbert",
        seed=1891,
        width=3600,
        height=3600,
        focus=(0.5, 0.5),
        facts=(
            "David Hilbert's curve of 1891, fifth step (1,024 cells): one line that fills a square, coloured by its "
            "length, as a raised ribbon. Night blue, cream, coral, plum on pale clay."
        ),
    ),
    Drawing(
        id="phyllotaxis",
        rule="circles.phyllotaxis",
        seed=1979,
        width=3000,
        height=3900,
        focus=(0.5, 0.45),
        safe=(0.2, 0.25, 0.8, 0.65),
        facts=(
            "Helmut Vogel's sunflower (1979): seed n at angle n x 137.508 degrees, at distance root of n; 1,180 "
            "seeds and 150 petals; Fibonacci spirals come by themselves. Ochre and umber on pale celadon."
        ),
    ),
    Drawing(
        id="aggregation",
        rule="frost.aggregation",
        seed=1981,
        width=3000,
        height=4000,
        focus=(0.3, 0.5),
        quality=80,
        facts=(
            "Diffusion-limited aggregation (Witten and Sander, 1981), about 67,000 grains: they wander at random and "
            "stick where they touch; branches grow like frost on a window at dawn."
        ),
    ),
    Drawing(
        id="newton",
        rule="fractals.newton",
        seed=1879,
        width=4000,
        height=2800,
        focus=(0.47, 0.5),
        safe=(0.3, 0.2, 0.62, 0.8),
        quality=88,
        facts=(
            "Newton's method for z^3 - 2z + 2: each start coloured by the root it finds and how fast, in porcelain "
            "celadon, blue and clay; oxblood where it runs in circles and finds none (Arthur Cayley's question of "
            "1879)."
        ),
    ),
    Drawing(
        id="chladni",
        rule="waves.chladni",
        seed=1787,
        width=3000,
        height=3750,
        focus=(0.5, 0.48),
        quality=79,
        facts=(
            "Ernst Chladni, Entdeckungen ueber die Theorie des Klanges, 1787: sand gathers where a vibrating plate "
            "stays still; three pairs of modes of a square plate added; almost a million grains, pale sand on a "
            "blackened plate."
        ),
    ),
    Drawing(
        id="rule-30",
        rule="automata.rule_30",
        seed=30,
        width=2700,
        height=4050,
        focus=(0.5, 0.25),
        safe=(0.3, 0.1, 0.7, 0.42),
        quality=78,
        facts=(
            "Stephen Wolfram's elementary cellular automaton 30 (1983): new cell = left XOR (middle OR right); 151 "
            "threads by 236 rows in indigo and undyed cotton, from one single madder-red thread."
        ),
    ),
    Drawing(
        id="maurer-rose",
        rule="curves.maurer_rose",
        seed=71,
        width=3600,
        height=3600,
        focus=(0.5, 0.5),
        quality=79,
        facts=(
            "Peter Maurer, A Rose is a Rose..., 1987: a walk of 360 straight lines over the rose r = sin(6 t), in "
            "steps of 71 degrees; the rose itself gilded. Bone on bottle green."
        ),
    ),
    Drawing(
        id="star-pattern",
        rule="stars.star_pattern",
        seed=1,
        width=3000,
        height=4000,
        focus=(0.34, 0.25),
        safe=(0.18, 0.16, 0.5, 0.34),
        highlight=True,
        quality=80,
        facts=(
            "Islamic star pattern by polygons in contact (Ernest Hanbury Hankin, 1925; the method of the Topkapi "
            "scroll): on dodecagons, hexagons and squares, rays leave the middle of each side at 69 degrees; "
            "interlaced bands over glazed tiles, one star red by chance."
        ),
    ),
    Drawing(
        id="ripples",
        rule="waves.ripples",
        seed=1801,
        width=5280,
        height=2200,
        focus=(0.33, 0.5),
        quality=92,
        facts=(
            "Interference (Thomas Young, 1801): circular waves from six drops add up on a still pool, which mirrors "
            "an evening sky and its moon."
        ),
    ),
    Drawing(
        id="mountains-mist",
        rule="terrain.mountains_mist",
        seed=1073,
        width=6000,
        height=2000,
        focus=(0.72, 0.45),
        safe=(0.6, 0.05, 0.86, 0.75),
        highlight=True,
        quality=88,
        facts=(
            "Eight ridges of fractal noise, each fading into mist (aerial perspective), a red sun; composed like a "
            "Chinese hand scroll, homage to the Song landscape (Guo Xi, about 1072). Ink on silk."
        ),
    ),
)


def find(work_id: str) -> Drawing:
    """The drawing with this id; KeyError names the ones there are."""
    for work in WORKS:
        if work.id == work_id:
            return work
    raise KeyError(f"no drawing is called {work_id!r}; there are: {', '.join(work.id for work in WORKS)}")
