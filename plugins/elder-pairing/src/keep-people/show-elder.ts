import type { ElderPairingContext } from "../plugin.js";
import type { Care, Notes } from "../words.js";
import { consentsOf, contactsOf, type ElderRow } from "./people.repository.js";

/** What whoever visits needs to know, opened and logged. */
export interface ElderCard {
  readonly care: Care | null;
  readonly notes: Notes;
  readonly phone: string | null;
  readonly address: string | null;
  readonly contacts: readonly { readonly relation: string; readonly isAway: boolean; readonly name: string; readonly phone: string | null }[];
  readonly consents: readonly { readonly scope: string; readonly form: string; readonly givenOn: string; readonly withdrawnOn: string | null }[];
}

const read = <T>(text: string | undefined): T | null => (text ? (JSON.parse(text) as T) : null);

/** An elder's sealed facts for a reader who may have them: one access-log row for each reading. What was erased is empty. */
export async function openElder(ctx: ElderPairingContext, elder: ElderRow, purpose: "visit" | "hand" = "visit"): Promise<ElderCard> {
  const [contacts, consents] = [await contactsOf(ctx.db, elder.id), await consentsOf(ctx.db, elder.id)];
  const sealed = [elder.care, elder.notes, elder.phone, elder.address, ...contacts.flatMap(({ name, phone }) => [name, phone])];
  const opened = await ctx.disclose(
    sealed.filter((value) => value !== null),
    purpose,
  );
  let next = 0;
  const take = (value: unknown): string | null => (value === null ? null : opened[next++]!);
  const [care, notes, phone, address] = sealed.slice(0, 4).map(take) as [string, string, string | null, string | null];
  return {
    care: read<Care>(care),
    notes: read<Notes>(notes) ?? {},
    phone,
    address,
    contacts: contacts.map((one) => ({ relation: one.relation, isAway: one.isAway, name: take(one.name)!, phone: take(one.phone) })),
    consents: consents.map(({ scope, form, givenOn, withdrawnOn }) => ({ scope, form, givenOn, withdrawnOn })),
  };
}
