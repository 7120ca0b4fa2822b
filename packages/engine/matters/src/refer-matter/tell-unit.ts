import { everywhere } from "@lianxin/plugin-kit";
import type { MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";
import type { ReferralRow } from "./referral.repository.js";

/** Who holds a role in an organisation today. */
async function peopleOf({ db, clock }: MattersContext, organizationId: string): Promise<string[]> {
  const today = clock.today();
  const roles = await everywhere(db, "directory_v1_role", "who is written to for a unit that a matter is sent to")
    .select("personId")
    .where("organizationId", "=", organizationId)
    .where("fromOn", "<=", today)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", today)]))
    .orderBy("personId")
    .execute();
  return [...new Set(roles.map(({ personId }) => personId))];
}

type Sent = Pick<ReferralRow, "id" | "unitId" | "unitName" | "office" | "isLead" | "personId">;

/** Somebody who was handed a matter hears of it by letter, or where they have no mail by a text without a word of what it is. */
async function tellPerson(ctx: MattersContext, row: MatterRow, personId: string, sentId: string, note: string | undefined): Promise<void> {
  const { use, deliver, text, linkTo } = ctx;
  const channels = await use.directory.channelsOf(personId);
  const way = channels.find(({ kind }) => kind === "mail") ?? channels.find(({ kind }) => kind === "phone");
  if (!way) return;
  const name = (await use.directory.findPerson(personId))?.fullName ?? "";
  const said = note?.trim() ? text("matters.letter.unit.note", { note: note.trim() }, "zh-CN") : "";
  const params = { name, title: row.title, number: row.number, note: said, link: linkTo(`/matters/${row.id}`) };
  const letter = way.kind === "mail" ? "matters.letter.person" : "matters.letter.person.sms";
  const words = { subject: text(`${letter}.subject`, params, "zh-CN"), text: text(letter, params, "zh-CN") };
  const to = { personId, name, address: way.address };
  deliver({ channel: way.kind === "mail" ? "mail" : "sms", to, key: `matters/${row.id}/referral/${sentId}/${personId}`, ...words });
}

/**
 * A letter to the people of a unit that was sent a matter, so that they can take it, or to the one it was handed to; none to a unit that is written in, nor to who
 * sent it. Never says who raised it.
 */
export async function tellUnit(ctx: MattersContext, row: MatterRow, sent: Sent, note: string | undefined): Promise<void> {
  const { id, unitId, unitName, office, isLead, personId: handedTo } = sent;
  if (handedTo !== null && handedTo !== ctx.actor.personId) await tellPerson(ctx, row, handedTo, id, note);
  if (unitId === null) return;
  const { use, deliver, text, actor } = ctx;
  const place = [(await use.directory.findPlace(row.placeId))?.name, row.spot].filter(Boolean).join(" ");
  const about = { title: row.title, number: row.number, place, unit: office ? `${unitName}（${office}）` : unitName };
  const role = text(`matters.referral.${isLead ? "lead" : "helper"}`, {}, "zh-CN");
  const said = note?.trim() ? text("matters.letter.unit.note", { note: note.trim() }, "zh-CN") : "";
  for (const personId of await peopleOf(ctx, unitId)) {
    const address = (await use.directory.channelsOf(personId)).find(({ kind }) => kind === "mail")?.address;
    if (!address || personId === actor.personId) continue;
    const name = (await use.directory.findPerson(personId))?.fullName ?? "";
    const params = { ...about, name, role, note: said };
    const words = { subject: text("matters.letter.unit.subject", params, "zh-CN"), text: text("matters.letter.unit", params, "zh-CN") };
    deliver({ channel: "mail", to: { personId, name, address }, key: `matters/${row.id}/referral/${id}/${personId}`, ...words });
  }
}
