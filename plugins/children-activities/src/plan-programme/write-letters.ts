import type { Classified } from "@lianxin/plugin-kit";
import type { ActivitiesContext } from "../plugin.js";
import { localTimeOf } from "../tell-time/tell-time.js";

/** A letter about a programme or one of its dates, to guardians and to the adults on duty in words of their own; no child is named in it. */
export interface Letter {
  readonly kind: "off" | "moved";
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

export function writeGuardian(
  ctx: ActivitiesContext,
  { guardianId, phone }: { guardianId: string; phone: Classified<string> },
  { kind, about, words }: Letter,
): void {
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

/** By mail, else by telephone, where there is an address. */
export async function writeAdult(ctx: ActivitiesContext, personId: string, { kind, about, words }: Letter): Promise<void> {
  const [channels, names] = [await ctx.use.directory.channelsOf(personId), await ctx.use.directory.namesOf([personId])];
  const found = channels.find(({ kind: way }) => way === "mail") ?? channels.find(({ kind: way }) => way === "phone");
  if (!found) return;
  ctx.deliver({
    ...{
      channel: found.kind === "mail" ? "mail" : "sms",
      to: { personId, name: names.get(personId) ?? "", address: found.address },
      key: `children-activities/${kind}Duty/${about}/${personId}`,
    },
    ...{
      subject: ctx.text(`children-activities.letter.${kind}.subject`, {}, "zh-CN"),
      text: ctx.text(`children-activities.letter.${kind}Duty`, { ...words }, "zh-CN"),
    },
  });
}
