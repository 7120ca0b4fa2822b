import { useRoute } from "preact-iso";
import { Await, Button, ButtonLink, Card, dayText, Meta, Notice, PageHead, SummaryList, t, useLoaded, type SummaryRow } from "@lianxin/web-kit";
import { ClipboardCheck, Printer } from "@lianxin/web-kit/icons";
import { readMatter, text, type MatterAnswer } from "../api.js";
import { EscalateButton } from "../escalate-matter/EscalateButton.js";
import { WithdrawButton } from "../withdraw-matter/WithdrawButton.js";
import { StateTag } from "./StateTag.js";
import { Timeline } from "./Timeline.js";

function factsOf(matter: MatterAnswer): readonly SummaryRow[] {
  const { number, state, placeName, spot, reporterName, entererName, raisedOn, detail, wish, referredTo, mergedInto } = matter;
  const optional: readonly (SummaryRow | false)[] = [
    detail !== null && { label: text("matters.fact.detail"), value: detail },
    wish !== null && { label: text("matters.fact.wish"), value: wish },
    entererName !== null && entererName !== reporterName && { label: text("matters.fact.enterer"), value: entererName },
    referredTo !== null && { label: text("matters.fact.referredTo"), value: referredTo },
    mergedInto !== null && {
      label: text("matters.fact.mergedInto"),
      value: <a href={`/matters/${mergedInto.id}`}>{`${mergedInto.number} ${mergedInto.title}`}</a>,
    },
  ];
  return [
    { label: text("matters.fact.number"), value: <span class="lx-num">{number}</span> },
    { label: text("matters.fact.state"), value: <StateTag state={state} /> },
    { label: text("matters.fact.place"), value: <Meta>{[placeName, spot]}</Meta> },
    { label: text("matters.fact.reporter"), value: reporterName ?? text("matters.unnamed") },
    { label: text("matters.fact.raisedOn"), value: dayText(raisedOn) },
    ...optional.filter((row) => row !== false),
  ];
}

export const Warnings = ({ warnings }: { readonly warnings: MatterAnswer["warnings"] }) => (
  <>
    {warnings.map(({ code, citation }) => (
      <Notice key={code}>
        <p>
          <Meta>
            <strong>{t(`matters.warning.${code}`)}</strong>
            {citation}
          </Meta>
        </p>
        <p>{text("matters.screen.warning")}</p>
      </Notice>
    ))}
  </>
);

const Answers = ({ answers }: { readonly answers: NonNullable<MatterAnswer["answers"]> }) => (
  <Card title={text("matters.screened.answers")}>
    <ul>
      {Object.entries(answers).map(([question, isYes]) => (
        <li key={question}>
          {isYes ? "✓" : "✗"} {t(`matters.question.${question}`)}
        </li>
      ))}
    </ul>
  </Card>
);

function Matter({ matter, onChange }: { readonly matter: MatterAnswer; readonly onChange: () => Promise<void> }) {
  const { id, title, verbs, warnings, timeline, answers } = matter;
  return (
    <div class="lx-stack">
      <PageHead title={title}>
        {verbs.includes("screen") && (
          <ButtonLink href={`/matters/${id}/screen`} look="filled" icon={ClipboardCheck}>
            {text("matters.verb.screen")}
          </ButtonLink>
        )}
        {verbs.includes("escalate") && <EscalateButton matterId={id} onDone={onChange} />}
        {verbs.includes("withdraw") && <WithdrawButton matterId={id} onDone={onChange} />}
        <Button look="plain" icon={Printer} onClick={() => print()}>
          {text("matters.print")}
        </Button>
      </PageHead>
      <Warnings warnings={warnings} />
      <Card title={text("matters.page.matter")}>
        <SummaryList rows={factsOf(matter)} />
      </Card>
      {answers && <Answers answers={answers} />}
      <Card title={text("matters.timeline")}>
        <Timeline entries={timeline} />
      </Card>
    </div>
  );
}

/** One matter: what, where, who, how it stands, what happened, and what can be done now. */
export default function MatterPage() {
  const { id } = useRoute().params as { id: string };
  const loaded = useLoaded(() => readMatter(id), [id]);
  return <Await of={loaded}>{(matter) => <Matter matter={matter} onChange={loaded.reload} />}</Await>;
}
