/**
 * The style of every print sheet, the same text in each, so that a server can allow it by one hash (Content-Security-Policy). A4, nothing below
 * 12 points, black on white, no colours that a copier loses.
 */
export const printStyle = `
@page { size: A4; margin: 0 }
@page wide { size: A4 landscape; margin: 12mm 10mm }
@page flow { size: A4; margin: 20mm 18mm 16mm }
@page tight { size: A4; margin: 12mm 14mm }
* { box-sizing: border-box }
html { background: #e8e8e8; color: #000; font: 14pt/1.6 "Songti SC", SimSun, "Noto Serif CJK SC", "Source Han Serif SC", serif }
body { margin: 0 }
.sheet { position: relative; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 18mm 18mm 16mm; background: #fff; break-after: page; overflow-wrap: anywhere }
.sheet:last-child { break-after: auto }
h1 { margin: 0 0 6mm; font: bold 26pt/1.35 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; text-align: center; text-wrap: balance }
h2 { margin: 6mm 0 2mm; font: bold 15pt/1.4 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; break-after: avoid }
h3 { margin: 3mm 0 1mm; font: bold 14pt/1.4 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; break-after: avoid }
p { margin: 0 0 1.5mm }
.text { text-indent: 2em; text-align: justify }
.poster { font-size: 20pt; line-height: 1.75 }
.poster h2 { font-size: 22pt }
.dense { font-size: 15pt; line-height: 1.6 }
.dense h2 { font-size: 16pt }
.denser { font-size: 12pt; line-height: 1.45 }
.denser h2 { font-size: 13pt; margin-top: 3mm }
.poster h1 { font-size: 36pt; margin: 4mm 0 10mm }
.denser h1 { font-size: 26pt; margin: 0 0 5mm }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 4mm; margin: 0 0 4mm }
.facts dt { font-weight: bold; white-space: nowrap }
.facts dd { margin: 0 }
ol { margin: 0; padding-left: 1.8em }
.closing { display: flex; justify-content: space-between; align-items: flex-end; margin-top: 10mm; break-inside: avoid }
.closing .who { text-align: right; flex: 1; padding-right: 6mm }
.seal { width: 60mm; height: 60mm; border: 1px dashed #777; color: #555; font-size: 12pt; display: flex; align-items: flex-end; justify-content: center; padding-bottom: 3mm }
table { width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 1.35 }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid #000; padding: 1mm 1.5mm; text-align: center; vertical-align: middle }
th { white-space: nowrap; font-family: SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif }
td.left { text-align: left }
.rows td { height: 9.6mm }
.tally td, .tally th { height: 11mm }
.count-sheet { padding: 12mm 18mm 8mm }
.count-sheet h1, .count-sheet h2 { margin: 3mm 0 1.5mm }
.count-sheet .rows td { height: 8mm }
.marks { width: 110mm }
.slip { font-size: 14pt }
.slip th { width: 46mm; height: 13mm }
.promise { margin-top: 6mm }
.wide h1 { font-size: 20pt; margin-bottom: 3mm }
.wide td, .wide th { padding: .6mm 1mm; line-height: 1.25 }
.form .tall td { height: 24mm; vertical-align: top }
.tear { margin-top: 5mm; padding-top: 3mm; font-size: 12pt; border-top: 1px dashed #777; break-inside: avoid }
.journey h1 { margin-bottom: 2mm; font-size: 20pt }
.journey h2 { margin: 3mm 0 1mm; font-size: 13pt }
.journey .sub, .journey .facts { margin-bottom: 2mm; font-size: 12pt; line-height: 1.3 }
.journey .small { margin: 0 0 1mm; line-height: 1.3 }
.journey td:nth-child(1) { width: 34mm }
.journey td:nth-child(2) { width: 20mm }
.journey td:nth-child(3) { width: 18mm }
.journey td, .journey th { padding: .3mm 1.5mm; line-height: 1.25 }
.visits h1 { margin-bottom: 3mm; font-size: 20pt }
.visits .facts { margin-bottom: 3mm; grid-template-columns: max-content 1fr max-content 1fr }
.visits td { height: 15mm }
.visits th { white-space: normal }
.visits td:nth-child(1) { width: 22mm }
.visits td:last-child { width: 30mm }
.visits .small { margin-top: 3mm }
.nowrap { white-space: nowrap }
.number { text-align: center }
.sign { width: 32mm }
.note { width: 20mm }
.sub { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 0 6mm; margin-bottom: 3mm; font-size: 12pt }
.foot { position: absolute; left: 18mm; right: 18mm; bottom: 8mm; display: flex; justify-content: space-between; font-size: 12pt; color: #333 }
.half { height: 128mm; break-inside: avoid }
.half + .half { border-top: 1px dashed #777; padding-top: 8mm; margin-top: 4mm }
.half h1 { font-size: 22pt; margin-bottom: 2mm }
.choices { display: flex; justify-content: space-around; margin: 7mm 0 5mm; font: bold 18pt/1 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; text-align: center }
.circle { display: block; width: 17mm; height: 17mm; margin: 4mm auto 0; border: 1.5px solid #000; border-radius: 50% }
.signs { display: flex; gap: 4mm 10mm; flex-wrap: wrap; margin-top: 8mm; break-inside: avoid }
.signs span { flex: 1 1 70mm; border-bottom: 1px solid #000; padding-bottom: 1mm }
.signs .whole { flex-basis: 100% }
.small { font-size: 12pt }
.thirds { padding-top: 8mm }
.third { height: 90mm; overflow: hidden; break-inside: avoid; font-size: 12pt; line-height: 1.4 }
.third + .third { border-top: 1px dashed #777; padding-top: 3mm }
.third h2 { margin: 0 0 1mm; text-align: center }
.third .sub { margin-bottom: 1mm }
.third .facts { margin: 0 0 1mm; gap: 0 3mm }
.third .signs { margin-top: 4mm }
.code { font: bold 20pt/1.2 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; letter-spacing: 0.05em }
.wide { width: 297mm; min-height: 210mm; padding: 12mm 10mm }
.ledger th { white-space: normal }
.ledger td.short { white-space: nowrap }
.scan { display: flex; gap: 8mm; align-items: center; margin: 6mm 0; break-inside: avoid }
.scan .facts { margin-bottom: 2mm }
.qr { flex: none; width: 50mm; height: 50mm }
.report { display: flex; gap: 5mm; align-items: center; margin: 2mm 0; text-align: left; break-inside: avoid }
.report p { margin-bottom: .5mm; line-height: 1.3 }
.report .qr { width: 30mm; height: 30mm }
.third .report { gap: 3mm; margin: 0 }
.third .report .qr { width: 22mm; height: 22mm }
.third .report .code { font-size: 14pt }
.call .qr { width: 78mm; height: 78mm }
.call .scan { margin-top: 8mm; padding: 6mm; border: 2px solid #000 }
.call .scan p { margin-bottom: 3mm; line-height: 1.4 }
.issuer { text-align: right }
.consent h1 { margin-bottom: 3mm }
.consent th { width: 22mm; text-align: left }
.agree { margin: 4mm 0 3mm }
.agree td { line-height: 1.3 }
.badges { display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 62mm; align-content: start; padding: 12mm }
.badge { border: 1px dashed #777; padding: 5mm; display: flex; flex-direction: column; justify-content: space-between; align-items: center; text-align: center; break-inside: avoid }
.badge strong { font: bold 34pt/1.2 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif }
.badge .mark { min-height: 11mm; font: bold 20pt/11mm SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif }
@media print { html { background: none } .sheet { margin: 0 } .flow { page: flow; width: auto; min-height: 0; padding: 0 } .flow .foot { position: static; margin-top: 6mm } .wide { page: wide; width: auto; min-height: 0; padding: 0 } .journey { page: tight } .journey .foot { margin-top: 2mm } }
@media screen and (max-width: 220mm) { .sheet { width: auto; min-height: 0; margin: 0 0 4mm; padding: 6mm 5mm 14mm } .foot { position: static; margin-top: 6mm } th, .nowrap { white-space: normal } th, td { padding: 1mm } .closing { flex-wrap: wrap; gap: 4mm } .closing .who { flex: 1 1 100% } .seal { width: 45mm; height: 45mm; margin-left: auto } }
`;
