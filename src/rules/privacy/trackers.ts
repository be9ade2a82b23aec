import type { Packs } from "../../packs/index.ts";

/**
 * Whether a host, or one that it belongs to, follows people: by the list of the pack, with the hosts that the
 * organisation added.
 *
 * @example isTracker("connect.facebook.net", packs) // true
 */
export function isTracker(host: string, packs: Packs): boolean {
  const name = host.toLowerCase();
  const trackers = packs.words("tracker_hosts").flatMap(({ value }) => value);
  return trackers.some((tracker) => name === tracker || name.endsWith(`.${tracker}`));
}
