import { t } from "@lianxin/web-kit";
import { ChoiceField, DayField, neededChoice } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { fallbacks, type Fallback } from "./fallbacks.js";

/** Looks for a lead until a day, and says what happens after it. */
export const SeekButton = ({ line, onDone }: VerbProps) => (
  <VerbButton<{ readonly until: string; readonly fallback: string }>
    verb={text("commitments.verb.seek")}
    title={text("commitments.seek.title", { title: line.title })}
    done={text("commitments.done.seek")}
    start={{ until: line.seekUntil ?? "", fallback: line.seekFallback ?? "" }}
    check={({ until, fallback }) => ({
      until: neededChoice(until, text("commitments.field.seekUntil")),
      fallback: neededChoice(fallback, text("commitments.field.fallback")),
    })}
    send={({ until, fallback }, idempotencyKey) =>
      api("POST /parts/:partId/search", { params: { partId: line.partId }, body: { until, fallback: fallback as Fallback }, idempotencyKey })
    }
    onDone={onDone}
  >
    <DayField name="until" label={text("commitments.field.seekUntil")} />
    <ChoiceField
      name="fallback"
      label={text("commitments.field.fallback")}
      choices={fallbacks.map((fallback) => ({ value: fallback, label: t(`commitments.fallback.${fallback}`) }))}
    />
  </VerbButton>
);
