import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { problemOf, removeFile, writeFile } from "../../host/index.ts";
import { judgeSql } from "../../judge/index.ts";
import { indexHtml, type PacketModel, packetHtml, packetMarkdown } from "../../packet/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";

const INDEX = "index.html";
/** All that a build writes for a campaign: what it may also remove. */
const OF_A_CAMPAIGN = [
  "plan.json",
  "provenance.json",
  "packet.html",
  "packet.md",
  "release.json",
  "judge.sql",
] as const;
type CampaignFile = (typeof OF_A_CAMPAIGN)[number];

/** Campaign ids are kebab-case; a text that is none, in a file with errors, must not lead out of the folder. */
const IS_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The folder of a build: a folder for each campaign that stands, and an index. */
export class Folder {
  constructor(
    private readonly path: string,
    /** The folder as messages name it. */
    private readonly shown: string,
  ) {}

  /**
   * Writes the plan and the packet of a campaign, and gives the path of the packet as shown.
   *
   * @param release the plan with its signatures; nothing: an earlier one is removed, since it is of another plan
   */
  writeCampaign(
    model: PacketModel,
    { json, plan, provenance }: CompiledPlan,
    release: string | undefined,
  ): string {
    const texts: Readonly<Record<CampaignFile, string | undefined>> = {
      "plan.json": `${json}\n`,
      "provenance.json": `${JSON.stringify(provenance, undefined, 2)}\n`,
      "packet.html": packetHtml(model),
      "packet.md": packetMarkdown(model),
      "release.json": release,
      // To read, and outside every digest: whoever runs a plan derives it anew.
      "judge.sql": judgeSql(plan),
    };
    const { campaign } = model.identity;
    if (!IS_ID.test(campaign)) throw new Error(`a plan was made for "${campaign}", which is no id`);
    for (const name of OF_A_CAMPAIGN) {
      const text = texts[name];
      if (text === undefined) removeFile(join(this.path, campaign, name), join(this.shown, campaign, name));
      else this.write(join(campaign, name), text);
    }
    return join(this.shown, campaign, "packet.html");
  }

  /** Writes the page that lists all packets, and gives its path as shown. */
  writeIndex(models: readonly PacketModel[], organization: string): string {
    this.write(INDEX, indexHtml(models, organization));
    return join(this.shown, INDEX);
  }

  /** Removes what earlier builds wrote for campaigns that no longer stand: nobody shall review or run an old plan. */
  keepOnly(campaigns: ReadonlySet<string>): void {
    for (const name of this.earlier()) if (!campaigns.has(name)) this.remove(name);
  }

  /** Removes what an earlier build wrote for a campaign; anything else in its folder stays. */
  remove(campaign: string): void {
    if (!IS_ID.test(campaign)) return;
    const folder = join(this.path, campaign);
    for (const name of OF_A_CAMPAIGN) removeFile(join(folder, name), join(this.shown, campaign, name));
    try {
      if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
    } catch (error) {
      throw problemOf(error, `remove ${join(this.shown, campaign)}`);
    }
  }

  private earlier(): readonly string[] {
    return readdirSync(this.path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(this.path, entry.name, "plan.json")))
      .map((entry) => entry.name);
  }

  private write(path: string, text: string): void {
    writeFile(join(this.path, path), text, join(this.shown, path));
  }
}
