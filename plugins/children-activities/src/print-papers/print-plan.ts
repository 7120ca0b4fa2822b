import { writePlanSheet } from "@lianxin/documents";
import { ageBands } from "../judge-safety/age-bands.js";
import { isOff } from "../keep-safe/states.js";
import { showPlan } from "../plan-programme/show-plan.js";
import { signKinds } from "../plan-programme/publish.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import { adultsById } from "../vet-adults/adult.repository.js";
import { homeOf, said } from "./papers.js";

/** A plan (活动方案) on paper: everything it says, who is on duty, how adults are counted, and the two signatures as they stand; no child. */
export async function printPlan(ctx: ActivitiesContext, programmeId: string): Promise<string> {
  const { db, use, clock } = ctx;
  const plan = await showPlan(ctx, programmeId);
  const { name, director } = await homeOf(ctx, plan.homeId);
  const live = plan.sessions.filter(({ state }) => !isOff(state));
  // Whoever may not serve, since the check does not cover a single date, is not signed for.
  const serving = live.flatMap(({ posts }) => posts.filter(({ state }) => state !== "cancelled" && state !== "suspended"));
  const onDuty = [...new Set(serving.map(({ adultId }) => adultId))];
  const personOf = new Map((await adultsById(db, onDuty)).map(({ id, personId }) => [id, personId]));
  const people = [...new Set(onDuty.map((id) => personOf.get(id)!))];
  const names = await use.directory.namesOf(people);
  const places = ageBands.flatMap((band) => (plan.expected[band] > 0 ? [`${said(ctx, `band.${band}`)} ${plan.expected[band]}`] : []));
  const ratio = said(ctx, "gate.needed", { mode: said(ctx, `mode.${plan.mode}`), needed: plan.ratio.needed });
  const facts: (readonly [string, string])[] = [
    ["home", plan.room === null ? name : `${name} ${plan.room}`],
    ["purpose", plan.purpose],
    [
      "when",
      `${plan.fromOn === plan.untilOn ? plan.fromOn : `${plan.fromOn} 至 ${plan.untilOn}`}，${plan.weekdays.map((day) => said(ctx, `weekday.${day}`)).join("、")}，${plan.startTime}—${plan.endTime}`,
    ],
    ["dates", said(ctx, "plan.paper.dates", { count: live.length, days: live.map(({ heldOn }) => heldOn.slice(5)).join("、") })],
    ["closes", plan.closesOn],
    ["places", places.join("，")],
    ["director", director],
    ["adults", people.map((id) => names.get(id) ?? "").join("、")],
    [
      "ratio",
      [
        `${ratio}（${plan.ratio.isLeast ? said(ctx, "gate.least", { sum: plan.ratio.arithmetic }) : plan.ratio.arithmetic}）`,
        plan.citation,
        plan.modeNote && said(ctx, "gate.note", { note: plan.modeNote }),
      ]
        .filter(Boolean)
        .join("。"),
    ],
    ["risky", said(ctx, plan.isRisky ? "plan.paper.isRisky" : "plan.paper.isIndoor")],
    ["emergencyPlan", plan.emergencyPlan ?? ""],
    ["insurance", plan.insurance ?? ""],
  ];
  return writePlanSheet({
    ...{ title: said(ctx, "page.plan"), subject: plan.title, version: said(ctx, "plan.paper.version", { version: plan.version, day: clock.today() }) },
    facts: facts.map(([key, value]) => [said(ctx, key === "dates" ? "plan.paper.dates.label" : `plan.paper.${key}`), value] as const),
    signatures: signKinds.map((kind) => {
      const signed = plan.signatures.find((one) => one.kind === kind);
      return { label: said(ctx, `sign.${kind}`), name: signed?.name ?? "", day: signed ? dayOf(signed.at, clock.zone) : "" };
    }),
  });
}
