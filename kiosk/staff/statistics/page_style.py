"""How the page of the statistics looks, besides what it has in common with other pages."""

STYLE = """
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 3.5rem 4rem; }
svg { display: block; }
.chart { width: 100%; height: auto; overflow: visible; }
.mark { fill: var(--mark); } .rest { fill: var(--rest); }
.grid { stroke: var(--line); stroke-width: 1; }
.chart text { fill: var(--quiet); font-size: 13px; font-variant-numeric: tabular-nums; }
.chart .scale { text-anchor: end; } .chart .date { text-anchor: middle; }
.bar { width: 100%; height: 6px; margin-top: .35rem; }
td, th { text-align: start; vertical-align: middle; padding: .55rem 0; border-top: 1px solid var(--line); }
th { border: 0; text-align: end; white-space: nowrap; }
th:nth-child(2) { text-align: start; }
.list tr:first-child td { border-top: 0; }
.list td:first-child { width: 100%; }
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
@media screen and (max-width: 44rem) { .two { grid-template-columns: 1fr; } .works td:nth-child(n+5),
  .works th:nth-child(n+5) { display: none; } .number { padding-inline-start: .75rem; } }
@media print { .list tr:first-child { break-after: avoid; } .maps { grid-template-columns: repeat(2, 1fr); }
  .map { max-height: 90mm; }
  td, th { padding: .4rem 0; } }
"""
