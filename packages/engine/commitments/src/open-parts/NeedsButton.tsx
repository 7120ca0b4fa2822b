import { t } from "@lianxin/web-kit";
import { TicksField } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { evidenceKinds } from "../report-progress/evidence-kinds.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

/** What a report has to bring besides words, as ticks; nothing is asked for unless somebody ticks it. */
export const NeedsField = () => (
  <TicksField
    name="needs"
    label={text("commitments.field.kinds")}
    hint={text("commitments.needs.hint")}
    isOptional
    choices={evidenceKinds.map((kind) => ({ value: kind, label: t(`commitments.evidence.${kind}`) }))}
  />
);

/** Changes what a report of this part has to bring. */
export const NeedsButton = ({ line, onDone }: VerbProps) => (
  <VerbButton<{ readonly needs: readonly string[] }>
    verb={text("commitments.verb.needs")}
    title={text("commitments.needs.title", { title: line.title })}
    done={text("commitments.done.needs")}
    start={{ needs: line.evidenceNeeds }}
    send={({ needs }, idempotencyKey) =>
      api("POST /parts/:partId/evidence-needs", {
        params: { partId: line.partId },
        body: { evidenceNeeds: evidenceKinds.filter((kind) => needs.includes(kind)) },
        idempotencyKey,
      })
    }
    onDone={onDone}
  >
    <NeedsField />
  </VerbButton>
);
