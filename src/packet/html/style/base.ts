export const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,h5{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:clamp(1.8rem,1.2rem + 2.2vw,2.5rem);font-weight:680;letter-spacing:-.025em}
h2{font-size:1.6rem;font-weight:660;letter-spacing:-.018em}
h3{font-size:1.15rem;font-weight:640;letter-spacing:-.008em}
h4{font-size:.95rem;font-weight:640}
h5{font-size:.9rem;font-weight:640}
p{margin:0 0 .75rem}
ul,ol{margin:0 0 .75rem;padding-left:1.2rem}
dl,dd,figure,blockquote{margin:0}
a{color:var(--accent);text-underline-offset:.2em}
code,pre,.code{font-family:ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.25rem}
main:focus{outline:none}
.sr{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--ink);color:var(--ground);padding:.6rem 1rem;border-radius:.5rem;z-index:9}
.skip:focus{top:1rem}
.top,.columns,footer{max-width:76rem;margin:0 auto;padding:0 1.5rem}
.top{padding-top:clamp(1.5rem,3vw,2.5rem);padding-bottom:1.75rem}
.eyebrow{color:var(--quiet);font-size:.9rem;margin-bottom:.35rem}
.identity{display:flex;flex-wrap:wrap;gap:.2rem 1.75rem;border-bottom:1px solid var(--line);padding-bottom:1rem;margin-top:.9rem;font-size:.88rem}
.identity div{display:flex;gap:.45rem;min-width:0}
.identity dd{min-width:0}
.identity dt{color:var(--quiet);flex:none}
.facts dt{color:var(--quiet);font-size:.82rem}
.columns{display:grid;grid-template-columns:13.5rem minmax(0,1fr);gap:3.5rem;align-items:start}
.columns.single{grid-template-columns:minmax(0,1fr)}
nav{position:sticky;top:1.5rem;font-size:.88rem;line-height:1.35}
nav ol{list-style:none;margin:0;padding:0;border-left:1px solid var(--line);counter-reset:n}
nav li{counter-increment:n}
nav a{display:flex;gap:.7rem;padding:.38rem 0 .38rem 1rem;margin-left:-1px;border-left:2px solid transparent;color:var(--quiet);text-decoration:none}
nav a::before{content:counter(n);min-width:1.2em;text-align:right;font-variant-numeric:tabular-nums}
nav a:hover,nav a:focus-visible{color:var(--ink);border-left-color:var(--accent)}
section{padding:0 0 4.5rem}
section.brief{padding-bottom:2.25rem}
section.brief .lead{margin-bottom:0}
section>h2{display:flex;gap:.85rem;align-items:baseline;margin-bottom:.5rem}
.ordinal{color:var(--quiet);font-weight:450;font-variant-numeric:tabular-nums;min-width:1.2em}
h3+.lead{margin-top:.3rem}
.lead{color:var(--quiet);max-width:42rem;margin-bottom:1.5rem;text-wrap:pretty}
footer{padding-top:1.5rem;padding-bottom:3rem;color:var(--quiet);font-size:.85rem}
footer p{border-top:1px solid var(--line);padding-top:1.5rem}
.badge{display:inline-block;padding:.08rem .6rem;border-radius:1rem;font-size:.82rem;font-weight:600;line-height:1.5;max-width:100%}
.badge.good{color:var(--good);background:var(--good-wash)}
.badge.warn{color:var(--warn);background:var(--warn-wash)}
.badge.bad{color:var(--bad);background:var(--bad-wash)}
.badge.quiet{color:var(--quiet);background:var(--wash)}
.nothing{color:var(--quiet)}
.plain{list-style:none;margin:0;padding:0}
.plain li{padding:.05rem 0}
ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em;text-decoration-skip-ink:none;background:var(--good-wash);color:var(--good);border-radius:.2rem;padding:0 .15em}
del{text-decoration:line-through;text-decoration-thickness:2px;background:var(--bad-wash);color:var(--bad);border-radius:.2rem;padding:0 .15em}
.note{color:var(--quiet);font-weight:450;font-size:.85rem;margin-left:.35rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1.1rem 2rem;margin:1.5rem 0}
.facts ul{margin:0;padding-left:1.1rem}
.sub{margin-top:2.5rem;scroll-margin-top:1.5rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:1.5rem 2.5rem;margin-bottom:1.5rem}
@media screen and (max-width:60rem){
html{scroll-padding-top:4rem}
.top,.columns,footer{padding-left:1rem;padding-right:1rem}
.columns{grid-template-columns:minmax(0,1fr);gap:1.5rem}
nav{top:0;z-index:5;margin:0 -1rem;background:var(--ground);border-bottom:1px solid var(--line);overflow-x:auto;scrollbar-width:thin}
nav ol{display:flex;border:0;padding:0 .5rem;width:max-content}
nav a{padding:.7rem .6rem;border:0;white-space:nowrap;gap:.35rem}
section{padding-bottom:3.25rem}
}
@media screen and (max-width:44rem){
.identity{gap:.15rem 1.25rem;font-size:.85rem}
section.brief{padding-bottom:2.25rem}
section.brief .lead{margin-bottom:0}
section>h2{gap:.5rem;font-size:1.4rem}
}
`;
