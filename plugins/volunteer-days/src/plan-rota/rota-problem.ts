import type { Because } from "../tables/people.js";
import type { Session } from "./turns.js";

/** Somebody who said yes to being put on the rota. */
export interface RotaPerson {
  readonly id: string;
  readonly mayLead: boolean;
  /** 18 or older. */
  readonly isAdult: boolean;
  readonly knownSiteIds: readonly string[];
  readonly skills: readonly string[];
}
/** The seats of a role at a site that are still to be filled. */
export interface RotaPost {
  readonly id: string;
  readonly siteId: string;
  readonly kind: "leader" | "skilled" | "member";
  readonly least: number;
  readonly most: number;
  readonly isAdultsOnly: boolean;
  /** What one has to know for it; null: nothing. */
  readonly skill: string | null;
}
/** One session to fill. */
export interface RotaDay {
  readonly dayId: string;
  readonly posts: readonly RotaPost[];
  /** Who cannot come, or has a place that day already. */
  readonly awayIds: ReadonlySet<string>;
  /** Who has a place already: their teams meet whatever the turns say, and count as served. */
  readonly held: readonly (Session["placements"][number] & { readonly knowsSite?: boolean })[];
  /** Who has a place at the session after this one already: they are not sent to that site now. */
  readonly heldNext: Session["placements"];
}
export interface RotaProblem {
  readonly people: readonly RotaPerson[];
  /** Oldest first. Sessions that were called off are left out: they count for nobody. */
  readonly past: readonly Session[];
  readonly days: readonly RotaDay[];
}
/** Why somebody is where they are: in numbers, told by the page. */
export interface PlacedPerson {
  readonly personId: string;
  readonly postId: string;
  readonly siteId: string;
  readonly kind: "leader" | "skilled" | "member";
  readonly because: Because;
}
export interface PlannedDay {
  readonly dayId: string;
  readonly placements: readonly PlacedPerson[];
  /** Sites without a team this time; they come first the next time. */
  readonly skippedSiteIds: readonly string[];
  /** Teams in which nobody knows the site: a wish that could not be met. */
  readonly strangerSiteIds: readonly string[];
  /** Seats of leaders and least numbers that nobody can fill; empty when every team stands. */
  readonly shortSiteIds: readonly string[];
}
export interface Rota {
  readonly days: readonly PlannedDay[];
  /** The spread of services over people, before (past alone) and after: [least, most]. */
  readonly spread: { readonly before: readonly [number, number]; readonly after: readonly [number, number] };
}
