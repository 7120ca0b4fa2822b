import { useSignal } from "@preact/signals";
import { browserPorts, Button, dateOf, dayText, Status } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, DayField, Form, needed, neededChoice, TextField, TickField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Adult } from "./AdultsPage.js";
import { KindField, type AdultKind } from "./KindField.js";
import { ChecksList } from "./ChecksList.js";

interface Props {
  readonly adult: Adult;
  /** Does it, says what was refused above the list, and looks again. */
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
  readonly onDone: () => Promise<void>;
}

function CheckForm({ adult, onDone }: Pick<Props, "adult" | "onDone">) {
  const form = useForm({
    start: { checkedOn: "", source: "", verdict: undefined as "clear" | "not_clear" | undefined },
    // Nobody is cleared for children by a choice that stood there: it is made.
    check: ({ checkedOn, source, verdict }) => ({
      checkedOn: needed(checkedOn, text("children-activities.check.on")),
      source: needed(source, text("children-activities.check.source")),
      verdict: neededChoice(verdict, text("children-activities.check.verdict")),
    }),
    send: ({ checkedOn, source, verdict }) =>
      api("POST /adults/:adultId/checks", {
        params: { adultId: adult.id },
        body: { scope: "children", checkedOn, source, verdict: verdict! },
      }),
    onDone: async ({ untilOn }) => {
      const isOver = untilOn < dateOf(new Date(browserPorts.now()).toISOString());
      toast(text(isOver ? "children-activities.check.over" : "children-activities.check.noted", { day: dayText(untilOn, { year: true }) }));
      await onDone();
    },
  });
  return (
    <Form form={form} submit={text("children-activities.check.submit")}>
      <DayField name="checkedOn" label={text("children-activities.check.on")} hint={text("children-activities.check.hint")} />
      <TextField name="source" label={text("children-activities.check.source")} maxLength={100} />
      <ChoiceField
        name="verdict"
        label={text("children-activities.check.verdict")}
        choices={["clear", "not_clear"].map((value) => ({ value, label: told("verdict", value) }))}
      />
    </Form>
  );
}

/** What may change about an adult, and what was written down wrong: who they are here, who their relatives are, first aid, training. An empty field stays as it is, except whose relative they are. */
function ChangeForm({ adult, onDone }: Pick<Props, "adult" | "onDone">) {
  const form = useForm({
    start: {
      ...{ kind: adult.kind, isWoman: adult.isWoman, familyGroup: adult.familyGroup ?? "" },
      ...{ firstAidUntil: adult.firstAidUntil ?? "", trainedOn: adult.trainedOn ?? "" },
    },
    send: ({ kind, isWoman, familyGroup, firstAidUntil, trainedOn }) =>
      api("PATCH /adults/:adultId", {
        params: { adultId: adult.id },
        body: { kind: kind as AdultKind, isWoman, familyGroup, ...(firstAidUntil && { firstAidUntil }), ...(trainedOn && { trainedOn }) },
      }),
    onDone,
  });
  return (
    <Form form={form} submit={text("children-activities.own.save")}>
      <KindField />
      <TickField name="isWoman" label={text("children-activities.adults.woman")} />
      <TextField
        name="familyGroup"
        label={text("children-activities.adults.family")}
        hint={text("children-activities.adults.family.hint")}
        isOptional
        maxLength={40}
      />
      <DayField name="firstAidUntil" label={text("children-activities.adults.firstAid")} isOptional />
      <DayField name="trainedOn" label={text("children-activities.adults.trainedOn")} isOptional />
    </Form>
  );
}

/** A word that says to a screen reader whom it is about. */
const titleOf = (word: string, name: string) => (
  <>
    {word} <span class="lx-sr">{name}</span>
  </>
);
const standing = { vetted: "done", none: "gap", expired: "late", notClear: "late", notNow: "gap" } as const;

/** One adult: how the check stands, first aid, relatives; and for who plans at their place, what can be done. */
export function AdultRow({ adult, act, onDone }: Props) {
  const leaves = useSignal(false);
  const params = { adultId: adult.id };
  const facts = [
    adult.firstAidUntil && text("children-activities.adults.aid", { day: dayText(adult.firstAidUntil, { year: true }) }),
    adult.trainedOn
      ? text("children-activities.adults.trained", { day: dayText(adult.trainedOn, { year: true }) })
      : text("children-activities.adults.untrained"),
    adult.familyGroup && text("children-activities.adults.relatives", { group: adult.familyGroup }),
  ];
  return (
    <li>
      <div class="adult-line">
        <strong>{adult.name}</strong>
        <span>{[told("adult", adult.kind), adult.isWoman && text("children-activities.adults.woman")].filter(Boolean).join("，")}</span>
        <Status
          kind={standing[adult.vetting as "vetted"]}
          word={told("vetting", adult.vetting, { day: adult.checkedUntil ? dayText(adult.checkedUntil, { year: true }) : "" })}
        />
        <span class="lx-hint">{facts.filter(Boolean).join("，")}</span>
      </div>
      {adult.mayChange && (
        <div class="adult-verbs">
          <Fold title={titleOf(text("children-activities.check.submit"), adult.name)}>
            <CheckForm adult={adult} onDone={onDone} />
            <ChecksList adult={adult} act={act} />
          </Fold>
          <Fold title={titleOf(text("children-activities.adults.change"), adult.name)}>
            <ChangeForm adult={adult} onDone={onDone} />
            <div class="lx-actions">
              <Button look="danger" onClick={() => (leaves.value = true)}>
                {text("children-activities.adults.leave")}
              </Button>
            </div>
          </Fold>
        </div>
      )}
      <ConfirmDialog
        isOpen={leaves.value}
        onClose={() => (leaves.value = false)}
        title={`${text("children-activities.adults.leave")}：${adult.name}`}
        verb={text("children-activities.adults.leave")}
        isDanger
        onConfirm={() => act(() => api("PATCH /adults/:adultId", { params, body: { hasLeft: true } }))}
      >
        <p>{text("children-activities.adults.leaveSure")}</p>
      </ConfirmDialog>
    </li>
  );
}
