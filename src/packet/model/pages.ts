/** A landing page as far as the workspace describes it: what a patient finds behind a link. Nobody opened it. */
export interface PacketPage {
  readonly id: string;
  readonly url: string;
  readonly purpose: string;
  /** What it shows, by the names of the library: `steps`, `hours`, `contacts`. */
  readonly sections: readonly string[];
  readonly languages: readonly string[];
  /** Links that open it, without scheme: `mpl.example/r`. */
  readonly links: readonly string[];
  /** Days on which somebody looked, ISO dates. */
  readonly linkChecked: string | null;
  readonly accessibilityChecked: string | null;
  /** Hosts of others that it loads something from; null where nobody has looked. */
  readonly loads: readonly string[] | null;
}
