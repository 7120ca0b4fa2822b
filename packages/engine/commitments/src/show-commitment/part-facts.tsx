import { dayText, Meta, t, type SummaryRow } from "@lianxin/web-kit";
import { text, type PartAnswer } from "../api.js";
import { LightTag, wordOf } from "../keep-ledger/LightTag.js";

/** What is out of the usual: blocked, looked for, evidence asked for, rated, sent back. */
const unusualFacts = ({ line, ratings, waitedBy }: PartAnswer): readonly (SummaryRow | false)[] => [
  line.blockKind !== null && {
    label: text("commitments.block.state.blocked"),
    value: (
      <Meta>
        {[
          line.waitsFor === null ? (
            t(`commitments.block.kind.${line.blockKind}`)
          ) : (
            <a href={`/commitments/${line.waitsFor.partId}`}>{text("commitments.waitsFor", { title: line.waitsFor.title })}</a>
          ),
          line.blockReason,
          line.reviewOn !== null && text("commitments.reviewOn", { day: dayText(line.reviewOn) }),
        ]}
      </Meta>
    ),
  },
  waitedBy.length > 0 && {
    label: text("commitments.waitedBy"),
    value: (
      <Meta>
        {waitedBy.map(({ partId, title }) => (
          <a key={partId} href={`/commitments/${partId}`}>
            {title}
          </a>
        ))}
      </Meta>
    ),
  },
  line.seekUntil !== null && {
    label: text("commitments.verb.seek"),
    value: <Meta>{[text("commitments.until", { day: dayText(line.seekUntil) }), t(`commitments.fallback.${line.seekFallback}`)]}</Meta>,
  },
  line.evidenceNeeds.length > 0 && {
    label: text("commitments.field.kinds"),
    value: <Meta>{line.evidenceNeeds.map((kind) => t(`commitments.evidence.${kind}`))}</Meta>,
  },
  ratings !== null && ratings.count > 0 && { label: text("commitments.ratings"), value: text("commitments.rating.sums", ratings) },
  (line.bounceCount > 0 || line.failedCount > 0 || line.deferCount > 0) && {
    label: text("commitments.counts"),
    value: (
      <Meta>
        {[
          line.bounceCount > 0 && text("commitments.counts.bounce", { count: line.bounceCount }),
          line.deferCount > 0 && text("commitments.counts.defer", { count: line.deferCount }),
          line.failedCount > 0 && text("commitments.counts.failed", { count: line.failedCount }),
        ]}
      </Meta>
    ),
  },
];

/** What a part is, who leads it, how it stands and what happened to it, as facts; what is not known is left out. */
export function factsOf(part: PartAnswer): readonly SummaryRow[] {
  const { line, conditions, verifiers } = part;
  const { ownerOrganization, owner, supporting, dueOn, standard, sourceTitle, reviewOn, deferReason, state } = line;
  const stateWord = state !== null && t(`commitments.state.${state}`);
  const rows: readonly (SummaryRow | false)[] = [
    { label: text("commitments.column.light"), value: <Meta>{[<LightTag line={line} />, stateWord !== wordOf(line) && stateWord]}</Meta> },
    { label: text("commitments.field.organization"), value: ownerOrganization ?? text("commitments.nobody") },
    owner !== null && { label: text("commitments.field.owner"), value: owner },
    supporting.length > 0 && { label: text("commitments.field.supporting"), value: <Meta>{supporting}</Meta> },
    dueOn !== null && { label: text("commitments.field.dueOn"), value: dayText(dueOn, { year: true }) },
    { label: text("commitments.field.standard"), value: standard },
    conditions !== null && { label: text("commitments.field.conditions"), value: conditions },
    verifiers.length > 0 && {
      label: text("commitments.field.verifier"),
      value: <Meta>{verifiers.map(({ name, passedAt }) => (passedAt === null ? name : text("commitments.verifier.passed", { name })))}</Meta>,
    },
    ...unusualFacts(part),
    deferReason !== null && {
      label: text("commitments.light.hold"),
      value: <Meta>{[deferReason, reviewOn !== null && text("commitments.reviewOn", { day: dayText(reviewOn) })]}</Meta>,
    },
    { label: text("commitments.column.source"), value: <Meta>{[sourceTitle, line.placeName]}</Meta> },
  ];
  return rows.filter((row) => row !== false);
}
