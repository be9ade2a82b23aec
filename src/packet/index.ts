export { type PacketInput, packetModel } from "./build/packet-model.ts";
export { type Decision, decisionOf } from "./decision.ts";
export { indexHtml, type PacketLocation } from "./html/index-page.ts";
export { packetHtml } from "./html/packet.ts";
export { code, md, mdTable } from "./markdown/escape.ts";
export { packetMarkdown } from "./markdown/packet.ts";
export type * from "./model.ts";
