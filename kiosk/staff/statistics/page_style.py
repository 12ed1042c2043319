"""How the page of the statistics looks: on a screen, in the dark, and on paper."""

STYLE = """
:root { color-scheme: light dark; --wall: #f7f5f1; --ink: #22201c; --quiet: #6b665d; --line: #ddd8ce; --rest: #ebe7df;
  --mark: #3d6a82; }
@media (prefers-color-scheme: dark) { :root { --wall: #17161a; --ink: #ece8e0; --quiet: #a29c91; --line: #35323a;
  --rest: #26242a; --mark: #86b6d0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--wall); color: var(--ink); font: 16px/1.5 "Source Sans 3", "Source Sans Pro",
  system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4.5rem) clamp(1rem, 4vw, 3rem); }
h1, h2 { font-family: "Source Serif 4", Georgia, "Noto Serif", serif; font-weight: 400; line-height: 1.2; }
h1 { font-size: clamp(2rem, 4.5vw, 3rem); margin: .3em 0 .4em; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.6rem; margin: 0; }
p { margin: 0 0 .5em; }
.eyebrow { color: var(--quiet); font-size: .875rem; margin: 0; }
.quiet, footer { color: var(--quiet); font-size: .9375rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1.75rem 3rem; margin: 2.25rem 0 0; padding: 1.75rem 0; list-style: none;
  border: solid var(--line); border-width: 1px 0; }
.figures b { display: block; font: 400 2.25rem/1.1 "Source Serif 4", Georgia, serif;
  font-variant-numeric: lining-nums; }
.figures span { color: var(--quiet); font-size: .9375rem; }
section { margin-top: 3.5rem; }
header { margin-bottom: 1.25rem; }
header p { color: var(--quiet); margin: .2rem 0 0; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 3.5rem 4rem; }
svg { display: block; }
.chart { width: 100%; height: auto; overflow: visible; }
.mark { fill: var(--mark); } .rest { fill: var(--rest); }
.grid { stroke: var(--line); stroke-width: 1; }
.chart text { fill: var(--quiet); font-size: 13px; font-variant-numeric: tabular-nums; }
.chart .scale { text-anchor: end; } .chart .date { text-anchor: middle; }
.bar { width: 100%; height: 6px; margin-top: .35rem; }
table { width: 100%; border-collapse: collapse; }
td, th { text-align: start; vertical-align: middle; padding: .55rem 0; border-top: 1px solid var(--line); }
th { font-weight: 400; color: var(--quiet); font-size: .875rem; border: 0; text-align: end; white-space: nowrap; }
th:nth-child(2) { text-align: start; }
.list tr:first-child td { border-top: 0; }
.list td:first-child { width: 100%; }
.words { display: block; overflow-wrap: anywhere; }
h1, .words, .quiet { text-align: left; } /* also what is read from the right begins where its bar does */
td > .quiet { display: block; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; padding-inline-start: 1.5rem; }
.works th + th + th { padding-inline-start: 1.5rem; }
.small { width: 5.5rem; padding-inline-end: 1.25rem; }
.small svg { width: 4.25rem; height: 3.25rem; }
.maps { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 2.5rem 2rem;
  align-items: end; }
figure { margin: 0; break-inside: avoid; }
.map { width: 100%; max-height: 24rem; }
.grey { filter: grayscale(1) brightness(.72); }
figcaption { margin-top: .6rem; }
figcaption .quiet { display: block; }
.legend { display: flex; align-items: center; gap: .75rem; color: var(--quiet); font-size: .875rem;
  margin-bottom: 1.5rem; }
.legend svg { width: 10rem; height: .625rem; }
code { font: .9em ui-monospace, "Cascadia Mono", "Source Code Pro", Consolas, monospace; }
footer { margin-top: 4rem; font-size: .875rem; }
@media (max-width: 44rem) { .two { grid-template-columns: 1fr; } .works td:nth-child(n+5), .works th:nth-child(n+5) {
  display: none; } .number { padding-inline-start: .75rem; } }
@media print { :root { color-scheme: light; --wall: #fff; --ink: #000; --quiet: #555; --line: #ccc; --rest: #eee;
  --mark: #3d6a82; } main { padding: 0; max-width: none; } tr, section > header { break-inside: avoid; }
  section > header, .two > div > header { break-after: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
