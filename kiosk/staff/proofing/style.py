"""How a proof sheet looks, on a screen and on A4."""

STYLE = """
:root { --ink: #1d1b18; --quiet: #6a645a; --line: #d9d3c7; --paper: #fff; --desk: #ece8e0; --pen: #b3261e;
  --blue: #2b5c7c;
  --sans: "Source Sans Pro", "Source Sans 3", "Noto Sans Arabic", "Noto Sans KR", "Noto Sans CJK KR", NanumGothic,
    "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans", "Segoe UI", system-ui, sans-serif; }
html { font-size: 16px; }
body { margin: 0; background: var(--desk); color: var(--ink); font: 1rem/1.45 var(--sans);
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, h2, h3, p, dl, dd, ul, ol, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
.page { max-width: 68rem; margin: 1.5rem auto; padding: 3rem 3.25rem;
  background: var(--paper);
  box-shadow: 0 1px 3px #0002, 0 8px 30px #0001; }
.eyebrow { color: var(--quiet); font-size: .8125rem; }
h1 { font: 400 3.25rem/1.1 var(--serif); letter-spacing: -.015em; margin: .75rem 0 1.5rem; }
h2 { font: 400 1.75rem/1.2 var(--serif); margin-bottom: 1.25rem; }
.front { border-top: 6px solid var(--ink); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem; font-size: .9375rem; }
.facts dt { color: var(--quiet); }
.facts dd { overflow-wrap: anywhere; }
.digest { font: .8125rem/1.6 var(--mono); }
.front .sign { margin-top: 3rem; max-width: 34rem; }
.parts { max-width: 68rem; margin: 1.5rem auto; padding: 0 3.25rem; display: flex; flex-wrap: wrap; gap: .25rem .5rem;
  align-items: baseline; color: var(--quiet); font-size: .9375rem; }
.parts a { min-width: 2.25rem; padding: .25rem .5rem; border: 1px solid var(--line); border-radius: 3px;
  background: var(--paper); color: var(--blue); text-align: center; text-decoration: none; }
.parts a:hover { border-color: var(--blue); }
.parts a[aria-current] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.columns { display: grid; grid-template-columns: repeat(var(--n), minmax(0, 1fr)); border-top: 1px solid var(--ink); }
.columns > section { padding: .65rem 1.1rem 1rem; border-left: 1px solid var(--line); overflow-wrap: anywhere; }
.columns[data-n="1"] > section, .columns[data-n="2"] > section:nth-child(2n + 1),
.columns[data-n="3"] > section:nth-child(3n + 1), .columns[data-n="4"] > section:nth-child(4n + 1) { border-left: 0;
  padding-left: 0; }
.language { color: var(--quiet); font-size: .75rem; margin-bottom: .55rem; direction: ltr; text-align: left; }
[dir="rtl"] > .language { text-align: right; }
.label p + p { margin-top: .2rem; }
.label .creator { font-weight: 600; }
.label .title, .label .exhibition { font: italic 1.1875rem/1.3 var(--serif); }
.label .exhibition { font-style: normal; }
.label .upright { font-style: normal; font-family: var(--sans); font-weight: 600; }
.label .description { font: 1rem/1.5 var(--serif); margin: .55rem 0; }
.label .description + .description { margin-top: -.2rem; }
:lang(ar) .label .description, :lang(fa) .label .description, .label .sans { font-family: var(--sans); }
.label .creator-bio, .label .date, .label .medium, .label .dimensions, .label .subtitle, .label .dates, .label .venue {
  font-size: .9375rem; }
.label .credit, .label .accession, .label .rights { font-size: .8125rem; color: var(--quiet); }
.label .credit { margin-top: .55rem; }
.part { margin-top: .8rem; padding-top: .5rem; border-top: 1px dotted #a9a294; font-size: .875rem; }
.part > h4 { margin: 0 0 .1rem; font: 600 .75rem/1.4 var(--sans); color: var(--quiet); direction: ltr;
  text-align: left; }
[dir="rtl"] .part > h4, [dir="rtl"] > .missing { text-align: right; }
.part .description { font-size: inherit; line-height: 1.4; margin: 0; }
.part .creator { font-size: 1rem; }
.foreign { color: var(--pen); text-decoration: underline dotted 1px; text-underline-offset: .25em; }
.tag, .missing { color: var(--pen); font: 600 .75rem/1.4 var(--sans); font-style: normal; direction: ltr;
  unicode-bidi: isolate; white-space: nowrap; }
.missing { white-space: normal; margin-top: .8rem; }
.work > header { display: flex; align-items: baseline; gap: .9rem; margin-bottom: 1rem; }
.work > header .number { font: 400 1.75rem/1 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.work > header h2 { font-size: 1.25rem; margin: 0; flex: 1; min-width: 0; overflow-wrap: anywhere; }
.work > header code { color: var(--quiet); font: .8125rem/1 var(--mono);
  overflow-wrap: anywhere; max-width: 45%; }
.top { display: grid; grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr); gap: 2rem; margin-bottom: 1.25rem; }
.frame { position: relative; width: fit-content; max-width: 100%; line-height: 0; }
.frame img { max-width: 100%; max-height: 25rem; width: auto; height: auto; }
.box, .focus { position: absolute; pointer-events: none; }
.box { border: 1.5px solid #fff; outline: 1.5px solid var(--pen); outline-offset: 0; }
.safe { border: 1.5px dashed #fff; outline: 1.5px dashed var(--blue); }
.box b { position: absolute; left: -1px; top: -1px; background: var(--pen); color: #fff; min-width: 1.35em;
  padding: 0 .3em; font: 600 .75rem/1.35 var(--sans); text-align: center; }
.focus { width: 1.25rem; height: 1.25rem; margin: -.625rem; border: 1.5px solid #fff; outline: 1.5px solid var(--blue);
  border-radius: 50%; }
.focus::after { content: ""; position: absolute; inset: 42%; background: var(--blue); outline: 1px solid #fff;
  border-radius: 50%; }
figcaption { margin-top: .5rem; color: var(--quiet); font-size: .75rem; overflow-wrap: anywhere; }
.card { display: flex; flex-direction: column; justify-content: center; min-height: 11rem; padding: 1.5rem;
  border: 1px solid var(--line); background: #f7f4ee; }
.card.broken { border: 1.5px dashed var(--pen); background: #fdf4f3; }
.card b { font: 400 1.125rem/1.4 var(--serif); overflow-wrap: anywhere; }
.card span { color: var(--quiet); font-size: .875rem; margin-top: .35rem; }
.work .facts { font-size: .8125rem; gap: .15rem 1rem; margin-bottom: .9rem;
  grid-template-columns: repeat(3, max-content minmax(0, 1fr)); }
.sign { font-size: .8125rem; }
.sign ol { display: flex; gap: 1.5rem; margin-bottom: .9rem; }
.sign li::before { content: ""; display: inline-block; width: .85rem; height: .85rem; border: 1px solid var(--ink);
  margin-inline-end: .5rem; vertical-align: -.12rem; }
.sign .fill { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.sign .fill span { border-bottom: 1px solid var(--ink); height: 1.75rem; color: var(--quiet); line-height: 1; }
.lines { height: 9.5rem; margin-top: .25rem; background: repeating-linear-gradient(transparent 0 calc(1.9rem - 1px),
  var(--line) calc(1.9rem - 1px) 1.9rem); }
.problems { margin-top: 1rem; font-size: .8125rem; }
.problems li { display: grid; grid-template-columns: 4.5rem 1fr; padding: .3rem 0; border-top: 1px solid var(--line); }
.problems .remedy { color: var(--quiet); }
.severity { font-weight: 600; } .error, .warning { color: var(--pen); } .hint { color: var(--blue); }
.problems .place { color: var(--quiet); }
footer { max-width: 68rem; margin: 0 auto 3rem; padding: 0 3.25rem; color: var(--quiet); font-size: .8125rem; }
@media screen and (max-width: 50rem) { .page { padding: 1.5rem; margin: .5rem; } .top { grid-template-columns: 1fr; }
  .columns { grid-template-columns: 1fr; } .columns > section { border: 0; border-top: 1px solid var(--line);
  padding: .65rem 0; } }
@page {
  @bottom-left { content: var(--running); font: 8pt "Source Sans Pro", sans-serif; color: #6a645a; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Source Sans Pro", sans-serif;
    color: #6a645a; } }
@media print { .parts { display: none; } .label .description { font-size: .9375rem; line-height: 1.42; }
  html { font-size: 8.25pt; } body { background: none; } .page { max-width: none; margin: 0; padding: 0;
  box-shadow: none; } .front { break-after: page; padding-top: 8mm; } .works { break-before: page; }
  .chapter + .chapter { margin-top: 10mm; } h1 { font-size: 34pt; } .front { font-size: 9.5pt; }
  .work { break-inside: avoid; padding: 4mm 0 6mm; } .work + .work { border-top: 2px solid var(--ink); }
  .work > header, .top, .columns > section .part, figure, .problems li { break-inside: avoid; }
  .work > header { break-after: avoid; } .top { break-after: avoid; } .frame img { max-height: 74mm; }
  footer { padding: 0; margin: 6mm 0 0; } }
"""
