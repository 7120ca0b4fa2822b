import { Button, dayText, Meta, t } from "@lianxin/web-kit";
import { text } from "../api.js";
import { CallPhone, type ShownPhones } from "./CallPhones.js";
import type { Called } from "./TellPage.js";

interface LineProps {
  readonly person: Called;
  readonly phones: ShownPhones;
  readonly isTicked: boolean;
  readonly onTick: (inviteeId: string) => void;
  readonly onAnswer: (inviteeId: string, answer: "coming" | "not_coming") => Promise<void>;
}
const answers = ["coming", "not_coming"] as const;

/** Somebody asked: whom to call, how they were told, what they said. */
export function PersonLine({ person, phones, isTicked, onTick, onAnswer }: LineProps) {
  const { inviteeId, name, partyName, phone, toldBy, toldOn, rsvp, isMailed } = person;
  return (
    <li>
      <label class="lx-choice" data-checked={isTicked}>
        {toldBy === null && <input type="checkbox" checked={isTicked} onChange={() => onTick(inviteeId)} />}
        <span>
          {name}
          <small>
            <Meta>
              {[
                partyName,
                <CallPhone key="phone" inviteeId={inviteeId} phone={phone} phones={phones} />,
                isMailed && text("meetings.tell.mailed"),
                toldBy !== null && text("meetings.tell.toldBy", { by: t(`meetings.told.${toldBy}`), day: toldOn ? dayText(toldOn) : "" }),
              ]}
            </Meta>
          </small>
        </span>
      </label>
      <div class="lx-actions">
        {answers.map((answer) => (
          <Button
            key={answer}
            look="plain"
            aria-pressed={rsvp === answer}
            aria-label={`${t(`meetings.rsvp.${answer}`)} ${name}`}
            onClick={() => void onAnswer(inviteeId, answer)}
          >
            {`${rsvp === answer ? "✓ " : ""}${t(`meetings.rsvp.${answer}`)}`}
          </Button>
        ))}
      </div>
    </li>
  );
}
