/**
 * How many there are of each.
 *
 * @example countBy(touches, ({ channel }) => channel) // Map { "sms" => 12, "email" => 3 }
 */
export function countBy<T, Key>(all: readonly T[], by: (one: T) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const one of all) counts.set(by(one), (counts.get(by(one)) ?? 0) + 1);
  return counts;
}

/**
 * All of each, in their order.
 *
 * @example groupBy(touches, ({ channel }) => channel).get("sms") // [{ channel: "sms", … }, …]
 */
export function groupBy<T, Key>(all: readonly T[], by: (one: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = by(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
