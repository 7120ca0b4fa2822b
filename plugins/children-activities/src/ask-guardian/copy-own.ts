import { writeLedger } from "@lianxin/documents";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf, localTimeOf } from "../tell-time/tell-time.js";
import { showOwn, type AtDoor } from "./guardian-page.js";

const yesNo = (value: boolean): string => (value ? "同意" : "不同意");

/** All that the page shows of the children, and who read it, as a sheet to keep: field and value, line by line. */
export async function copyOwn(ctx: ActivitiesContext, at: AtDoor): Promise<Uint8Array> {
  const { children } = await showOwn(ctx, at);
  const say = (key: string, values: Record<string, string>) => ctx.text(`children-activities.${key}`, values, "zh-CN");
  const told = (key: string) => say(key, {});
  const lines = children.flatMap((child) => [
    ...(["name", "bornIn", "grade", "gridName", "health", "aloneRoute"] as const).map((field) => [child.name, told(`child.${field}`), child[field] ?? ""]),
    [child.name, told("child.isGirl"), told(child.isGirl ? "sex.girl" : "sex.boy")],
    ...child.guardians.map(({ relation, name, phone }) => [child.name, relation, `${name} ${phone}`]),
    ...child.collectors.map(({ relation, name, phone }) => [child.name, `${told("child.collectors")}（${relation}）`, `${name} ${phone ?? ""}`]),
    ...child.consents.map(({ purpose, isGiven }) => [
      ...[child.name, told(`consent.${purpose}`)],
      `${told(`own.said.${child.own[purpose]}`)}${(child.own[purpose] === "yes") === isGiven ? "" : `（${told(isGiven ? "own.othersYes" : "own.othersNo")}）`}`,
    ]),
    ...child.limits.map(({ purpose, activity, untilOn, isYes }) => [
      child.name,
      `${told(`consent.${purpose}`)}${activity === null ? "" : `（${activity}）`}`,
      `${yesNo(isYes)}${untilOn === null ? "" : ` ${ctx.text("children-activities.limit.until", { day: untilOn }, "zh-CN")}`}`,
    ]),
    ...child.incidents.map(({ kind, at, words, isCorrected }) => [
      child.name,
      `${dayOf(at, ctx.clock.zone)} ${localTimeOf(at, ctx.clock.zone)} ${told(`incident.${kind}`)}${isCorrected ? `（${told("incident.corrected")}）` : ""}`,
      words ?? "",
    ]),
    ...child.sessions.map(({ startsAt, endsAt, heldOn, title, home }) => [
      child.name,
      told("own.ahead"),
      `${heldOn} ${localTimeOf(startsAt, ctx.clock.zone)}–${localTimeOf(endsAt, ctx.clock.zone)} ${title} ${home}`,
    ]),
    ...child.visits.map(({ heldOn, title, state, arrivedAt, departedAt, by, refused }) => [
      child.name,
      `${heldOn} ${title}`,
      [
        told(`child.state.${state}`),
        ...[arrivedAt, departedAt].flatMap((at) => (at === null ? [] : [localTimeOf(at, ctx.clock.zone)])),
        ...(by === null ? [] : [say(by.isOneOff ? "own.byOnce" : "own.by", { relation: by.relation, name: by.name })]),
        ...refused.map((at) => say("own.refused", { time: localTimeOf(at, ctx.clock.zone) })),
      ].join(" "),
    ]),
    ...child.readings.map((one) => [
      child.name,
      `${one.on} ${told(`reader.${one.reader}`)}`,
      `${one.name === null ? "" : `${one.name} `}${told(`purpose.${one.purpose}`)} ${ctx.text("children-activities.reading.times", { count: one.times }, "zh-CN")}`,
    ]),
  ]);
  return writeLedger({
    title: told("guardian.copyTitle"),
    organisation: (await ctx.use.directory.community())?.name ?? "",
    filledBy: "",
    date: ctx.clock.today(),
    columns: ["name", "field", "value"].map((column) => ({ header: told(`guardian.copy.${column}`), kind: "text" as const })),
    rows: lines,
    stamp: ctx.clock.now(),
  });
}
