import { useRoute } from "preact-iso";
import { Await, Button, Card, dayText, EmptyState, Meta, PageHead, SummaryList, t, timeText, useLoaded, type SummaryRow } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { readPart, text, type PartAnswer } from "../api.js";
import { LightTag } from "../keep-ledger/LightTag.js";
import { MainVerbs, OtherVerbs } from "./PartVerbs.js";

function factsOf({ line, conditions, verifierName }: PartAnswer): readonly SummaryRow[] {
  const { ownerOrganization, owner, supporting, dueOn, standard, sourceTitle, reviewOn, deferReason, state } = line;
  const rows: readonly (SummaryRow | false)[] = [
    { label: text("commitments.column.light"), value: <Meta>{[<LightTag line={line} />, state !== null && t(`commitments.state.${state}`)]}</Meta> },
    { label: text("commitments.field.organization"), value: ownerOrganization ?? text("commitments.nobody") },
    owner !== null && { label: text("commitments.field.owner"), value: owner },
    supporting.length > 0 && { label: text("commitments.field.supporting"), value: <Meta>{supporting}</Meta> },
    dueOn !== null && { label: text("commitments.field.dueOn"), value: dayText(dueOn, { year: true }) },
    { label: text("commitments.field.standard"), value: standard },
    conditions !== null && { label: text("commitments.field.conditions"), value: conditions },
    verifierName !== null && { label: text("commitments.field.verifier"), value: verifierName },
    deferReason !== null && {
      label: text("commitments.light.hold"),
      value: <Meta>{[deferReason, reviewOn !== null && text("commitments.reviewOn", { day: dayText(reviewOn) })]}</Meta>,
    },
    { label: text("commitments.column.source"), value: <Meta>{[sourceTitle, line.placeName]}</Meta> },
  ];
  return rows.filter((row) => row !== false);
}

function whoOf(move: string, byName: string | null, forName: string | null): string | null {
  if (forName === null) return byName;
  if (move === "remind") return text("commitments.history.to", { name: forName });
  if (byName === null) return forName;
  const words = move === "urge" ? "commitments.history.urged" : move === "assign" ? "commitments.history.gave" : "commitments.history.for";
  return text(words, { by: byName, for: forName });
}
const noteOf = (move: string, note: string | null): string | null => (move === "remind" && note !== null ? t(`commitments.remind.${note}`) : note);

const History = ({ entries }: { readonly entries: PartAnswer["timeline"] }) => (
  <ol>
    {entries.map(({ move, at, byName, forName, note }, index) => (
      <li key={index}>
        <Meta>
          <strong>{t(`commitments.move.${move}`)}</strong>
          {whoOf(move, byName, forName)}
          <span class="lx-hint">{`${dayText(at)} ${timeText(at)}`}</span>
        </Meta>
        {note !== null && <p>{noteOf(move, note)}</p>}
      </li>
    ))}
  </ol>
);

const Evidence = ({ evidence }: { readonly evidence: PartAnswer["evidence"] }) =>
  evidence.length === 0 ? (
    <EmptyState why={text("commitments.evidence.none")} />
  ) : (
    <ul>
      {evidence.map(({ words, paper, byName, forName, at }, index) => (
        <li key={index}>
          <p>{words}</p>
          <p class="lx-hint">
            <Meta>{[paper, whoOf("submit", byName, forName), dayText(at)]}</Meta>
          </p>
        </li>
      ))}
    </ul>
  );

const Part = ({ part, onChange }: { readonly part: PartAnswer; readonly onChange: () => Promise<void> }) => (
  <div class="lx-stack">
    <PageHead title={part.line.title}>
      <MainVerbs verbs={part.verbs} isOwner={part.isOwner} line={part.line} onDone={onChange} />
      <Button look="plain" icon={Printer} onClick={() => print()}>
        {text("commitments.print")}
      </Button>
    </PageHead>
    <Card title={text("commitments.page.part")}>
      <SummaryList rows={factsOf(part)} />
    </Card>
    {part.line.commitmentId !== null && (
      <Card title={text("commitments.evidence")}>
        <Evidence evidence={part.evidence} />
      </Card>
    )}
    <OtherVerbs verbs={part.verbs} isOwner={part.isOwner} line={part.line} onDone={onChange} />
    <Card title={text("commitments.history")}>
      <History entries={part.timeline} />
    </Card>
  </div>
);

/** One part of the ledger: who leads it until when, what was reported, what happened, and what can be done now. */
export default function PartPage() {
  const { id } = useRoute().params as { id: string };
  const loaded = useLoaded(() => readPart(id), [id]);
  return <Await of={loaded}>{(part) => <Part part={part} onChange={loaded.reload} />}</Await>;
}
