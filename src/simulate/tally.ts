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
