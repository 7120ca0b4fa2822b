import { ErrorBoundary, useRoute } from "preact-iso";
import { Await, Card, Cards, dayText, Meta, Notice, PageHead, Status, SummaryList, t, useLoaded, type SummaryRow } from "@lianxin/web-kit";
import { readMatter, text, type MatterAnswer } from "../api.js";
import { CallerButton } from "../raise-publicly/CallerButton.js";
import { Referrals } from "../refer-matter/Referrals.js";
import { Kin } from "./Kin.js";
import { MatterVerbs } from "./MatterVerbs.js";
import { StateTag } from "./StateTag.js";
import { Timeline } from "./Timeline.js";

function factsOf(matter: MatterAnswer): readonly SummaryRow[] {
  const { number, state, placeName, spot, reporterName, entererName, raisedOn, detail, wish, referredTo, mergedInto } = matter;
  const { isPersonal, isReporterHidden, affected, channel, replyBy, isReplyLate, answer, openWork } = matter;
  const optional: readonly (SummaryRow | false)[] = [
    detail !== null && { label: text("matters.fact.detail"), value: detail },
    affected.length > 0 && { label: text("matters.fact.affected"), value: affected.join("、") },
    wish !== null && { label: text("matters.fact.wish"), value: wish },
    entererName !== null && entererName !== reporterName && { label: text("matters.fact.enterer"), value: entererName },
    channel !== null && { label: text("matters.fact.channel"), value: t(`matters.channel.${channel}`) },
    replyBy !== null && {
      label: text("matters.fact.replyBy"),
      value: isReplyLate ? <Status kind="late" word={text("matters.replyLate", { day: dayText(replyBy) })} /> : dayText(replyBy),
    },
    openWork.length > 0 && { label: text("matters.fact.openWork"), value: openWork.join("、") },
    referredTo !== null && { label: text("matters.fact.referredTo"), value: referredTo },
    mergedInto !== null && {
      label: text("matters.fact.mergedInto"),
      value: <a href={`/matters/${mergedInto.id}`}>{`${mergedInto.number} ${mergedInto.title}`}</a>,
    },
  ];
  return [
    { label: text("matters.fact.number"), value: <span class="lx-num">{number}</span> },
    { label: text("matters.fact.state"), value: <StateTag state={state} isPersonal={isPersonal} /> },
    { label: text("matters.fact.place"), value: <Meta>{[placeName, spot]}</Meta> },
    { label: text("matters.fact.reporter"), value: reporterName ?? text(isReporterHidden ? "matters.hidden" : "matters.unnamed") },
    { label: text("matters.fact.raisedOn"), value: dayText(raisedOn) },
    { label: text("matters.fact.answer"), value: answer },
    ...optional.filter((row) => row !== false),
  ];
}

export const Warnings = ({ warnings }: { readonly warnings: MatterAnswer["warnings"] }) => (
  <>
    {warnings.map(({ code, competentBody, citation }) => (
      <Notice key={code}>
        <p>
          <Meta>
            <strong>{t(`matters.warning.${code}`)}</strong>
            {citation}
          </Meta>
        </p>
        <p>{`${text("matters.screen.warning")}${t(`matters.competent.${competentBody}`)}`}</p>
      </Notice>
    ))}
  </>
);

/** Yes and no, neither of them a fault; what nobody answered is not listed. */
const Answers = ({ answers }: { readonly answers: NonNullable<MatterAnswer["answers"]> }) => (
  <Card title={text("matters.screened.answers")}>
    <ul>
      {Object.entries(answers).map(([question, isYes]) => (
        <li key={question}>
          {t(`matters.question.${question}`)}：<strong>{text(isYes ? "matters.answer.yes" : "matters.answer.no")}</strong>
        </li>
      ))}
    </ul>
  </Card>
);

function Matter({ matter, onChange }: { readonly matter: MatterAnswer; readonly onChange: () => Promise<void> }) {
  const { id, title, warnings, timeline, answers, referrals, hasCaller } = matter;
  return (
    <div class="lx-stack">
      <PageHead title={title}>
        <MatterVerbs matter={matter} onDone={onChange} />
      </PageHead>
      <Warnings warnings={warnings} />
      <Card title={text("matters.page.matter")}>
        <SummaryList rows={factsOf(matter)} />
        {hasCaller && <CallerButton matterId={id} />}
      </Card>
      {referrals.length > 0 && <Referrals matter={matter} onDone={onChange} />}
      <Kin matter={matter} />
      <ErrorBoundary>
        <Cards on="matter" props={() => ({ matterId: id, title, state: matter.state, isPersonal: matter.isPersonal })} />
      </ErrorBoundary>
      {answers && Object.keys(answers).length > 0 && <Answers answers={answers} />}
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
