import { handlersFor, type Scope } from "@lianxin/plugin-kit";
import { answerOthers } from "./answer-others.js";
import {
  countStates,
  entriesOf,
  findMatterRow,
  findScreening,
  listMatters,
  mattersOf,
  placeOfMatter,
  type MatterRow,
} from "./find-matter/matter.repository.js";
import type { Tab } from "./find-matter/tabs.js";
import type { MatterMove } from "./keep-state/matter-state.js";
import { moveMatter, type MoveNote } from "./keep-state/move-matter.js";
import { matters, type MattersContext } from "./plugin.js";
import { listPlaces } from "./raise-matter/place.repository.js";
import { raiseMatter, type NewMatter } from "./raise-matter/raise-matter.js";
import { screenMatter, type Screened } from "./screen-matter/screen-matter.js";
import { tellReporter } from "./tell-reporter/tell-reporter.js";

/** What the handlers of matters may reach. */
export const services = (ctx: MattersContext) => ({
  matters: {
    raise: (matter: NewMatter) => raiseMatter(ctx, matter),
    screen: (row: MatterRow, screened: Screened) => screenMatter(ctx, row, screened),
    move: (row: MatterRow, move: MatterMove, note?: MoveNote) => moveMatter(ctx, row, move, note),
    tell: (row: MatterRow, reason: string | null) => tellReporter(ctx, row, reason),
    find: (id: string) => findMatterRow(ctx.db, id),
    placeOf: (id: string) => placeOfMatter(ctx.db, id),
    list: (scope: Scope, tab: Tab, page: number) => listMatters(ctx.db, scope, tab, page),
    countStates: (scope: Scope) => countStates(ctx.db, scope),
    of: (personId: string) => mattersOf(ctx.db, personId),
    entriesOf: (id: string) => entriesOf(ctx.db, id),
    findScreening: (id: string) => findScreening(ctx.db, id),
  },
  places: { list: (scope: Scope) => listPlaces(ctx.db, scope) },
  others: answerOthers(ctx),
});

/** Everything a handler of matters can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(matters, services);
