import { findNextState, type MatterMove } from "../keep-state/matter-state.js";
import type { Directory } from "../plugin.js";
import { describeWarnings } from "../screen-matter/find-warnings.js";
import type { services } from "../services.js";
import type { MatterRow } from "./matter.repository.js";
import type { MatterPage } from "./show-matter.route.js";

type Services = ReturnType<typeof services>;
export interface ReaderRights {
  readonly isOwn: boolean;
  readonly maySee: boolean;
  readonly mayScreen: boolean;
  readonly mayRefer: boolean;
}

/** What this reader may do with a matter in this stage. */
export function chooseVerbs(state: string, { isOwn, mayScreen, mayRefer }: ReaderRights): string[] {
  const offers: readonly (readonly [string, MatterMove, boolean])[] = [
    ["screen", "accept", mayScreen],
    ["escalate", "escalate", mayRefer],
    ["withdraw", "withdraw", isOwn],
  ];
  return offers.filter(([, move, isRight]) => isRight && findNextState(state as never, move) !== undefined).map(([verb]) => verb);
}

async function tellTimeline(services: Services, directory: Directory, row: MatterRow, { isOwn }: ReaderRights): Promise<MatterPage["timeline"]> {
  const entries = await services.matters.entriesOf(row.id);
  const names = await directory.namesOf(entries.flatMap(({ byId, forId }) => [byId ?? [], forId ?? []].flat()));
  const nameOf = (id: string | null) => (id === null || (row.isEntererHidden && !isOwn && id === row.enteredBy) ? null : (names.get(id) ?? null));
  return entries.map(({ move, toState, at, byId, forId, note }) => ({ move, toState, at, byName: nameOf(byId), forName: nameOf(forId), note }));
}

/** The page's answer; who raised it without a name stays unnamed to everybody else. */
export async function showMatter(services: Services, directory: Directory, row: MatterRow, rights: ReaderRights): Promise<MatterPage> {
  const { id, number, title, detail, wish, spot, state, raisedOn, referredTo, meetingId, decisionId } = row;
  const names = await directory.namesOf([row.reportedBy ?? [], row.enteredBy].flat());
  const target = row.mergedIntoId ? await services.matters.find(row.mergedIntoId) : undefined;
  return {
    ...{ id, number, title, detail, wish, spot, state, raisedOn, referredTo, meetingId, decisionId },
    placeName: (await directory.findPlace(row.placeId))?.name ?? "",
    reporterName: row.reportedBy ? (names.get(row.reportedBy) ?? null) : null,
    entererName: row.isEntererHidden && !rights.isOwn ? null : (names.get(row.enteredBy) ?? null),
    warnings: describeWarnings(row.warningCodes),
    mergedInto: target ? { id: target.id, number: target.number, title: target.title } : null,
    answers: rights.maySee ? ((await services.matters.findScreening(id))?.answers ?? null) : null,
    timeline: await tellTimeline(services, directory, row, rights),
    verbs: chooseVerbs(state, rights),
  };
}
