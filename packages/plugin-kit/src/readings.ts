import type { SealedClass } from "./classified.js";

/** Who opened what a plugin keeps, by which of its routes and for what; as its part of the access log has it. */
export interface Reader {
  /** Null: nobody signed in as a person, so somebody at a public page, a job or a listener. */
  readonly personId: string | null;
  /** The plugin's own route, "GET /homes/:homeId/children"; for what no request asked for "work", or "on" and the event. */
  readonly route: string;
  /** A purpose of the plugin's manifest; "shown" where an answer's reader asked to see what is masked. */
  readonly purpose: string;
  readonly dataClass: SealedClass;
}

/** One opening. What is opened in one call of both classes about somebody is one opening of each. */
export interface Reading extends Reader {
  readonly id: string;
  /** Instant in UTC. */
  readonly at: string;
}

/** How often somebody opened something. However many people one opening was about, it is one. */
export interface ReadingSum extends Reader {
  readonly times: number;
}

/** A plugin's own part of the access log: what was opened by its routes and for its purposes, never what another plugin opened. */
export interface PluginReadings {
  /** The last openings of what is kept about somebody, newest first, so many at the most. O(openings about them). */
  find(subject: string, most: number): Promise<readonly Reading[]>;
  /** How often anything about some of these was opened, from an instant on and before another. No subjects: nothing. O(openings of that time). */
  count(subjects: readonly string[], time: { readonly from: string; readonly before: string }): Promise<readonly ReadingSum[]>;
}
