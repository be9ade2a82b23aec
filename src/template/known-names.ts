/** The names that a text has set so far, and those of them that hold words for patients. */
export class KnownNames {
  constructor(
    readonly names: ReadonlySet<string> = new Set(),
    readonly said: ReadonlySet<string> = new Set(),
  ) {}

  with(names: Iterable<string>): KnownNames {
    return new KnownNames(new Set([...this.names, ...names]), this.said);
  }

  holding(name: string, isSaid: boolean): KnownNames {
    const said = new Set(this.said);
    if (isSaid) said.add(name);
    return new KnownNames(new Set([...this.names, name]), said);
  }
}
