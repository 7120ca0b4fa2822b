import { useSignal } from "@preact/signals";
import { t } from "@lianxin/web-kit";
import { ChoiceField, neededChoice, TextArea, TickField } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { resolutions, satisfactions, type Resolution, type Satisfaction } from "./judge-ratings.js";

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

/** A resident's word for oneself, or from a paper form. */
export function RateButton({ line, onDone, mayEnter = false }: VerbProps & { readonly mayEnter?: boolean }) {
  const start = useSignal({ ...ratingStart, isFromPaper: mayEnter });
  return (
    <VerbButton<RatingValues & { readonly isFromPaper: boolean }>
      verb={text("commitments.verb.rate")}
      title={text("commitments.rate.title", { title: line.title })}
      done={text("commitments.done.rate")}
      start={start.value}
      check={checkRating}
      send={({ isFromPaper, ...values }, idempotencyKey) =>
        api("POST /commitments/:commitmentId/ratings", {
          params: { commitmentId: line.commitmentId! },
          body: { ...readRating(values), ...(isFromPaper ? { isFromPaper } : {}) },
          idempotencyKey,
        })
      }
      onDone={onDone}
    >
      <p>{text("commitments.submit.standard", { standard: line.standard })}</p>
      <RatingFields />
      {mayEnter && <TickField name="isFromPaper" label={text("commitments.rate.fromPaper")} />}
    </VerbButton>
  );
}
