import type { IsoDate } from "../calendar/index.ts";

/** What somebody who looks at every touch remembers, over all campaigns: caps, phones and teams are shared by them. */
export class SeenTouches {
  private readonly people = new Map<string, IsoDate[]>();
  private readonly addresses = new Map<string, { readonly day: IsoDate; readonly who: string }[]>();
  private readonly callsOf = new Map<string, number>();

  /** @returns the days of all touches to somebody, this one among them */
  toPerson(who: string, day: IsoDate): readonly IsoDate[] {
    const days = [...(this.people.get(who) ?? []), day];
    this.people.set(who, days);
    return days;
  }

  /** @returns all touches to a number or an address, this one among them */
  toAddress(
    address: string,
    who: string,
    day: IsoDate,
  ): readonly { readonly day: IsoDate; readonly who: string }[] {
    const touches = [...(this.addresses.get(address) ?? []), { day, who }];
    this.addresses.set(address, touches);
    return touches;
  }

  call(team: string, day: IsoDate): void {
    this.callsOf.set(`${day} ${team}`, this.calls(team, day) + 1);
  }

  calls(team: string, day: IsoDate): number {
    return this.callsOf.get(`${day} ${team}`) ?? 0;
  }
}
