import { ErrorBoundary, useRoute } from "preact-iso";
import {
  addressOf,
  Await,
  Button,
  ButtonLink,
  Card,
  Cards,
  dayText,
  EmptyState,
  Meta,
  Notice,
  PageHead,
  SummaryList,
  t,
  timeText,
  useLoaded,
} from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { readPart, text, type PartAnswer } from "../api.js";
import { PendingRequests } from "../ask-leave/PendingRequests.js";
import { CounterClaims } from "../claim-against/CounterClaims.js";
import { HandOvers } from "../hand-over/HandOvers.js";
import { factsOf } from "./part-facts.js";
import { MainVerbs, OtherVerbs } from "./PartVerbs.js";
import { noteOf, whoOf } from "./word-entry.js";

const History = ({ entries }: { readonly entries: PartAnswer["timeline"] }) => (
  <ol>
    {entries.map(({ move, at, byName, forName, note, via }, index) => (
      <li key={index}>
        <Meta>
          <strong>{t(`commitments.move.${move}`)}</strong>
          {whoOf(move, byName, forName, note)}
          {via !== null && t(`commitments.via.${via}`)}
          <span class="lx-hint">{`${dayText(at)} ${timeText(at)}`}</span>
        </Meta>
        {note !== null && <p>{noteOf(move, note, forName)}</p>}
      </li>
    ))}
  </ol>
);

/** Who checks what was reported: those named who have not passed it yet, or anybody else with the right. */
function tellCheckers({ verifiers, verbs }: PartAnswer): string {
  const names = verifiers.filter(({ passedAt }) => passedAt === null).map(({ name }) => name);
  if (names.length > 0) return text("commitments.checkers.named", { names: names.join("、") });
  return text(verbs.includes("verifiers") ? "commitments.checkers.name" : "commitments.checkers.none");
}

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
      <MainVerbs verbs={part.verbs} isOwner={part.isOwner} line={part.line} reopenOn={part.reopenOn} onDone={onChange} />
      <Button look="plain" icon={Printer} onClick={() => print()}>
        {text("commitments.print")}
      </Button>
      {part.evidence.length > 0 && (
        <ButtonLink
          look="plain"
          icon={Printer}
          href={addressOf("commitments", "/commitments/:commitmentId/close-out-slip", { commitmentId: part.line.commitmentId! })}
          download
        >
          {text("commitments.verb.closeOutSlip")}
        </ButtonLink>
      )}
    </PageHead>
    {part.checkBar !== null && (
      <Notice>
        <p>{t(`commitments.checkBar.${part.checkBar}`)}</p>
        <p>{tellCheckers(part)}</p>
      </Notice>
    )}
    <Card title={text("commitments.page.part")}>
      <SummaryList rows={factsOf(part)} />
    </Card>
    <ErrorBoundary>
      <Cards on="commitments.part" props={() => ({ partId: part.line.partId })} />
    </ErrorBoundary>
    {part.line.commitmentId !== null && (
      <Card title={text("commitments.evidence")}>
        <Evidence evidence={part.evidence} />
      </Card>
    )}
    <PendingRequests requests={part.requests} line={part.line} onDone={onChange} />
    <CounterClaims counterClaims={part.counterClaims} line={part.line} onDone={onChange} />
    <HandOvers handOvers={part.handOvers} line={part.line} onDone={onChange} />
    <OtherVerbs verbs={part.verbs} isOwner={part.isOwner} line={part.line} reopenOn={part.reopenOn} onDone={onChange} />
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
