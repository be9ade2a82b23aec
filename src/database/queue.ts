/** Lets one piece of work run at a time, in the order of asking. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    // A failure belongs to the one who asked, not to those who wait behind.
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Waits for a turn and keeps it until the function that comes back is called. */
  hold(): Promise<() => void> {
    return new Promise((started) => {
      void this.run(() => new Promise<void>((ended) => started(ended)));
    });
  }
}
