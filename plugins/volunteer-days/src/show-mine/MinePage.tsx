import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { addressOf, Await, Button, ButtonLink, dayText, Notice, PageHead, SummaryList, timeText, useLoaded, whenText } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { CalendarDays, CalendarPlus, Phone } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { CheckInForm, ownOf } from "../check-in-self/CheckInForm.js";
import { whyOff } from "../change-day/why-off.js";
import { QueueNotices } from "../check-in-self/QueueNotices.js";
import { useQueue } from "../check-in-self/use-queue.js";
import { CertifyMine } from "../certify-hours/CertifyMine.js";
import { OwnRota } from "../leave-rota/OwnRota.js";
import { OtherDays } from "../offer-other-days/OtherDays.js";
import { ActButton } from "../show-refusal/ActButton.js";
import { Others, RenewFeed } from "./MoreMine.js";
import { whyOf } from "../plan-rota/why.js";
import { forget, remember } from "../show-thursday/recall.js";
import { AcceptOffer, PassOn } from "./PassOn.js";
import { Ended, headingOf } from "./Headline.js";
import { outcomeOf } from "./Served.js";
import "./Mine.css";

/** This device knows a sign-up from now on by which its code of the day is said; what ended is forgotten. */
async function read(signUpId: string, key: string) {
  const mine = await api("GET /public/sign-ups/:signUpId/:key", { params: { signUpId, key } });
  const link = `/volunteer-days/mine/${signUpId}/${key}`;
  if (mine.state === "cancelled") forget(mine.dayId, link);
  else remember(mine.dayId, { link, number: mine.number });
  return mine;
}
export type Mine = Awaited<ReturnType<typeof read>>;

/** Somebody comes, or did: what is only said to who comes is left out of a date that is off. */
const isOff = ({ dayState }: Mine): boolean => dayState === "cancelled";
const isAhead = (mine: Mine): boolean => !mine.isOver && !isOff(mine);

/** The number of a date that was moved keeps the day it was planned for. */
const numberOf = ({ number, originalOn, heldOn }: Mine): string =>
  originalOn === heldOn ? number : `${number}（${text("volunteer-days.number.moved", { day: dayText(originalOn) })}）`;

const Facts = ({ mine }: { readonly mine: Mine }) => (
  <SummaryList
    rows={[
      { label: text("volunteer-days.done.when"), value: `${dayText(mine.heldOn)} ${timeText(mine.startsAt)}–${timeText(mine.endsAt)}` },
      ...(isAhead(mine) ? [{ label: text("volunteer-days.done.meet"), value: mine.meetingPoint }] : []),
      { label: text("volunteer-days.done.site"), value: `${mine.siteName} ${mine.postTitle}` },
      ...(mine.task ? [{ label: text("volunteer-days.mine.task"), value: mine.task }] : []),
      ...(mine.task || isOff(mine) ? [] : [{ label: text("volunteer-days.mine.work"), value: mine.work }]),
      ...(mine.tools && isAhead(mine) ? [{ label: text("volunteer-days.done.tools"), value: mine.tools }] : []),
      ...(mine.isOver && mine.state === "confirmed" && mine.dayState === "open" ? [{ label: text("volunteer-days.proof.time"), value: outcomeOf(mine) }] : []),
      { label: text("volunteer-days.done.number"), value: numberOf(mine) },
      ...(mine.because ? [{ label: text("volunteer-days.why.label"), value: whyOf(mine.because) }] : []),
    ]}
  />
);

