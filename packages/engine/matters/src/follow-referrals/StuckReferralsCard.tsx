import { useEffect } from "preact/hooks";
import { Await, ButtonLink, Card, mayAnywhere, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { ReferButton } from "../refer-matter/ReferButton.js";

const read = () => api("GET /referrals/stuck");
type Stuck = Awaited<ReturnType<typeof read>>;

const returnedTask = ({ matterId, number, title, unit, words }: Stuck["returned"][number], onDone: () => Promise<void>): Task => ({
  id: matterId,
  status: { kind: "hold", word: text("matters.stuck.returned") },
  title,
  href: `/matters/${matterId}`,
  why: [unit, words, number],
  act: <ReferButton matterId={matterId} title={title} onDone={onDone} />,
});

const unacceptedTask = ({ id, matterId, number, title, unit, isLead, lateDays }: Stuck["unaccepted"][number]): Task => ({
  id,
  status: { kind: "late", word: text("matters.referral.late", { count: lateDays }) },
  title,
  href: `/matters/${matterId}`,
  why: [unit, text(isLead ? "matters.referral.lead" : "matters.referral.helper"), text("matters.card.callUnit"), number],
  act: (
    <ButtonLink href={`/matters/${matterId}`} look="soft" aria-label={`${text("matters.card.recordUnit")} ${title}`}>
      {text("matters.card.recordUnit")}
    </ButtonLink>
  ),
});

function StuckReferrals({ onCount }: CardProps) {
  const loaded = useLoaded(read, [], { keepsOld: true });
  const returned = loaded.value?.returned.length;
  const late = loaded.value?.unaccepted.length;
  useEffect(() => {
    if (returned !== undefined && late !== undefined) onCount?.(returned + late, late);
  }, [returned, late]);
  if (returned === 0 && late === 0) return null;
  return (
    <Card title={text("matters.card.stuckReferrals")} isFlush aside={<a href="/matters?tab=working">{text("matters.tab.working")}</a>}>
      <Await of={loaded}>
        {({ returned, unaccepted }) => <TaskList tasks={[...returned.map((one) => returnedTask(one, loaded.reload)), ...unaccepted.map(unacceptedTask)]} />}
      </Await>
    </Card>
  );
}

/** On “today”: what units sent back or did not take for days, for who sends it out. */
export default function StuckReferralsCard(props: CardProps) {
  return mayAnywhere("matters.refer") ? <StuckReferrals {...props} /> : null;
}
