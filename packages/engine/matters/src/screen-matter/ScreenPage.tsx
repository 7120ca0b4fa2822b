import { useLocation, useRoute } from "preact-iso";
import { useState } from "preact/hooks";
import { Await, Card, mayAnywhere, Meta, PageHead, t, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, needed, neededChoice, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, readMatter, readSimilar, text, type MatterAnswer } from "../api.js";
import { Warnings } from "../find-matter/MatterPage.js";
import { SimilarList } from "../find-similar/SimilarList.js";
import { MergeTarget, type OtherMatter } from "../merge-matters/MergeTarget.js";
import { loadOrganizations, UnitFields } from "../refer-matter/UnitFields.js";
import { hasDoubt, outcomes, type Outcome } from "./checklist.js";
import { answersOf, ChecklistFields, noAnswers, questions, type AnswerValues } from "./ChecklistFields.js";

interface Values extends AnswerValues {
  readonly outcome: Outcome | "";
  readonly reason: string;
  readonly mergeIntoId: string;
  readonly referToId: string;
  readonly referTo: string;
}

const bodyOf = ({ outcome, reason, mergeIntoId, referToId, referTo, ...values }: Values) => ({
  answers: answersOf(values),
  outcome: outcome as Outcome,
  reason,
  ...(outcome === "merged" ? { mergeIntoId } : {}),
  ...(outcome === "referred" ? (referToId ? { referToId } : { referTo }) : {}),
});

/** A plain yes to everything needs no words. */
const isPlain = (values: Values): boolean => values.outcome === "accepted" && !hasDoubt(answersOf(values));

const check = (values: Values) => {
  const { outcome, reason, mergeIntoId, referToId, referTo } = values;
  return {
    outcome: neededChoice(outcome, text("matters.screen.outcome")),
    mergeIntoId: outcome === "merged" ? neededChoice(mergeIntoId, text("matters.screen.mergeInto")) : undefined,
    referTo: outcome === "referred" && !referToId ? needed(referTo, text("matters.screen.referTo")) : undefined,
    reason: outcome === "" || isPlain(values) ? undefined : needed(reason, text("matters.screen.reason")),
  };
};

/** Referring is offered to who may refer; the server decides it again. */
const outcomeChoices = () =>
  outcomes
    .filter((outcome) => outcome !== "referred" || mayAnywhere("matters.refer"))
    .map((outcome) => ({ value: outcome, label: t(`matters.outcome.${outcome}`) }));

/** Whom it goes to; the directory's organisations are read once it is to be referred. */
function ReferTo({ chosenId }: { readonly chosenId: string }) {
  const loaded = useLoaded(loadOrganizations, []);
  return (
    <Await of={loaded}>
      {(organizations) => (
        <UnitFields idName="referToId" nameName="referTo" label={text("matters.screen.referTo")} chosenId={chosenId} organizations={organizations} />
      )}
    </Await>
  );
}

function ScreenForm({ matter, others: open }: { readonly matter: MatterAnswer; readonly others: readonly OtherMatter[] }) {
  const { route } = useLocation();
  const [other, setOther] = useState<OtherMatter | undefined>(undefined);
  const others = other ? [other, ...open] : open;
  const start: Values = { ...noAnswers, outcome: "", reason: "", mergeIntoId: "", referToId: "", referTo: "" };
  const form = useForm({
    start,
    check,
    send: (values, idempotencyKey) => api("POST /matters/:matterId/screenings", { params: { matterId: matter.id }, body: bodyOf(values), idempotencyKey }),
    onDone: () => {
      toast(text("matters.screen.done", { outcome: t(`matters.outcome.${form.values.peek().outcome}`) }));
      route(`/matters/${matter.id}`);
    },
    draft: { key: `matters.screen.${matter.id}`, fields: [...questions, "reason"] },
  });
  const { outcome } = form.values.value;
  const mergeInto = (chosen: OtherMatter) => {
    if (!others.some(({ id }) => id === chosen.id)) setOther(chosen);
    form.set("outcome", "merged");
    form.set("mergeIntoId", chosen.id);
  };
  return (
    <>
      <SimilarList load={() => readSimilar(matter.id)} on={[matter.id]} onMerge={mergeInto} />
      <Form form={form} submit={text("matters.screen.submit")}>
        <ChecklistFields onAllMet={(question) => form.set(question, "yes")} />
        <ChoiceField name="outcome" label={text("matters.screen.outcome")} choices={outcomeChoices()} />
        {outcome === "merged" && <MergeTarget matterId={matter.id} name="mergeIntoId" others={others} />}
        {outcome === "referred" && <ReferTo chosenId={form.values.value.referToId} />}
        <TextArea
          name="reason"
          label={text("matters.screen.reason")}
          hint={text("matters.screen.reason.hint")}
          isOptional={isPlain(form.values.value)}
          maxLength={2000}
        />
      </Form>
    </>
  );
}

async function load(id: string): Promise<{ matter: MatterAnswer; others: readonly OtherMatter[] }> {
  const [matter, ...lists] = await Promise.all([
    readMatter(id),
    ...(["screening", "waiting", "working"] as const).map((tab) => api("GET /matters", { query: { tab } })),
  ]);
  return { matter, others: lists.flatMap(({ matters }) => matters).filter((other) => other.id !== id) };
}

/** Screening: seven questions, an outcome, a reason. */
export default function ScreenPage() {
  const { id } = useRoute().params as { id: string };
  const loaded = useLoaded(() => load(id), [id]);
  return (
    <Await of={loaded}>
      {({ matter, others }) => (
        <div class="lx-stack lx-reading">
          <PageHead
            title={text("matters.page.screen.heading")}
            note={
              <Meta>
                <span class="lx-num">{matter.number}</span>
                {matter.title}
                {matter.placeName}
              </Meta>
            }
          />
          {(matter.detail || matter.wish) && (
            <Card title={text("matters.fact.detail")}>
              {matter.detail && <p>{matter.detail}</p>}
              {matter.wish && <p>{`${text("matters.fact.wish")}：${matter.wish}`}</p>}
            </Card>
          )}
          <Warnings warnings={matter.warnings} />
          <ScreenForm matter={matter} others={others} />
        </div>
      )}
    </Await>
  );
}
