import { needsCompany } from "../join-rules/age-rules.js";
import { noCompany, type Company } from "../join-rules/can-join.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findCompany, isReachedAt, phonesOf, reachedOf, type Reached } from "./find-company.js";
import type { Identity } from "./find-volunteers.js";
import { fitsLink } from "./private-link.js";
import { findSignUp } from "./sign-up.repository.js";

/** The private link of a grown-up's place, said by whoever signs a child up: so that where they are may be told. */
export interface Proof {
  readonly signUpId: string;
  readonly key: string;
}
/** Somebody of a set that is decided together. */
export interface Comer {
  readonly asked: {
    readonly ageBand: string;
    readonly who: { readonly volunteerId: string } | object;
    readonly via: string;
    readonly hasKey?: boolean;
    readonly by?: Proof | undefined;
  };
  readonly open: { readonly day: { readonly id: string; readonly heldOn: string } };
  /** Undefined when the volunteer is known. */
  readonly identity: Identity | undefined;
}
/** Who is with one of the set. */
export interface Kin {
  readonly company: Company;
  /** A child whose grown-up was there before: it goes where they are. */
  readonly isLed: boolean;
  /** Whoever asks has not proved that they belong together: anybody may know a number, so nobody is told where its owner is. */
  readonly isHidden: boolean;
}
export interface Gathered {
  of(i: number): Kin;
  /** One of the set has a new place at a site, or waits there. */
  came(i: number, siteId: string, state: string): void;
}
const alone: Kin = { company: noCompany, isLed: false, isHidden: false };
const nobody: Gathered = { of: () => alone, came: () => undefined };
const isChild = ({ asked, open }: Comer): boolean => needsCompany(asked.ageBand, open.day.heldOn);
const knownId = ({ asked: { who } }: Comer): string[] => ("volunteerId" in who ? [who.volunteerId] : []);

async function phonesOfAll(ctx: VolunteerDaysContext, set: readonly Comer[]): Promise<string[][]> {
  const known = await reachedOf(ctx, set.flatMap(knownId));
  const reached = (one: Comer): Reached =>
    one.identity
      ? { phoneIndex: one.identity.phone === null ? null : ctx.blind(one.identity.phone), personId: one.identity.personId }
      : known.get(knownId(one)[0]!)!;
  return Promise.all(set.map((one) => phonesOf(ctx, reached(one))));
}

async function isProven(ctx: VolunteerDaysContext, { asked: { via, hasKey, by }, open }: Comer, phones: readonly string[]): Promise<boolean> {
  if (via !== "public" || hasKey) return true;
  const row = by && fitsLink(ctx, by.signUpId, by.key) ? await findSignUp(ctx.db, by.signUpId) : undefined;
  return row?.dayId === open.day.id && (await isReachedAt(ctx, phones, (await reachedOf(ctx, [row.volunteerId])).get(row.volunteerId)!));
}

/**
 * Who of a set comes with whom: who gets a place in it, else those who were there before. Nothing is looked up where no child is among them.
 * O(set + people of the children's days).
 */
export async function gatherCompany(ctx: VolunteerDaysContext, set: readonly Comer[]): Promise<Gathered> {
  if (!set.some(isChild)) return nobody;
  const phones = await phonesOfAll(ctx, set);
  const before: Kin[] = [];
  for (const [i, one] of set.entries()) {
    const company = isChild(one) ? await findCompany(ctx, one.open.day.id, phones[i]!) : noCompany;
    const isLed = company.size > 0;
    before.push({ company, isLed, isHidden: isLed && !(await isProven(ctx, one, phones[i]!)) });
  }
  const came: { readonly i: number; readonly siteId: string; readonly state: string }[] = [];
  const isTheirs = (i: number, other: number): boolean =>
    set[i]!.open.day.id === set[other]!.open.day.id && phones[i]!.some((phone) => phones[other]!.includes(phone));
  return {
    of(i) {
      const company = new Map<string, "there" | "waits">();
      for (const { i: other, siteId, state } of came)
        if (isChild(set[i]!) && isTheirs(i, other) && company.get(siteId) !== "there") company.set(siteId, state === "confirmed" ? "there" : "waits");
      return company.size > 0 ? { ...alone, company } : before[i]!;
    },
    came(i, siteId, state) {
      if (set[i]!.asked.ageBand === "adult") came.push({ i, siteId, state });
    },
  };
}
