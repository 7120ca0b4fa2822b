import { useSignal } from "@preact/signals";
import { t } from "@lianxin/web-kit";
import { ChoiceField, DayField, neededChoice, TextArea, TickField } from "@lianxin/web-kit/forms";
import { api, text, type ReopenProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { isLow, resolutions, satisfactions, type Resolution, type Satisfaction } from "./judge-ratings.js";

export interface RatingValues {
  readonly resolved: string;
  readonly satisfied: string;
  readonly comment: string;
}
export const ratingStart: RatingValues = { resolved: "", satisfied: "", comment: "" };
export const checkRating = ({ resolved, satisfied }: RatingValues) => ({
  resolved: neededChoice(resolved, text("commitments.field.resolved")),
  satisfied: neededChoice(satisfied, text("commitments.field.satisfied")),
});
export const readRating = ({ resolved, satisfied, comment }: RatingValues) => ({
  resolved: resolved as Resolution,
  satisfied: satisfied as Satisfaction,
  comment,
});

/** The two questions, each answer in words. */
export const RatingFields = () => (
  <>
    <ChoiceField
      name="resolved"
      label={text("commitments.field.resolved")}
      choices={resolutions.map((value) => ({ value, label: t(`commitments.rating.${value}`) }))}
    />
    <ChoiceField
      name="satisfied"
      label={text("commitments.field.satisfied")}
      choices={satisfactions.map((value) => ({ value, label: t(`commitments.rating.${value}`) }))}
    />
    <TextArea name="comment" label={text("commitments.field.comment")} isOptional maxLength={2000} />
  </>
);

interface PaperValues extends RatingValues {
  readonly isFromPaper: boolean;
  readonly dueOn: string;
}
/** Whoever enters a low word from paper says until when the work is to be done again; a resident is not asked. */
const opensAgain = ({ isFromPaper, resolved, satisfied }: PaperValues): boolean =>
  isFromPaper && resolved !== "" && satisfied !== "" && isLow({ resolved: resolved as Resolution, satisfied: satisfied as Satisfaction });

/** A resident's word for oneself, or from a paper form. */
export function RateButton({ line, onDone, reopenOn, mayEnter = false }: ReopenProps & { readonly mayEnter?: boolean }) {
  const start = useSignal({ ...ratingStart, isFromPaper: mayEnter, dueOn: reopenOn });
  return (
    <VerbButton<PaperValues>
      verb={text("commitments.verb.rate")}
      title={text("commitments.rate.title", { title: line.title })}
      done={text("commitments.done.rate")}
      start={start.value}
      check={(values) => ({
        ...checkRating(values),
        ...(opensAgain(values) && { dueOn: neededChoice(values.dueOn, text("commitments.field.againDueOn")) }),
      })}
      send={(values, idempotencyKey) =>
        api("POST /commitments/:commitmentId/ratings", {
          params: { commitmentId: line.commitmentId! },
          body: { ...readRating(values), ...(values.isFromPaper && { isFromPaper: true }), ...(opensAgain(values) && { dueOn: values.dueOn }) },
          idempotencyKey,
        })
      }
      onDone={onDone}
    >
      {(values) => (
        <>
          <p>{text("commitments.submit.standard", { standard: line.standard })}</p>
          <RatingFields />
          {mayEnter && <TickField name="isFromPaper" label={text("commitments.rate.fromPaper")} />}
          {opensAgain(values) && <DayField name="dueOn" label={text("commitments.field.againDueOn")} hint={text("commitments.rate.againDueOn.hint")} />}
        </>
      )}
    </VerbButton>
  );
}
