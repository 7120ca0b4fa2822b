import { dayText } from "@lianxin/web-kit";
import { DayField, Form, needed, SelectField, TextArea, TextField, TicksField, TickField, TimeField, useForm } from "@lianxin/web-kit/forms";
import { text, told } from "../api.js";
import { ratioPackOn } from "../judge-safety/ratio-packs.js";
import { asksFewer } from "../judge-safety/strictest.js";
import { hoursText, type OpenHours } from "../keep-homes/hours-text.js";
import { readPlaces } from "./read-places.js";
import "./Plan.css";

const bands = ["6_8", "9_12", "13_15"] as const;
const policies = ["flat-8 pooled", "bands per_band", "bands pooled"] as const;
const placesCheck = (said: string) => (readPlaces(said) === undefined ? text("children-activities.plan.places.wrong", { said }) : undefined);

/** An empty plan: weekdays in the morning. */
export const emptyPlan = {
  ...{
    title: "",
    room: "",
    purpose: "",
    policy: policies[0] as string,
    modeNote: "",
    isRisky: false,
    weekdays: ["1", "2", "3", "4", "5"] as readonly string[],
  },
  ...{ fromOn: "", untilOn: "", startTime: "08:30", endTime: "11:00", closesOn: "", emergencyPlan: "", insurance: "", small: "0", middle: "0", big: "0" },
};
export type PlanValues = typeof emptyPlan & { readonly homeId: string };

/** Of one day alone the weekday follows from it. */
const isOneDay = ({ fromOn, untilOn }: Pick<PlanValues, "fromOn" | "untilOn">): boolean => fromOn !== "" && fromOn === untilOn;
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** What is sent of a plan as it was typed. */
const bodyOf = ({ homeId: _, room, policy, weekdays, small, middle, big, ...said }: PlanValues) => {
  const [packId = "flat-8", mode = "pooled"] = policy.split(" ") as [string, "pooled" | "per_band"];
  return {
    ...said,
    ...(room !== "" && { room }),
    packId,
    mode,
    weekdays: isOneDay(said) ? [weekdayOf(said.fromOn)] : weekdays.map(Number),
    expected: { "6_8": readPlaces(small) ?? 0, "9_12": readPlaces(middle) ?? 0, "13_15": readPlaces(big) ?? 0 },
  };
};

/** Does the way of counting that was chosen ask for fewer adults than the strictest? */
function isLenient(values: PlanValues): boolean {
  const { packId, mode, expected, isRisky, fromOn } = bodyOf(values);
  const pack = ratioPackOn(packId, fromOn || "9999-12-31");
  return pack !== undefined && asksFewer(expected, { pack, mode, isStricter: isRisky }, fromOn || "9999-12-31");
}

interface Props<A> {
  readonly start: PlanValues;
  /** Where it may be held; of one there is nothing to choose. */
  readonly homes: readonly { readonly id: string; readonly name: string; readonly rooms: readonly string[]; readonly hours: readonly OpenHours[] }[];
  readonly submit: string;
  readonly send: (homeId: string, body: ReturnType<typeof bodyOf>) => Promise<A>;
  readonly onDone: (answer: A) => void;
  /** Under which words typed so far are kept on the device. */
  readonly draft?: string;
}

/** A plan: when and where, which ages and how many, how adults are counted, what if something happens. */
export function PlanForm<A>({ start, homes, submit, send, onDone, draft }: Props<A>) {
  const form = useForm({
    start,
    check: (values) => ({
      title: needed(values.title, text("children-activities.plan.title")),
      purpose: needed(values.purpose, text("children-activities.plan.purpose")),
      fromOn: needed(values.fromOn, text("children-activities.plan.from")),
      untilOn: needed(values.untilOn, text("children-activities.plan.until")),
      closesOn: needed(values.closesOn, text("children-activities.plan.closes")),
      small: placesCheck(values.small),
      middle: placesCheck(values.middle),
      big: placesCheck(values.big),
    }),
    send: (values) => send(values.homeId, bodyOf(values)),
    onDone,
    ...(draft && { draft: { key: draft, fields: ["title", "purpose", "emergencyPlan", "insurance"] as const } }),
  });
  const { homeId, room } = form.values.value;
  const hours = homes.find(({ id }) => id === homeId)?.hours ?? [];
  const rooms = new Set([...(homes.find(({ id }) => id === homeId)?.rooms ?? []), ...(room === "" ? [] : [room])]);
  return (
    <Form form={form} submit={submit}>
      {homes.length > 1 && (
        <SelectField name="homeId" label={text("children-activities.week.home")} choices={homes.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      {rooms.size > 0 && (
        <SelectField
          name="room"
          label={text("children-activities.plan.room")}
          hint={text("children-activities.plan.room.hint")}
          choices={[{ value: "", label: text("children-activities.plan.room.all") }, ...[...rooms].map((one) => ({ value: one, label: one }))]}
        />
      )}
      <TextField name="title" label={text("children-activities.plan.title")} maxLength={100} />
      <TextArea name="purpose" label={text("children-activities.plan.purpose")} maxLength={2000} />
      <div class="plan-row">
        <DayField name="fromOn" label={text("children-activities.plan.from")} />
        <DayField name="untilOn" label={text("children-activities.plan.until")} />
      </div>
      {isOneDay(form.values.value) ? (
        <p class="lx-hint">{text("children-activities.plan.oneDay", { day: dayText(form.values.value.fromOn) })}</p>
      ) : (
        <div class="plan-week">
          <TicksField
            name="weekdays"
            label={text("children-activities.plan.weekdays")}
            hint={text("children-activities.plan.weekdays.hint")}
            choices={["1", "2", "3", "4", "5", "6", "7"].map((day) => ({ value: day, label: told("weekday", day) }))}
          />
        </div>
      )}
      <div class="plan-row">
        <TimeField name="startTime" label={text("children-activities.plan.start")} />
        <TimeField name="endTime" label={text("children-activities.plan.end")} />
      </div>
      {hours.length > 0 && <p class="lx-hint">{text("children-activities.plan.hours", { hours: hoursText(hours) })}</p>}
      <DayField name="closesOn" label={text("children-activities.plan.closes")} />
      <div class="plan-row">
        {(["small", "middle", "big"] as const).map((name, i) => (
          <TextField
            key={name}
            name={name}
            label={text("children-activities.plan.places", { band: told("band", bands[i]!) })}
            keyboard="numeric"
            maxLength={4}
          />
        ))}
      </div>
      <SelectField
        name="policy"
        label={text("children-activities.plan.policy")}
        hint={text("children-activities.plan.policy.hint")}
        choices={policies.map((policy) => ({ value: policy, label: told("policy", policy.replace(" ", ".")) }))}
      />
      {isLenient(form.values.value) && (
        <TextField
          name="modeNote"
          label={text("children-activities.plan.modeNote")}
          hint={text("children-activities.plan.sign.hint")}
          isOptional
          maxLength={500}
        />
      )}
      <TickField name="isRisky" label={text("children-activities.plan.risky")} hint={text("children-activities.plan.risky.hint")} />
      <TextArea
        name="emergencyPlan"
        label={text("children-activities.plan.emergencyPlan")}
        hint={text("children-activities.plan.sign.hint")}
        isOptional
        maxLength={4000}
      />
      <TextField
        name="insurance"
        label={text("children-activities.plan.insurance")}
        hint={text("children-activities.plan.sign.hint")}
        isOptional
        maxLength={500}
      />
    </Form>
  );
}
