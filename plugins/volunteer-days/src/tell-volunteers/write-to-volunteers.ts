import type { Classified } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { linkOf } from "../sign-up/private-link.js";

/** Whom a letter is for, with what it is about. */
export interface Addressee {
  readonly signUpId: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly phone: Classified<string> | null;
  readonly personId: string | null;
}
export type Occasion = "moved" | "cancelled" | "restored" | "promoted" | "reminder" | "placed";
interface Address {
  readonly channel: "sms" | "mail";
  readonly to: { readonly personId: string; readonly name: string; readonly address: Classified<string> };
}

/** The phone they gave; of a person of the directory the mail address, else the phone there. */
async function findAddress({ use }: VolunteerDaysContext, { volunteerId, name, phone, personId }: Addressee): Promise<Address | undefined> {
  if (phone) return { channel: "sms", to: { personId: volunteerId, name, address: phone } };
  const channels = personId ? await use.directory.channelsOf(personId) : [];
  const found = channels.find(({ kind }) => kind === "mail") ?? channels.find(({ kind }) => kind === "phone");
  return found && { channel: found.kind === "mail" ? "mail" : "sms", to: { personId: personId!, name, address: found.address } };
}

/** One message to each, sent once for the same key; gives how many could be written to. */
export async function writeToVolunteers(
  ctx: VolunteerDaysContext,
  people: readonly Addressee[],
  { occasion, key, params }: { readonly occasion: Occasion; readonly key: string; readonly params: Readonly<Record<string, string | number>> },
): Promise<number> {
  const { text, deliver, linkTo } = ctx;
  let written = 0;
  for (const person of people) {
    const address = await findAddress(ctx, person);
    if (!address) continue;
    const said = { ...params, name: person.name, link: linkTo(linkOf(ctx, person.signUpId)) };
    const words = { subject: text(`volunteer-days.letter.${occasion}.subject`, said, "zh-CN"), text: text(`volunteer-days.letter.${occasion}`, said, "zh-CN") };
    deliver({ ...address, key: `volunteer-days/${person.signUpId}/${key}`, ...words });
    written++;
  }
  return written;
}
