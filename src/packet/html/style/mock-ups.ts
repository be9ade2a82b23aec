export const MOCK_UPS = `
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1.75rem;color:var(--quiet);font-size:.88rem}
.field{border:1px dashed var(--accent);border-radius:.35rem;padding:0 .35em;background:var(--accent-wash);color:var(--accent);display:inline-block;max-width:100%;line-height:1.35}
.claim{text-decoration:underline;text-decoration-color:var(--good);text-decoration-thickness:2px;text-underline-offset:.2em}
.added{border-bottom:2px dotted var(--quiet)}
.proof{color:var(--good);border:1px solid var(--good);border-radius:.3rem;padding:0 .35em;font-size:.75em}
.added-block{border-left:3px dotted var(--edge);padding-left:1rem;color:var(--quiet);font-size:.92em}
.added-block .label{color:var(--quiet);font-weight:450;margin-bottom:.35rem;font-size:.8rem;font-family:system-ui,sans-serif}
.added-block hr{display:none}
.link{color:var(--accent);text-decoration:underline}
.note-block{background:var(--wash);border-radius:.7rem;padding:.8rem 1.2rem}
.step{border-top:1px solid var(--line);padding:1.75rem 0 1.25rem;margin-top:1.5rem}
.step>header{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:baseline;justify-content:space-between;margin-bottom:.9rem}
.day{display:inline-block;background:var(--ink);color:var(--ground);border-radius:1rem;padding:.1rem .75rem;font-size:.85rem;font-weight:600;margin-right:.4rem;font-variant-numeric:tabular-nums;letter-spacing:0;vertical-align:.1em}
.where{margin:0;color:var(--quiet);font-size:.82rem}
.only-if{color:var(--quiet)}
.language{margin-top:1.25rem}
.language>h4{margin-bottom:.8rem}
figcaption{color:var(--quiet);font-size:.85rem}
.when{margin:0;color:var(--quiet);font-size:.85rem}
.avatar{flex:none;display:inline-grid;place-items:center;width:2.1rem;height:2.1rem;border-radius:50%;background:var(--accent-wash);color:var(--accent);font-size:.78rem;font-weight:650;letter-spacing:.02em}
.phones{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1.5rem;align-items:stretch}
.phone{max-width:19.5rem;display:flex;flex-direction:column;gap:.7rem}
.screen{border:6px solid var(--bezel);border-radius:2rem;background:var(--screen);padding:1rem .85rem 1.6rem;min-height:17rem;flex:1}
.thread{display:flex;flex-direction:column;align-items:center;gap:.3rem;font-size:.8rem;font-weight:560;border-bottom:1px solid var(--line);padding-bottom:.7rem;margin-bottom:1rem}
.bubble{background:var(--bubble);border-radius:1.15rem 1.15rem 1.15rem .3rem;padding:.7rem .95rem;margin:0;max-width:15.5rem;font-size:.94rem;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
.length{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem 1.25rem;margin:1rem 0 0;font-size:.86rem;color:var(--quiet);font-variant-numeric:tabular-nums}
.length b{color:var(--ink)}
.length svg{width:9rem;height:.4rem;border-radius:.2rem;overflow:hidden}
.length .cut{fill:var(--ground)}
.track{fill:var(--line)}.fill{fill:var(--accent)}.over{fill:var(--bad)}
.inbox{border:1px solid var(--line);border-radius:.9rem;overflow:hidden;max-width:46rem}
.inbox .row{display:flex;flex-wrap:wrap;gap:.2rem .9rem;padding:.85rem 1.1rem;align-items:flex-start;background:var(--card)}
.inbox .row+.row{border-top:1px solid var(--line)}
.inbox dl{flex:1;min-width:0;font-size:.93rem;line-height:1.45}
.inbox .sender{font-size:.85rem;color:var(--quiet);overflow-wrap:anywhere}
.inbox .subject{font-weight:640}
.inbox .preheader{color:var(--quiet)}
.inbox .when{flex-basis:100%}
.arm{display:inline-block;border:1px solid var(--edge);border-radius:.3rem;padding:0 .4rem;font-size:.78rem;font-weight:600}
.mail{margin-top:1rem;max-width:46rem}
.mail figcaption{margin-bottom:.5rem}
.mail iframe{display:block;width:100%;height:var(--wide);border:1px solid var(--line);border-radius:.9rem;background:#fff;color-scheme:light}
summary{cursor:pointer;font-size:.88rem;color:var(--accent);padding:.45rem 0;width:fit-content}
.twin pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--wash);border-radius:.7rem;padding:1rem 1.2rem;line-height:1.55}
.wording{margin-top:.5rem}
.post,.portal{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr) minmax(0,1.35fr);align-items:start;background:var(--desk);border-radius:1rem;padding:1.5rem}
.front{position:relative;aspect-ratio:220/110;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;padding:.9rem 1rem;box-shadow:0 1px 3px rgb(0 0 0/.08)}
.return{font:.68rem/1.5 Georgia,"Times New Roman",serif;white-space:pre-line;max-width:58%;margin:0}
.stamp{position:absolute;right:.9rem;top:.9rem;width:1.8rem;height:2.2rem;border:1px dashed var(--edge);margin:0}
.window{position:absolute;left:14%;bottom:12%;width:60%;border:1px solid var(--line);border-radius:.3rem;background:var(--wash);padding:.55rem .7rem;font-size:.7rem;color:var(--quiet);margin:0}
.post figcaption,.portal figcaption{margin-top:.6rem}
.sheet{background:var(--paper);border:1px solid var(--line);box-shadow:0 1px 3px rgb(0 0 0/.08);padding:clamp(1.25rem,4vw,2.4rem);min-height:24rem;font:1rem/1.6 Georgia,"Times New Roman",serif}
.letterhead{font-weight:700;border-bottom:1px solid var(--line);padding-bottom:.8rem;margin-bottom:1.4rem}
.heading{font-weight:700;font-size:1.1em}
.toast p{display:flex;gap:.8rem;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:.8rem 1rem;box-shadow:0 6px 18px rgb(0 0 0/.07);margin:0;font-size:.92rem}
.said{display:grid;min-width:0}
.said>*{min-width:0}
.window-bar{display:flex;gap:.35rem;padding:.6rem .9rem;background:var(--wash);border:1px solid var(--line);border-bottom:0;border-radius:.9rem .9rem 0 0}
.window-bar i{width:.55rem;height:.55rem;border-radius:50%;background:var(--edge)}
.behind{background:var(--card);border:1px solid var(--line);border-radius:0 0 .9rem .9rem;padding:1.4rem 1.5rem}
.sites{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:1.5rem}
.site{max-width:24rem}
.window-bar{align-items:center}
.window-bar .address{margin-left:.5rem;font-size:.8rem;color:var(--quiet);background:var(--ground);border-radius:1rem;padding:.05rem .8rem;flex:1;min-width:0;overflow-wrap:anywhere}
.site .behind{min-height:11rem}
.site figcaption{margin-top:.6rem}
.blocks{list-style:none;margin:.6rem 0 0;padding:0;display:grid;grid-template-columns:minmax(0,1fr);gap:.4rem;font-size:.85rem;color:var(--quiet)}
.blocks li{background:var(--wash);border-radius:.4rem;padding:.35rem .7rem}
.behind .subject{font-size:1.15rem;font-weight:650}
.call{list-style:none;padding:0;margin:1rem 0 0;max-width:52rem}
.call>li{position:relative;padding:0 0 1.6rem 2.1rem}
.call>li::before{content:"";position:absolute;left:.32rem;top:.3rem;width:.8rem;height:.8rem;border-radius:50%;border:3px solid var(--accent);background:var(--ground);z-index:1}
.call>li:not(:last-child)::after{content:"";position:absolute;left:.66rem;top:.6rem;bottom:-.4rem;border-left:2px solid var(--line)}
.call>.gate::before{border-radius:.15rem;rotate:45deg;border-color:var(--clinical)}
.call>.gate{margin:0}
.call>.gate>*{background:var(--clinical-wash);padding:.9rem 1.2rem 0;margin:0;border-radius:.8rem .8rem 0 0}
.call>.gate>p{padding:.2rem 1.2rem 1rem;border-radius:0 0 .8rem .8rem}
.call>.handoff::before{border-color:var(--warn)}
.call h4{margin-bottom:.6rem}
.ways,.objections{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:.9rem}
.way{border:1px solid var(--line);border-radius:.8rem;padding:.9rem 1.1rem}
.way h5{margin-bottom:.4rem}
.way p:last-child{margin-bottom:0}
.end{color:var(--quiet);font-size:.85rem;margin-top:.6rem}
.spoken{display:grid;gap:.6rem;grid-template-columns:minmax(0,1fr)}
.spoken blockquote p{margin:0}
.tongue{display:block;font-size:.76rem;color:var(--quiet)}
.chips{margin-top:.9rem;font-size:.9rem}
.chip{display:inline-block;background:var(--wash);border-radius:1rem;padding:.05rem .75rem;font-size:.85rem}
@media screen and (max-width:44rem){
.post,.portal{grid-template-columns:minmax(0,1fr);padding:1rem}
.mail iframe{height:var(--narrow)}
.phone{max-width:none}
.screen{max-width:19.5rem;width:100%;margin:0 auto}
}
`;
