import { text } from "../api.js";
import type { Because } from "../tables/people.js";

/** Why somebody was placed where they are, in a sentence. */
export const whyOf = ({ turn, visits, knowsSite }: Because): string =>
  [
    text("volunteer-days.why.turn", { turn }),
    visits === 0 ? text("volunteer-days.why.first") : text("volunteer-days.why.visits", { count: visits }),
    knowsSite && text("volunteer-days.why.knows"),
  ]
    .filter(Boolean)
    .join("；");
