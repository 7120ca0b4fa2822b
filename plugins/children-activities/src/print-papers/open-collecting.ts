import { whoMayCollect } from "../hand-over/who-may-collect.js";
import { collectorsOf, kinOfChildren } from "../keep-children/child.repository.js";
import type { ActivitiesContext } from "../plugin.js";

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
  const tell = (phoneTail: string | null) => (phoneTail === null ? "" : `（${phoneTail}）`);
  return new Map(childIds.map((id) => [id, of(id).map((one) => ({ id: one.id, words: `${one.relation} ${one.name}${tell(one.phoneTail)}` }))]));
}
