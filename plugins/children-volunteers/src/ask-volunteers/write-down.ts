import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";
import { linkOf } from "./ask-link.js";

type Duty = NonNullable<Awaited<ReturnType<BridgeContext["use"]["childrenActivities"]["dutyAt"]>>>;
export interface NewAsk {
  readonly duty: Duty;
  readonly personId: string;
  /** accepted: they took it themselves, and know. */
  readonly state: "asked" | "placed" | "accepted";
  readonly insteadOfId?: string;
}

/** The session ahead, or the refusal that there is no duty any more. */
export async function getDuty({ use }: BridgeContext, sessionId: string): Promise<Duty> {
  const duty = await use.childrenActivities.dutyAt(sessionId);
  if (!duty) throw errors.noDuty();
  return duty;
}

/** "7月12日 08:30–11:00", in the community's zone. */
function tellWhen({ heldOn, startsAt, endsAt }: Duty, zone: string): string {
  const time = new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const [, month, day] = heldOn.split("-").map(Number);
  return `${month}月${day}日 ${time.format(new Date(startsAt))}–${time.format(new Date(endsAt))}`;
}

interface NewLetter {
  readonly duty: Duty;
  readonly personId: string;
  readonly kind: "asked" | "placed" | "off";
  readonly askId: string;
}

/** Queues a message to somebody about a duty, with their own link; no child is named. Gives whether there was an address. */
export async function writeTo(ctx: BridgeContext, { duty, personId, kind, askId }: NewLetter): Promise<boolean> {
  const { use, clock, text, deliver, linkTo } = ctx;
  const [channels, names] = await Promise.all([use.directory.channelsOf(personId), use.directory.namesOf([personId])]);
  const found = channels.find((one) => one.kind === "mail") ?? channels.find((one) => one.kind === "phone");
  if (!found) return false;
  const name = names.get(personId) ?? "";
  const said = { name, when: tellWhen(duty, clock.zone), home: duty.homeName, title: duty.title, link: linkTo(linkOf(ctx, askId)) };
  deliver({
    channel: found.kind === "mail" ? "mail" : "sms",
    to: { personId, name, address: found.address },
    key: kind === "off" ? `children-volunteers/${askId}/off` : `children-volunteers/${askId}`,
    subject: text(`children-volunteers.letter.${kind}.subject`, said, "zh-CN"),
    text: text(`children-volunteers.letter.${kind}`, said, "zh-CN"),
    notBefore: use.volunteerDays.sendingTime(duty.startsAt),
  });
  return true;
}

/** Writes down who is placed, was asked or took a duty, and writes to who was placed or asked; gives the id. */
export async function writeDown(ctx: BridgeContext, { duty, personId, state, insteadOfId }: NewAsk): Promise<string> {
  const { db, clock, newId, audit } = ctx;
  const id = newId();
  const isTold = state === "accepted" || (await writeTo(ctx, { duty, personId, kind: state, askId: id }));
  const { sessionId, placePath } = duty;
  const row = { id, placePath, sessionId, personId, state, insteadOfId: insteadOfId ?? null, isTold };
  await db
    .insertInto("children_volunteers_ask")
    .values({ ...row, askedAt: clock.now(), answeredAt: state === "accepted" ? clock.now() : null })
    .execute();
  audit(`ask.${state}`, id, { sessionId, personId });
  return id;
}
