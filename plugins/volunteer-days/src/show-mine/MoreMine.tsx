import { useState } from "preact/hooks";
import { Card, dateOf, dayText, Notice, timeText } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";
import type { Mine } from "./MinePage.js";

/** Whoever has seen the address of the calendar can be shut out again: it gets another one. */
export function RenewFeed({ params }: { readonly params: { readonly signUpId: string; readonly key: string } }) {
  const [feed, setFeed] = useState<string | undefined>(undefined);
  const renew = async () => setFeed((await api("POST /public/sign-ups/:signUpId/:key/feed", { params })).feed);
  return feed ? (
    <Notice kind="done">
      {text("volunteer-days.mine.feedRenewed")} <a href={`webcal://${location.host}${feed}`}>{text("volunteer-days.mine.feed")}</a>
    </Notice>
  ) : (
    <ActButton look="plain" onAct={renew}>
      {text("volunteer-days.mine.feedRenew")}
    </ActButton>
  );
}

/** Their other dates, each led to by its own link. */
export const Others = ({ mine: { others } }: { readonly mine: Mine }) =>
  others.length === 0 ? null : (
    <Card title={text("volunteer-days.mine.others")}>
      <ul class="mine-others">
        {others.map(({ link, state, startsAt, endsAt, siteName }) => (
          <li key={link}>
            <a href={link}>
              {dayText(dateOf(startsAt))} {timeText(startsAt)}–{timeText(endsAt)} {siteName}
            </a>{" "}
            {state === "waiting" && <span class="lx-hint">{text("volunteer-days.day.waiting")}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
