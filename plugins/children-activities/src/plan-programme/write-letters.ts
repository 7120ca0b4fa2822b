import type { Classified } from "@lianxin/plugin-kit";
import { takesTexts } from "../keep-children/read-values.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf, localTimeOf } from "../tell-time/tell-time.js";

/** A letter about a programme or one of its dates, to guardians and to the adults on duty in words of their own; no child is named in it. */
export interface Letter {
  readonly kind: "off" | "moved" | "on" | "onWithout" | "leftOpen" | "leftWith" | "codeVoid" | "override" | "sign" | "incident" | "alarm" | "uncollected";
  /** What it is about, so that nobody gets it twice. */
  readonly about: string;
  readonly words: Readonly<Record<string, string | number>>;
}

/** "7月13日". */
export function dayWords(heldOn: string): string {
  const [, month, day] = heldOn.split("-").map(Number);
  return `${month}月${day}日`;
}
/** "7月13日 08:30": a day and an hour as a message says them. */
export const whenOf = ({ heldOn, startsAt }: { readonly heldOn: string; readonly startsAt: string }, zone: string): string =>
  `${dayWords(heldOn)} ${localTimeOf(startsAt, zone)}`;

/** The hour of a moment as a paper of some day says it: with its own day where that is another. */
export const hourOn = (heldOn: string, at: string | null | undefined, zone: string): string =>
  at ? (dayOf(at, zone) === heldOn ? localTimeOf(at, zone) : whenOf({ heldOn: dayOf(at, zone), startsAt: at }, zone)) : "";

/** Guardians and adults of whom somebody has to be rung up, since no letter reaches them. */
export interface Told {
  readonly told: number;
  /** Guardians no text message reaches: without a gateway everybody, else whoever has a landline. */
  readonly toCall: number;
  /** Adults without an address that a letter reaches, by name. */
  readonly adults: readonly string[];
}

interface Guardian {
  readonly guardianId: string;
  readonly phone: Classified<string>;
}

/** Whom of some guardians a text message reaches. One opening of their numbers, and none without a gateway. */
export async function reachable(ctx: ActivitiesContext, guardians: readonly Guardian[]): Promise<ReadonlySet<string>> {
  if (!ctx.canSend("sms") || guardians.length === 0) return new Set();
  const phones = await ctx.disclose(
    guardians.map(({ phone }) => phone),
    "tell",
  );
  return new Set(guardians.flatMap(({ guardianId }, i) => (takesTexts(phones[i]!) ? [guardianId] : [])));
}

/** Writes to each guardian whom a text message reaches, each in the words for them. Gives how many, and how many have to be rung up. */
export async function writeGuardians(
  ctx: ActivitiesContext,
  guardians: readonly Guardian[],
  letterFor: (guardianId: string) => Letter,
): Promise<Pick<Told, "told" | "toCall">> {
  const reached = await reachable(ctx, guardians);
  for (const { guardianId, phone } of guardians) {
    if (!reached.has(guardianId)) continue;
    const { kind, about, words } = letterFor(guardianId);
    ctx.deliver({
      ...{
        channel: "sms",
        to: { personId: guardianId, name: ctx.text("children-activities.guardian", {}, "zh-CN"), address: phone },
        key: `children-activities/${kind}/${about}/${guardianId}`,
      },
      ...{
        subject: ctx.text(`children-activities.letter.${kind}.subject`, {}, "zh-CN"),
        text: ctx.text(`children-activities.letter.${kind}`, { ...words }, "zh-CN"),
      },
    });
  }
  return { told: reached.size, toCall: guardians.length - reached.size };
}

/** By mail, else by telephone, where there is an address and a way to it. Gives the names of who has to be told otherwise. */
export async function writeAdults(ctx: ActivitiesContext, personIds: readonly string[], letterFor: (personId: string) => Letter): Promise<string[]> {
  const names = await ctx.use.directory.namesOf(personIds);
  const untold = [];
  for (const personId of personIds)
    if (!(await writeAdult(ctx, personId, names.get(personId) ?? "", letterFor(personId)))) untold.push(names.get(personId) ?? "");
  return untold;
}

async function writeAdult(ctx: ActivitiesContext, personId: string, name: string, { kind, about, words }: Letter): Promise<boolean> {
  const channels = await ctx.use.directory.channelsOf(personId);
  const found =
    channels.find(({ kind: way }) => way === "mail" && ctx.canSend("mail")) ?? channels.find(({ kind: way }) => way === "phone" && ctx.canSend("sms"));
  if (!found) return false;
  ctx.deliver({
    ...{
      channel: found.kind === "mail" ? "mail" : "sms",
      to: { personId, name, address: found.address },
      key: `children-activities/${kind}Duty/${about}/${personId}`,
    },
    ...{
      subject: ctx.text(`children-activities.letter.${kind}.subject`, {}, "zh-CN"),
      text: ctx.text(`children-activities.letter.${kind}Duty`, { ...words }, "zh-CN"),
    },
  });
  return true;
}
