/** On paper everything is open, nothing sticks, and a picture is not torn over two pages. */
export const PAPER = `
@media print{
:root{--ground:#fff;--wash:#f4f6f7;--card:#fff;--ink:#000;--quiet:#3d4953;--line:#c6ced4;--edge:#9aa7b1;--accent:#0b5d74;--accent-wash:#eef5f7;--good:#17663a;--good-wash:#fff;--warn:#7d4b00;--warn-wash:#fff;--bad:#ab1f14;--bad-wash:#fff;--clinical:#6a3a95;--clinical-wash:#fff;--bezel:#1c262e;--screen:#fff;--bubble:#eef1f3;--paper:#fff;--desk:#fff;color-scheme:light}
@page{margin:16mm 15mm}
html{font-size:82%}
body{line-height:1.45}
nav,.skip{display:none}
.top,.columns,footer{max-width:none;padding-left:0;padding-right:0}
.top{padding-top:0}
.columns{display:block}
section{padding-bottom:1.5rem}
h2,h3,h4,h5,caption,figcaption{break-after:avoid}
tr,figure.phone,.change,.site,.envelope,.claim-card,.checklist li,.way,.edges,.verdict,.question,.timeline,.load,.call>li{break-inside:avoid}
#messages{break-before:page}
.phones{grid-template-columns:repeat(3,minmax(0,1fr))}
.screen{min-height:0}
.scroll{overflow:visible}
.matrix{font-size:.72rem}
.matrix th,.matrix td{padding:.25rem .3rem}
.matrix thead tr:last-child th{min-width:0}
.matrix th[scope=row]{position:static;white-space:normal}
details::details-content{content-visibility:visible;block-size:auto;opacity:1}
details>summary{list-style:none;color:inherit;font-weight:600}
details>summary::-webkit-details-marker{display:none}
.badge{border:1px solid currentcolor}
.timeline,.load{min-width:0}
*{print-color-adjust:exact}
}
`;
