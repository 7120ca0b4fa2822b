import type { Classified } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { writeInvitations } from "../show-mine/write-entries.js";
import { linkOf } from "../sign-up/private-link.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { awakeAt } from "./quiet-hours.js";

/** Whom a letter is for, with what it is about. */
export interface Addressee {
  readonly signUpId: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly phone: Classified<string> | null;
  readonly personId: string | null;
}
export type Occasion =
  | "moved"
  | "cancelled"
  | "restored"
  | "clash"
  | "promoted"
  | "reminder"
  | "reminderMany"
  | "links"
  | "placed"
  | "placedMany"
  | "joined"
  | "queued"
  | "withdrawn"
  | "alone"
  | "siteClosed"
  | "noLeader"
  | "unled"
  | "offered"
  | "standIn"
  | "stoodIn"
  | "swap"
  | "swapped"
  | "swapAgreed"
  | "shifted"
  | "meeting";
interface Address {
  readonly channel: "sms" | "mail";
  readonly to: { readonly personId: string; readonly name: string; readonly address: Classified<string> };
}

/** The phone they gave; of a person of the directory the mail address, else the phone there, rather one there is a way to. */
export async function findAddress({ use, canSend }: VolunteerDaysContext, { volunteerId, name, phone, personId }: Addressee): Promise<Address | undefined> {
  if (phone) return { channel: "sms", to: { personId: volunteerId, name, address: phone } };
  const channels = personId ? await use.directory.channelsOf(personId) : [];
  const [mail, number] = [channels.find(({ kind }) => kind === "mail"), channels.find(({ kind }) => kind === "phone")];
  const found = mail && !canSend("mail") && number && canSend("sms") ? number : (mail ?? number);
  return found && { channel: found.kind === "mail" ? "mail" : "sms", to: { personId: personId!, name, address: found.address } };
}

export interface Message {
  readonly occasion: Occasion;
  readonly key: string;
  /** What the key is of, where it is not one sign-up. */
  readonly about?: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** When the day begins: what concerns it is told at once when the morning would be too late. */
  readonly startsAt: string;
  /** Where the link leads; their own sign-up when left out. */
  readonly path?: string;
  /** Only to those with a mail address, for what a calendar has to hear. */
  readonly isForCalendars?: boolean;
}
type Found = readonly [person: Addressee, address: Address];

/** The moment to send at: not at night, unless the day would have begun. */
export function sendingTime({ clock, config }: Pick<VolunteerDaysContext, "clock" | "config">, startsAt: string): string {
  const awake = awakeAt(clock.now(), { from: config.quietFrom, until: config.quietUntil }, clock.zone);
  return awake > addMinutes(startsAt, -config.promoteUntilMinutes) ? clock.now() : awake;
}

/** What changes nothing in a calendar, or concerns another one's. */
const silent = new Set<Occasion>(["reminder", "reminderMany", "links", "placedMany", "offered", "standIn", "swap", "siteClosed", "noLeader", "queued"]);

/** The calendar entries that go with letters by mail. */
async function entriesFor(ctx: VolunteerDaysContext, found: readonly Found[], occasion: Occasion) {
  const mailed = silent.has(occasion) ? [] : found.filter(([, { channel }]) => channel === "mail");
  if (mailed.length === 0) return new Map<string, never>();
  const mails = await ctx.disclose(
    mailed.map(([, { to }]) => to.address),
    "invite",
  );
  return writeInvitations(
    ctx,
    mailed.map(([{ signUpId, name }], i) => ({ signUpId, name, mail: mails[i]! })),
  );
}

/** One message to each, sent once for the same key; gives how many could be written to. */
export async function writeToVolunteers(ctx: VolunteerDaysContext, people: readonly Addressee[], message: Message): Promise<number> {
  const { text, deliver, linkTo } = ctx;
  const { occasion, key, params, startsAt, path, about, isForCalendars = false } = message;
  const found: Found[] = [];
  for (const person of people) {
    const address = await findAddress(ctx, person);
    if (address && (!isForCalendars || address.channel === "mail")) found.push([person, address]);
  }
  const entries = await entriesFor(ctx, found, occasion);
  const notBefore = sendingTime(ctx, startsAt);
  for (const [person, address] of found) {
    const said = { ...params, name: person.name, link: linkTo(path ?? linkOf(ctx, person.signUpId)) };
    const words = { subject: text(`volunteer-days.letter.${occasion}.subject`, said, "zh-CN"), text: text(`volunteer-days.letter.${occasion}`, said, "zh-CN") };
    const calendar = entries.get(person.signUpId);
    deliver({ ...address, key: `volunteer-days/${about ?? person.signUpId}/${key}`, ...words, notBefore, ...(calendar && { calendar }) });
  }
  return found.length;
}
