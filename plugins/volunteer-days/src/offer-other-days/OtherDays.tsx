import { Card, dateOf, dayText, timeText } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";

interface OtherDaysProps {
  readonly params: { readonly signUpId: string; readonly key: string };
  readonly days: readonly {
    readonly dayId: string;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly siteName: string;
    readonly meetingPoint: string;
  }[];
}

/** Whoever cannot come that day is shown the next ones with a place for them: one tap, and the page of the new place opens. */
export function OtherDays({ params, days }: OtherDaysProps) {
  const come = async (dayId: string) => {
    const { link } = await api("POST /public/sign-ups/:signUpId/:key/other-days", { params, body: { dayId } });
    if (link) location.assign(link);
  };
  return (
    <Card title={text("volunteer-days.otherDays.title")}>
      <p class="lx-hint">{text("volunteer-days.otherDays.hint")}</p>
      <ul class="mine-days">
        {days.map(({ dayId, title, startsAt, endsAt, siteName, meetingPoint }) => (
          <li key={dayId}>
            <span>
              <strong>
                {dayText(dateOf(startsAt))} {timeText(startsAt)}–{timeText(endsAt)}
              </strong>
              <br />
              {title}，{siteName}，{text("volunteer-days.thursday.meet", { place: meetingPoint })}
            </span>
            <ActButton aria-label={`${text("volunteer-days.otherDays.come")} ${dayText(dateOf(startsAt))}`} onAct={() => come(dayId)}>
              {text("volunteer-days.otherDays.come")}
            </ActButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
