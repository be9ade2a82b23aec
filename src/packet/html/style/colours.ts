/** Each pair of text and ground keeps 4.5 to 1 in both schemes. */
export const COLOURS = `
:root{
color-scheme:light dark;
--ground:#fff;--wash:#f4f7f8;--card:#fff;
--ink:#14212b;--quiet:#4f5e6a;--line:#dbe2e7;--edge:#b6c1ca;
--accent:#0b5d74;--accent-wash:#e6f2f5;
--good:#17663a;--good-wash:#ebf6ef;--warn:#7d4b00;--warn-wash:#fcf4e3;--bad:#ab1f14;--bad-wash:#fdf0ee;
--clinical:#6a3a95;--clinical-wash:#f5eefb;
--bezel:#1c262e;--screen:#fff;--bubble:#e9edf0;--paper:#fffefb;--desk:#edf1f3
}
@media (prefers-color-scheme:dark){:root{
--ground:#10161b;--wash:#182027;--card:#161e24;
--ink:#e8edf0;--quiet:#a7b4be;--line:#2b363f;--edge:#4a5963;
--accent:#7cc7dc;--accent-wash:#12303a;
--good:#7fd3a0;--good-wash:#12291c;--warn:#efc06a;--warn-wash:#2c2211;--bad:#ff9d90;--bad-wash:#341714;
--clinical:#d3b1f0;--clinical-wash:#271a33;
--bezel:#3b4852;--screen:#0b1013;--bubble:#25313a;--paper:#1a2228;--desk:#0c1216
}}
`;
