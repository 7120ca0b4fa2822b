import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";
import { linkOf } from "./ask-link.js";

type Duty = NonNullable<Awaited<ReturnType<BridgeContext["use"]["childrenActivities"]["dutyAt"]>>>;
export interface NewAsk {
  readonly duty: Duty;
  readonly personId: string;
  readonly state: "asked" | "placed";
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

/** Writes down who is placed or asked and queues the message with their own link to say yes or no; gives the id. No child is named. */
export async function writeDown(ctx: BridgeContext, { duty, personId, state, insteadOfId }: NewAsk): Promise<string> {
  const { db, use, clock, newId, text, deliver, linkTo, audit } = ctx;
  const id = newId();
  const [channels, names] = await Promise.all([use.directory.channelsOf(personId), use.directory.namesOf([personId])]);
  const found = channels.find(({ kind }) => kind === "mail") ?? channels.find(({ kind }) => kind === "phone");
  const { sessionId, placePath } = duty;
  const row = { id, placePath, sessionId, personId, state, insteadOfId: insteadOfId ?? null, isTold: found !== undefined };
  await db
    .insertInto("children_volunteers_ask")
    .values({ ...row, askedAt: clock.now(), answeredAt: null })
    .execute();
  audit(`ask.${state}`, id, { sessionId, personId });
  if (!found) return id;
  const name = names.get(personId) ?? "";
  const said = { name, when: tellWhen(duty, clock.zone), home: duty.homeName, title: duty.title, link: linkTo(linkOf(ctx, id)) };
  deliver({
    channel: found.kind === "mail" ? "mail" : "sms",
    to: { personId, name, address: found.address },
    key: `children-volunteers/${id}`,
    subject: text(`children-volunteers.letter.${state}.subject`, said, "zh-CN"),
    text: text(`children-volunteers.letter.${state}`, said, "zh-CN"),
    notBefore: use.volunteerDays.sendingTime(duty.startsAt),
  });
  return id;
}
