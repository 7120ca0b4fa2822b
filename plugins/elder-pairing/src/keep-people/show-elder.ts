import type { ElderPairingContext } from "../plugin.js";
import type { Care, Notes } from "../words.js";
import { consentsOf, contactsOf, type ElderRow } from "./people.repository.js";

/** What whoever visits needs to know, opened and logged; or closed, with nothing in it that is sealed. */
export interface ElderCard {
  readonly isOpen: boolean;
  /** Why somebody set the level by hand. */
  readonly levelNote: string | null;
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
  const note = elder.levelReason === "by_hand" ? elder.levelNote : null;
  const sealed = [elder.care, elder.notes, elder.phone, elder.address, note, ...contacts.flatMap(({ name, phone }) => [name, phone])];
  const opened = await ctx.disclose(
    sealed.filter((value) => value !== null),
    purpose,
  );
  let next = 0;
  const take = (value: unknown): string | null => (value === null ? null : opened[next++]!);
  const [care, notes, phone, address, levelNote] = sealed.slice(0, 5).map(take) as [string, string, string | null, string | null, string | null];
  return {
    isOpen: true,
    levelNote,
    care: read<Care>(care),
    notes: read<Notes>(notes) ?? {},
    phone,
    address,
    contacts: contacts.map((one) => ({ relation: one.relation, isAway: one.isAway, name: take(one.name)!, phone: take(one.phone) })),
    consents: consents.map(told),
  };
}

const told = ({ scope, form, givenOn, withdrawnOn }: ElderCard["consents"][number]) => ({ scope, form, givenOn, withdrawnOn });

/** The same for who answers for the place and not for the people: what was agreed to, and nothing that is sealed. */
export async function closedCard({ db }: Pick<ElderPairingContext, "db">, elder: ElderRow): Promise<ElderCard> {
  const nothing = { isOpen: false, levelNote: null, care: null, notes: {}, phone: null, address: null, contacts: [] };
  return { ...nothing, consents: (await consentsOf(db, elder.id)).map(told) };
}
