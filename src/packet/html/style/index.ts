import { BASE } from "./base.ts";
import { CHARTS } from "./charts.ts";
import { COLOURS } from "./colours.ts";
import { MOCK_UPS } from "./mock-ups.ts";
import { PAPER } from "./paper.ts";
import { SECTIONS } from "./sections.ts";
import { TABLES } from "./tables.ts";

/** The style sheet of every page, later parts over earlier ones; paper last. */
export const STYLE: string = [COLOURS, BASE, TABLES, SECTIONS, CHARTS, MOCK_UPS, PAPER].join("");
