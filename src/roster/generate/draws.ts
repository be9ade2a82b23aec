import { sqlText } from "../../database/index.ts";

/** Draws of 16 bits that one MD5 gives. */
const PER_HASH = 8;

/**
 * Random numbers as SQL, from MD5 of seed, table and row: the same on every machine and in every version, which the
 * engine's own `random` and `hash` are not.
 */
export class Draws {
  private count = 0;

  constructor(
    private readonly seed: string,
    private readonly table: string,
    /** SQL that tells the rows of the table apart. */
    private readonly row: string,
  ) {}

  /** SQL for a whole number from 0 to `below` - 1, where `below` is at most 65,536; each call draws another one. */
  below(below: number): string {
    const bits = this.count % PER_HASH;
    const half = bits < PER_HASH / 2 ? "lower" : "upper";
    const hash = `${half}_${Math.floor(this.count / PER_HASH)}`;
    this.count += 1;
    return `CAST(((${hash} >> ${(bits % (PER_HASH / 2)) * 16}) & 65535) % ${below} AS INTEGER)`;
  }

  /** SQL that is true for so many rows in a hundred. */
  percent(share: number): string {
    return `(${this.below(10_000)} < ${Math.round(share * 100)})`;
  }

  /** SQL for one of these texts. */
  oneOf(texts: readonly string[]): string {
    return `([${texts.map(sqlText).join(", ")}])[1 + ${this.below(texts.length)}]`;
  }

  /** The hashes that all draws up to now are taken from, as columns of a subquery. */
  hashes(): readonly string[] {
    const needed = Math.ceil(this.count / PER_HASH);
    return Array.from({ length: needed }, (_, index) => {
      const key = `concat(${sqlText(`${this.seed}:${this.table}:${index}:`)}, ${this.row})`;
      return `md5_number_lower(${key}) AS lower_${index}, md5_number_upper(${key}) AS upper_${index}`;
    });
  }
}
