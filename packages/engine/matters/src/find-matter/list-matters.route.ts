import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { oneOf, orNull, Text } from "../shapes.js";
import { pageSize } from "./matter.repository.js";
import { knowsReporters, showLines } from "./show-lines.js";
import { countTabs, tabs } from "./tabs.js";

/** One matter in a list. */
export const Line = Type.Object({
  id: Text,
  number: Text,
  title: Text,
  state: Text,
  placeName: Text,
  reporterName: orNull(Text),
  /** A name was left, and the reader does not learn it. */
  isReporterHidden: Type.Boolean(),
  raisedOn: Text,
  /** One household's own affair: handed to somebody, not screened. */
  isPersonal: Type.Boolean(),
  isWarned: Type.Boolean(),
  replyBy: orNull(Text),
  isReplyLate: Type.Boolean(),
  /** Why it stands still with the units it was sent to; null in the list of who raised it. */
  stuck: orNull(oneOf(["returned", "unaccepted"])),
});
const Counts = Type.Object({ screening: Type.Integer(), waiting: Type.Integer(), working: Type.Integer(), answered: Type.Integer(), closed: Type.Integer() });

export const listMattersRoute = route("GET /matters", {
  summary: "Matters at the places one may see, by tab, fifty a page, newest first",
  may: matters.permissions.see,
  at: "list",
  query: Type.Object({ tab: oneOf(tabs), page: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) }),
  returns: Type.Object({ matters: Type.Array(Line), counts: Counts, pageSize: Type.Integer() }),
  async handle({ query: { tab, page = 0 }, scope, services, use, clock, may }) {
    const rows = await services.matters.list(scope, tab, page);
    const knows = await knowsReporters((place) => may("matters.enter", place), rows);
    return {
      matters: await showLines({ directory: use.directory, guests: services.matters.guests, stuck: services.matters.stuck }, rows, clock.today(), knows),
      counts: countTabs(await services.matters.countStates(scope)),
      pageSize,
    };
  },
});

export const listOwnMattersRoute = route("GET /mine", {
  summary: "What the person asking raised, or entered for others",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ matters: Type.Array(Line) }),
  async handle({ actor, services, use, clock }) {
    const rows = actor.personId ? await services.matters.of(actor.personId) : [];
    const asked = { directory: use.directory, guests: services.matters.guests, stuck: () => Promise.resolve(new Map()) };
    return { matters: await showLines(asked, rows, clock.today(), () => true) };
  },
});
