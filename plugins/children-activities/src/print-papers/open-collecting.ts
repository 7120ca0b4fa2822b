import { whoMayCollect } from "../hand-over/who-may-collect.js";
import { collectorsOf, findCollector, findGuardian, kinOfChildren } from "../keep-children/child.repository.js";
import type { AttendanceRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

const tell = ({ relation, name, phoneTail }: { readonly relation: string; readonly name: string; readonly phoneTail: string | null }): string =>
  `${relation} ${name}${phoneTail === null ? "" : `（${phoneTail}）`}`.trim();

/** By child, who may collect it at a session, in words for a paper; names and telephones are opened and logged, only the last digits are given. A statement each for guardians and listed. */
export async function openCollecting({ db, disclose }: ActivitiesContext, childIds: readonly string[], sessionId: string) {
  const kin = await kinOfChildren(db, childIds);
  const listed = (await collectorsOf(db, childIds)).filter((one) => one.sessionId === null || one.sessionId === sessionId);
  const sealed = [...kin, ...listed].flatMap(({ name, phone }) => (phone === null ? [name] : [name, phone]));
  const opened = (await disclose(sealed, "print")).values();
  const next = (): string => opened.next().value ?? "";
  const guardians = kin.map(({ childId, guardianId: id, relation }) => ({ childId, id, relation, name: next(), phone: next() }));
  const named = listed.map(({ childId, id, relation, phone }) => ({
    childId,
    id,
    relation,
    name: next(),
    phoneTail: phone === null ? null : next().slice(-4),
  }));
  const of = (childId: string) =>
    whoMayCollect(
      guardians.filter((one) => one.childId === childId),
      named.filter((one) => one.childId === childId),
    ).filter(({ name }) => name !== "");
  return new Map(childIds.map((id) => [id, of(id).map(tell)]));
}

type Gone = Pick<AttendanceRow, "childId" | "collectorId" | "guardianId">;
/** Who took a child home, in words for a paper, though they may collect no more: as far as their data are still kept. O(1) statements. */
export async function tellWhoTook({ db, disclose }: ActivitiesContext, { childId, collectorId, guardianId }: Gone): Promise<string> {
  const person = collectorId !== null ? await findCollector(db, collectorId) : guardianId !== null ? await findGuardian(db, guardianId) : undefined;
  if (!person) return "";
  const kin = (await kinOfChildren(db, [childId])).find((one) => one.guardianId === guardianId);
  const [name, phone] = await disclose([person.name, ...(person.phone === null ? [] : [person.phone])], "print");
  if (!name) return "";
  return tell({ relation: "relation" in person ? person.relation : (kin?.relation ?? ""), name, phoneTail: phone?.slice(-4) ?? null });
}
