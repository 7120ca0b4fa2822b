import { useSignal } from "@preact/signals";
import { Button, dayText, ErrorNotice } from "@lianxin/web-kit";
import { api, text } from "../api.js";

interface Props {
  readonly sessionId: string;
  readonly heldOn: string;
}

/** Whom the director rings, since no text message reaches them; opened when asked for, which is logged. */
export function WhomToCall({ sessionId, heldOn }: Props) {
  const [people, problem] = [useSignal<readonly { relation: string; name: string; phone: string }[] | undefined>(undefined), useSignal<unknown>(undefined)];
  const look = () =>
    api("GET /sessions/:sessionId/to-call", { params: { sessionId } }).then(
      (answer) => void (people.value = answer.people),
      (error: unknown) => void (problem.value = error),
    );
  if (people.value)
    return people.value.length === 0 ? (
      <span class="lx-hint">{text("children-activities.call.nobody")}</span>
    ) : (
      <ul>
        {people.value.map(({ relation, name, phone }) => (
          <li key={`${name} ${phone}`}>
            {relation} {name} <a href={`tel:${phone}`}>{phone}</a>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      {problem.value !== undefined && <ErrorNotice error={problem.value} />}
      <Button look="plain" aria-label={`${text("children-activities.call.verb")} ${dayText(heldOn)}`} onClick={() => void look()}>
        {text("children-activities.call.verb")}
      </Button>
    </>
  );
}
