import { useEffect } from "preact/hooks";
import { Await, Button, ButtonLink, Card, dayText, t, TaskList, useLoaded, type CardProps, type Task } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { acceptReferral } from "../refer-matter/accept-referral.js";

const read = () => api("GET /referrals/own");
type Own = Awaited<ReturnType<typeof read>>["referrals"][number];

function Act({ own: { id, matterId, title, state }, onDone }: { readonly own: Own; readonly onDone: () => Promise<void> }) {
  const verb = text(state === "sent" ? "matters.referral.verb.accept" : "matters.referral.verb.answer");
  const label = `${verb} ${title}`;
  if (state === "sent") {
    return (
      <Button look="soft" aria-label={label} onClick={() => void acceptReferral(id).then(onDone, onDone)}>
        {verb}
      </Button>
    );
  }
  return (
    <ButtonLink href={`/matters/${matterId}`} look="soft" aria-label={label}>
      {verb}
    </ButtonLink>
  );
}

const taskOf = (own: Own, onDone: () => Promise<void>): Task => {
  const { id, matterId, number, title, placeName, unit, isLead, state, sentAt, lateDays } = own;
  return {
    id,
    status:
      lateDays === null
        ? { kind: state === "sent" ? "todo" : "track", word: t(`matters.referral.${state}`) }
        : { kind: "late", word: text("matters.referral.late", { count: lateDays }) },
    title,
    href: `/matters/${matterId}`,
    why: [
      placeName,
      `${unit} ${text(isLead ? "matters.referral.lead" : "matters.referral.helper")}`,
      text("matters.card.sentOn", { day: dayText(sentAt) }),
      number,
    ],
    act: <Act own={own} onDone={onDone} />,
  };
};

/** On “today”: what was sent to the reader's own units, to be taken or to be done. */
export default function OwnReferralsCard({ onCount }: CardProps) {
  const loaded = useLoaded(read, [], { keepsOld: true });
  const count = loaded.value?.referrals.length;
  const late = loaded.value?.referrals.filter(({ lateDays }) => lateDays !== null).length;
  useEffect(() => {
    if (count !== undefined && late !== undefined) onCount?.(count, late);
  }, [count, late]);
  if (count === undefined || count === 0) return null;
  return (
    <Card title={text("matters.card.ownReferrals")} isFlush>
      <Await of={loaded}>{({ referrals }) => <TaskList tasks={referrals.map((own) => taskOf(own, loaded.reload))} />}</Await>
    </Card>
  );
}
