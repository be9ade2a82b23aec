import type { DailyLoad } from "./capacity.ts";

const WIDTH = 720;
const PANEL = 120;
const GAP = 46;
const LEFT = 44;
const TOP = 22;

interface Panel {
  readonly title: string;
  readonly of: (load: DailyLoad) => number;
  readonly limit: number | null;
  readonly fill: string;
}

/**
 * Touches, calls and bookings of each day as bars, with the declared limit as a line: an SVG that stands alone, with its
 * numbers as text for whoever does not see it.
 */
export function capacityChart(loads: readonly DailyLoad[], campaign: string): string {
  const panels: readonly Panel[] = [
    { title: "Touches a day", of: ({ touches }) => touches, limit: null, fill: "#3b6ea5" },
    { title: "Calls a day", of: ({ calls }) => calls, limit: loads[0]?.callLimit ?? null, fill: "#2f7d5b" },
    {
      title: "Bookings a day",
      of: ({ bookings }) => bookings,
      limit: loads[0]?.bookingLimit ?? null,
      fill: "#8a5a9e",
    },
  ];
  const height = TOP + panels.length * (PANEL + GAP);
  const told = panels.map((panel) => spoken(panel, loads)).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="t">${escaped(`Simulated load of ${campaign}`)}</title>`,
    `<desc id="d">${escaped(told)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...panels.map((panel, index) => panelSvg(panel, loads, TOP + index * (PANEL + GAP))),
    "</svg>",
    "",
  ].join("\n");
}

function panelSvg({ title, of, limit, fill }: Panel, loads: readonly DailyLoad[], y: number): string {
  const most = Math.max(1, limit ?? 0, ...loads.map(of));
  const scale = PANEL / most;
  const step = (WIDTH - LEFT - 8) / Math.max(1, loads.length);
  const bars = loads.map((load, index) => {
    const tall = of(load) * scale;
    const x = LEFT + index * step;
    return `<rect x="${fixed(x)}" y="${fixed(y + PANEL - tall)}" width="${fixed(Math.max(1, step - 1.5))}" height="${fixed(tall)}" fill="${fill}"><title>${load.day}: ${of(load)}</title></rect>`;
  });
  const line =
    limit === null
      ? ""
      : `<line x1="${LEFT}" x2="${WIDTH - 8}" y1="${fixed(y + PANEL - limit * scale)}" y2="${fixed(y + PANEL - limit * scale)}" stroke="#b3261e" stroke-width="1.5" stroke-dasharray="5 3"/>` +
        `<text x="${WIDTH - 8}" y="${fixed(y + PANEL - limit * scale - 4)}" text-anchor="end" fill="#b3261e">limit ${limit}</text>`;
  return [
    `<text x="${LEFT}" y="${y - 7}" fill="#1d1d1f" font-weight="600">${title}</text>`,
    `<text x="${LEFT - 6}" y="${y + 10}" text-anchor="end" fill="#55555c">${most}</text>`,
    `<text x="${LEFT - 6}" y="${y + PANEL}" text-anchor="end" fill="#55555c">0</text>`,
    ...bars,
    line,
    `<line x1="${LEFT}" x2="${WIDTH - 8}" y1="${y + PANEL}" y2="${y + PANEL}" stroke="#8e8e93"/>`,
    `<text x="${LEFT}" y="${y + PANEL + 14}" fill="#55555c">${loads[0]?.day ?? ""}</text>`,
    `<text x="${WIDTH - 8}" y="${y + PANEL + 14}" text-anchor="end" fill="#55555c">${loads.at(-1)?.day ?? ""}</text>`,
  ].join("\n");
}

function spoken({ title, of, limit }: Panel, loads: readonly DailyLoad[]): string {
  const counts = loads.map(of);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...counts);
  const against = limit === null ? "" : ` of a limit of ${limit}`;
  return `${title}: ${total} in ${loads.length} days, at most ${most} on one day${against}.`;
}

function fixed(number: number): string {
  return String(Math.round(number * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
