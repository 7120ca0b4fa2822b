import { useSignal } from "@preact/signals";
import { Button, dayText } from "@lianxin/web-kit";
import { text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";

const purposes = ["participation", "photo", "data", "health"] as const;
/** What can be refused for one activity alone; a no to all is said by the buttons, which ask before anything is erased. */
const refusable = ["participation", "photo"] as const;
export interface LimitedAnswer {
  readonly purpose: (typeof purposes)[number];
  readonly isYes: boolean;
  readonly programmeId?: string;
  readonly untilOn?: string;
}
interface Limited {
  readonly id: string;
  readonly activities: readonly { readonly id: string; readonly title: string }[];
  readonly limits: readonly {
    readonly guardianId: string;
    readonly purpose: string;
    readonly activity: string | null;
    readonly untilOn: string | null;
    readonly isYes: boolean;
  }[];
}
interface Props {
  readonly child: Limited;
  readonly guardianId: string;
  readonly send: (said: LimitedAnswer) => Promise<void>;
}

type Said = Pick<Props, "child" | "send"> & { readonly id: (name: string) => string };

/** A yes for one activity or until a day; a no for one activity, for good. */
function LimitForm({ child, send, id }: Said) {
  const isYes = useSignal(true);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const value = (name: string): string => String(form.get(name) ?? "");
    const [programmeId, untilOn] = [value("activity"), value("until")];
    void send({
      purpose: value("purpose") as LimitedAnswer["purpose"],
      isYes: isYes.value,
      ...(programmeId && { programmeId }),
      ...(untilOn && { untilOn }),
    });
  };
  const hasNothing = !isYes.value && child.activities.length === 0;
  return (
    <form class="lx-form" onSubmit={submit}>
      <div class="lx-field">
        <label for={id("answer")}>{text("children-activities.limit.answer")}</label>
        <select id={id("answer")} class="lx-input" name="answer" onChange={(event) => (isYes.value = event.currentTarget.value === "yes")}>
          <option value="yes">{text("children-activities.own.agree")}</option>
          <option value="no">{text("children-activities.own.withdraw")}</option>
        </select>
      </div>
      <div class="lx-field">
        <label for={id("purpose")}>{text("children-activities.limit.what")}</label>
        <select id={id("purpose")} class="lx-input" name="purpose">
          {(isYes.value ? purposes : refusable).map((purpose) => (
            <option key={purpose} value={purpose}>
              {told("consent", purpose)}
            </option>
          ))}
        </select>
      </div>
      <div class="lx-field">
        <label for={id("activity")}>{text("children-activities.limit.activity")}</label>
        <select id={id("activity")} class="lx-input" name="activity" disabled={hasNothing}>
          {isYes.value && <option value="">{text("children-activities.limit.all")}</option>}
          {child.activities.map(({ id: value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {isYes.value && (
        <div class="lx-field">
          <label for={id("until")}>{text("children-activities.limit.untilDay")}</label>
          <input id={id("until")} class="lx-input" type="date" name="until" />
        </div>
      )}
      <p class="lx-hint">{text(isYes.value ? "children-activities.limit.hint" : "children-activities.limit.no.hint")}</p>
      {hasNothing && <p class="lx-hint">{text("children-activities.limit.no.none")}</p>}
      <Button type="submit" disabled={hasNothing}>
        {text("children-activities.limit.save")}
      </Button>
    </form>
  );
}

/** What a guardian said for one activity alone or until a day, and a form to say more of it. */
export function Limits({ child, guardianId, send }: Props) {
  const own = child.limits.filter((limit) => limit.guardianId === guardianId);
  const id = (name: string): string => `${child.id}-${guardianId}-${name}`;
  return (
    <>
      {own.length > 0 && (
        <ul>
          {own.map(({ purpose, activity, untilOn, isYes }) => (
            <li key={`${purpose}${activity}`}>
              {[
                `${told("consent", purpose)}${told("answered", isYes ? "yes" : "no")}`,
                ...(activity === null ? [] : [text("children-activities.limit.only", { activity })]),
                ...(untilOn === null ? [] : [text("children-activities.limit.until", { day: dayText(untilOn) })]),
              ].join("，")}
            </li>
          ))}
        </ul>
      )}
      <Fold title={text("children-activities.limit.title")}>
        <LimitForm child={child} send={send} id={id} />
      </Fold>
    </>
  );
}