interface VerbsProps {
  readonly mine: Mine;
  readonly params: { readonly signUpId: string; readonly key: string };
  readonly onDone: () => Promise<unknown>;
}
function Verbs({ mine, params, onDone }: VerbsProps) {
  const [isAsking, ask] = useState(false);
  const cancel = async () => {
    await api("POST /public/sign-ups/:signUpId/:key/cancel", { params });
    await onDone();
  };
  return (
    <div class="lx-stack">
      {mine.state === "offered" && mine.dayState === "open" && <AcceptOffer params={params} onDone={onDone} />}
      {mine.state === "confirmed" && isAhead(mine) && (
        <ButtonLink
          look="filled"
          isWide
          icon={CalendarPlus}
          href={addressOf("volunteer-days", "/public/sign-ups/:signUpId/:key/calendar.ics", params)}
          download
        >
          {text("volunteer-days.done.calendar")}
        </ButtonLink>
      )}
      <ButtonLink isWide icon={CalendarDays} href={`webcal://${location.host}${mine.feed}`}>
        {text("volunteer-days.mine.feed")}
      </ButtonLink>
      {mine.mayComeAgain && <Again params={params} />}
      {mine.phone && (
        <ButtonLink isWide icon={Phone} href={`tel:${mine.phone}`}>
          {text("volunteer-days.done.ask")}
        </ButtonLink>
      )}
      {mine.mayCancel && (
        <Button look="plain" isWide onClick={() => ask(true)}>
          {text("volunteer-days.mine.cancel")}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={text("volunteer-days.mine.sure")}
        verb={text("volunteer-days.mine.cancel")}
        onConfirm={cancel}
      >
        {mine.children > 0 && <p>{text("volunteer-days.mine.children", { count: mine.children })}</p>}
        <p>{text("volunteer-days.mine.noHarm")}</p>
      </ConfirmDialog>
    </div>
  );
}

/** Who cancelled and comes after all gets a new sign-up with its own link. */
function Again({ params }: Pick<VerbsProps, "params">) {
  const come = async () => {
    const { link } = await api("POST /public/sign-ups/:signUpId/:key/again", { params });
    if (link) location.assign(link);
  };
  return (
    <ActButton look="filled" isWide onAct={come}>
      {text("volunteer-days.mine.again")}
    </ActButton>
  );
}

/** One's own sign-up, by the private link: when, where, and the way to cancel. */
export default function MinePage() {
  const params = useRoute().params as { signUpId: string; key: string };
  const loaded = useLoaded(() => read(params.signUpId, params.key), [params.signUpId, params.key]);
  // Whatever the phone still keeps is sent from here, also when the day is long over.
  const queue = useQueue(loaded.reload);
  return (
    <div class="lx-stack lx-reading">
      <QueueNotices queue={queue} route="self" />
      <Await of={loaded}>
        {(mine) => (
          <>
            <PageHead title={headingOf(mine)} note={`${mine.name} · ${mine.title}`} />
            <Ended mine={mine} />
            {isOff(mine) && whyOff(mine) && <Notice kind="warning">{whyOff(mine)}</Notice>}
            {!isOff(mine) && mine.words && <Notice>{mine.words}</Notice>}
            <Facts mine={mine} />
            {mine.hazards && isAhead(mine) && <Notice>{text("volunteer-days.thursday.hazards", { hazards: mine.hazards })}</Notice>}
            {mine.offeredUntil && <Notice>{text("volunteer-days.offer.until", { until: whenText(mine.offeredUntil) })}</Notice>}
            {ownOf({ params, queue }).isKept && <Notice>{text("volunteer-days.code.kept")}</Notice>}
            {mine.isOpen && <CheckInForm params={params} queue={queue} arrivedAt={mine.arrivedAt} leftAt={mine.leftAt} />}
            <Verbs mine={mine} params={params} onDone={loaded.reload} />
            {mine.otherDays.length > 0 && <OtherDays params={params} days={mine.otherDays} />}
            {mine.mayPassOn && mine.children > 0 && <Notice>{text("volunteer-days.mine.childrenPass", { count: mine.children })}</Notice>}
            {mine.mayPassOn && <PassOn params={params} />}
            <Others mine={mine} />
            {mine.rota && <OwnRota rota={mine.rota} params={params} onDone={loaded.reload} />}
            <RenewFeed params={params} />
            {mine.minutes > 0 && <CertifyMine params={params} minutes={mine.minutes} served={mine.served} />}
          </>
        )}
      </Await>
    </div>
  );
}
