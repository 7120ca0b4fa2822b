import type { Actor, Grant } from "@lianxin/plugin-kit";
import { homeOf } from "../find-person/person.repository.js";
import type { DirectoryContext } from "../plugin.js";
import { reaches } from "./choose-grants.js";
import { linkedPeople } from "./grants.repository.js";

export type SealedClass = "contact" | "sensitive";
const permissionFor: Readonly<Record<SealedClass, string>> = { contact: "directory.showContact", sensitive: "directory.showSensitive" };

/** What is known about a reader and the person read about. */
export interface Sight {
  readonly grants: readonly Grant[];
  /** People the reader's account is linked to. */
  readonly linked: readonly string[];
  readonly subject: { readonly id: string; readonly path: string } | undefined;
}

/** Everyone sees their own; others see by a role at the person's place. */
export function maySee(dataClass: SealedClass, { grants, linked, subject }: Sight): boolean {
  if (!subject) return false;
  return linked.includes(subject.id) || reaches(grants, permissionFor[dataClass], subject.path);
}

/** The rule with its look-ups, each made once per request and actor however many people an answer names. */
export function maySeeOf({ db, clock }: DirectoryContext, grantsOf: (actor: Actor) => Promise<readonly Grant[]>) {
  const known = new Map<string, Promise<{ grants: readonly Grant[]; linked: readonly string[] }>>();
  const look = async (actor: Actor) => ({
    grants: await grantsOf(actor),
    linked: (await linkedPeople.execute(db, { accountId: actor.accountId, now: clock.now() })).map((row) => row.personId),
  });
  return async (actor: Actor, dataClass: SealedClass, subject: string): Promise<boolean> => {
    if (!actor.isSignedIn) return false;
    const key = `${actor.accountId} ${actor.personId}`;
    const reader = known.get(key) ?? look(actor);
    known.set(key, reader);
    return maySee(dataClass, { ...(await reader), subject: await homeOf(db, subject) });
  };
}
