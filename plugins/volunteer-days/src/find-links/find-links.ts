import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { linkOf } from "../sign-up/private-link.js";
import { readPhone } from "../sign-up/read-person.js";
import { tellMoment } from "../tell-time/tell-time.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";

/** Every place that people with one phone number have or wait for, soonest first. */
const placesUnder = ({ db, blind, clock }: VolunteerDaysContext, phone: string) =>
  everywhere(db, "volunteer_days_volunteer", "who lost a link is found by the phone number they give")
    .innerJoin("volunteer_days_sign_up as signUp", "signUp.volunteerId", "volunteer_days_volunteer.id")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .select(["volunteer_days_volunteer.id as volunteerId", "volunteer_days_volunteer.name", "volunteer_days_volunteer.phone"])
    .select(["signUp.id as signUpId", "day.startsAt"])
    .where("volunteer_days_volunteer.phoneIndex", "=", blind(phone))
    .where("signUp.endedAt", "is", null)
    .where("day.endsAt", ">", clock.now())
    .orderBy("day.startsAt")
    .orderBy("signUp.id")
    .limit(20)
    .execute();

/**
 * Sends the private links of a phone number to that very number, in one message, once in an hour: the answer to whoever asks is the same whether the number
 * is known or not. Throws phoneWrong.
 */
export async function findLinks(ctx: VolunteerDaysContext, typed: string): Promise<void> {
  const { clock, linkTo, use } = ctx;
  const found = await placesUnder(ctx, readPhone(typed));
  const [first] = found;
  const community = await use.directory.community();
  if (!first?.phone) return;
  const links = found.map(({ signUpId, name, startsAt }) => `${name} ${tellMoment(startsAt, clock.zone)} ${linkTo(linkOf(ctx, signUpId))}`);
  const to = { signUpId: first.signUpId, volunteerId: first.volunteerId, name: first.name, phone: first.phone, personId: null };
  const message = { occasion: "links", key: `links-${clock.now().slice(0, 13)}`, startsAt: clock.now() } as const;
  await writeToVolunteers(ctx, [to], { ...message, params: { community: community?.name ?? "", links: links.join(" ；") } });
}
