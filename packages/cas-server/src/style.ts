/** The product's look in one small sheet: paper white, ink, celadon; the page loads nothing else. */
export const styleSheet = `
:root { color-scheme: light dark; --paper: #fbfaf5; --card: #ffffff; --ink: #1d2422; --soft: #56605c; --line: #dcdcd0;
  --celadon: #2f6f62; --celadon-pale: #e6efea; --seal: #b23a2a; }
@media (prefers-color-scheme: dark) { :root { --paper: #141917; --card: #1d2422; --ink: #eceee8; --soft: #a9b3ae;
  --line: #36403c; --celadon: #8cc7b8; --celadon-pale: #22332e; --seal: #ee9182; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "PingFang SC",
  "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 880px; margin: 0 auto; padding: 40px 16px 64px; }
header { display: flex; align-items: center; gap: 16px; }
header svg { width: 44px; height: 44px; fill: #fff; flex: none; }
header svg .ground { fill: var(--celadon); }
h1 { font-size: 26px; line-height: 1.3; margin: 0; }
.demo { display: inline-block; border: 1.5px solid var(--seal); color: var(--seal); border-radius: 4px; padding: 0 8px;
  font-size: 14px; font-weight: 600; }
[lang=en] { display: block; }
.lead { color: var(--soft); margin: 8px 0 24px; max-width: 40em; }
.find { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 0 0 24px; }
.find label { display: block; font-size: 15px; font-weight: 600; flex: 1 1 240px; }
.find input { display: block; width: 100%; min-height: 48px; margin-top: 4px; padding: 8px 12px; font: inherit;
  color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 8px; }
.find button, .find a { min-height: 48px; padding: 8px 24px; font: inherit; font-weight: 600; border-radius: 8px;
  border: 1px solid var(--celadon); background: transparent; color: var(--celadon); cursor: pointer; }
.find a { display: inline-flex; align-items: center; text-decoration: none; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); }
li form, li button { height: 100%; }
li button { display: flex; flex-flow: row wrap; gap: 0 8px; align-content: start; width: 100%; min-height: 112px; padding: 16px; text-align: start; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--line); border-radius: 12px; cursor: pointer; }
li button:hover { border-color: var(--celadon); background: var(--celadon-pale); }
:focus-visible { outline: 3px solid var(--celadon); outline-offset: 2px; }
.name { flex: 1 1 0; font-size: 20px; font-weight: 600; line-height: 1.4; }
.identity { flex: 0 0 100%; color: var(--celadon); }
.abilities { flex: 0 0 100%; color: var(--soft); font-size: 15px; margin-top: 4px; }
.username { color: var(--soft); font-size: 14px; font-weight: 400; }
footer { margin-top: 40px; border-top: 1px solid var(--line); padding-top: 16px; color: var(--soft); font-size: 15px; }
a { color: var(--celadon); }
`;
