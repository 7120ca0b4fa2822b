import { useEffect, useRef, useState } from "preact/hooks";
import { Button, ButtonLink, dayText, Icon, Notice, SummaryList, timeText } from "@lianxin/web-kit";
import { CalendarPlus, CircleCheck, Phone } from "@lianxin/web-kit/icons";
import { api, text, type Thursday, type ThursdayDay } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";
import { FamilyForm } from "./FamilyForm.js";
import { PeopleList } from "./PeopleList.js";

export interface Joined {
  readonly signUpId: string;
  readonly name: string;
  /** As it was typed, kept on the page for who else of the family comes; nowhere else. */
  readonly typedPhone?: string;
  readonly siteId: string | null;
  readonly isKnown: boolean;
  readonly state: "confirmed" | "waiting" | "offered" | null;
  readonly number: string | null;
  readonly queue: number | null;
  /** Null of a place that was there before, to who has proved nothing. */
  readonly siteName: string | null;
  readonly meetingPoint: string | null;
  readonly link: string | null;
  /** Everybody who came with the same press, whoever pressed first. */
  readonly people?: readonly Joined[];
  /** Gives the place back that one tap took. */
  readonly undo?: () => Promise<unknown>;
}
interface JoinDoneProps {
  readonly joined: Joined;
  readonly day: ThursdayDay;
  readonly thursday: Pick<Thursday, "phone" | "sendsTexts">;
}

const headingOf = ({ isKnown, state, queue, people }: Joined, sendsTexts: boolean): string => {
  const waiting = people?.filter((one) => one.state === "waiting").length ?? 0;
  if (people && waiting > 0) return text("volunteer-days.done.some", { has: people.filter((one) => one.state === "confirmed").length, waiting });
  if (isKnown) return text("volunteer-days.done.known");
  if (state === null) return text(sendsTexts ? "volunteer-days.done.sent" : "volunteer-days.done.sentNot");
  return state === "confirmed" ? text("volunteer-days.done.confirmed") : text("volunteer-days.done.waiting", { place: queue ?? 1 });
};

/** Who has lost their link has it sent to the phone they gave; the page does not learn whether it is known there. */
function SendLinks({ phone }: { readonly phone: string }) {
  const [isSent, setSent] = useState(false);
  const send = async () => {
    await api("POST /public/links", { body: { phone } });
    setSent(true);
  };
  return isSent ? (
    <Notice kind="done">{text("volunteer-days.done.linksSent")}</Notice>
  ) : (
    <ActButton isWide onAct={send}>
      {text("volunteer-days.done.sendLinks")}
    </ActButton>
  );
}

/** The number of a date that was moved begins with the day it was planned for. */
const numberOf = (number: string, heldOn: string): string =>
  number.startsWith(`${heldOn.slice(5).replace("-", "")}-`) ? number : `${number}（${text("volunteer-days.number.old")}）`;

/** It worked: when, where, the number to keep, the way to cancel. */
export function JoinDone({ joined, day, thursday: { phone, sendsTexts } }: JoinDoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isFamilyOpen, openFamily] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const { name, number, link, siteName, meetingPoint, isKnown, people } = joined;
  const when = `${dayText(day.heldOn)} ${timeText(day.startsAt)}–${timeText(day.endsAt)}`;
  return (
    <>
      <section class="thursday-done">
        <Icon node={CircleCheck} size={44} />
        <h1 ref={heading} tabIndex={-1}>
          {headingOf(joined, sendsTexts)}
        </h1>
        {!people && <p>{name}</p>}
      </section>
      {people && <PeopleList people={people} sendsTexts={sendsTexts} />}
      <SummaryList
        rows={[
          { label: text("volunteer-days.done.when"), value: when },
          ...(meetingPoint ? [{ label: text("volunteer-days.done.meet"), value: meetingPoint }] : []),
          ...(siteName ? [{ label: text("volunteer-days.done.site"), value: siteName }] : []),
          ...(day.tools ? [{ label: text("volunteer-days.done.tools"), value: day.tools }] : []),
          ...(number && !people ? [{ label: text("volunteer-days.done.number"), value: numberOf(number, day.heldOn) }] : []),
        ]}
      />
      {isKnown && !link && joined.typedPhone && sendsTexts && <SendLinks phone={joined.typedPhone} />}
      <div class="lx-stack">
        {link && !people && (
          <>
            {joined.state === "confirmed" && (
              <ButtonLink
                look="filled"
                isWide
                icon={CalendarPlus}
                href={`/api/volunteer-days${link.replace("/volunteer-days/mine", "/public/sign-ups")}/calendar.ics`}
                download
              >
                {text("volunteer-days.done.calendar")}
              </ButtonLink>
            )}
            <ButtonLink isWide href={link}>
              {text("volunteer-days.done.mine")}
            </ButtonLink>
          </>
        )}
        {joined.typedPhone && isFamilyOpen && (
          <FamilyForm sendsTexts={sendsTexts} dayId={day.id} phone={joined.typedPhone} siteId={joined.siteId} link={link} />
        )}
        {joined.typedPhone && !isFamilyOpen && (
          <Button isWide onClick={() => openFamily(true)}>
            {text("volunteer-days.family.open")}
          </Button>
        )}
        {joined.undo && (
          <ActButton look="plain" isWide onAct={joined.undo}>
            {text("volunteer-days.done.undo")}
          </ActButton>
        )}
        {phone && (
          <ButtonLink isWide icon={Phone} href={`tel:${phone}`}>
            {text("volunteer-days.done.ask")}
          </ButtonLink>
        )}
      </div>
      <p class="lx-hint">{text("volunteer-days.done.keep")}</p>
    </>
  );
}
