import { text } from "../api.js";
import type { Joined } from "./JoinDone.js";

function stateOf({ isKnown, state, queue, number }: Joined, sendsTexts: boolean): string {
  if (isKnown) return text("volunteer-days.done.known");
  if (state === null) return text(sendsTexts ? "volunteer-days.people.sent" : "volunteer-days.done.sentNot");
  const place = state === "waiting" ? text("volunteer-days.people.waits", { place: queue ?? 1 }) : text("volunteer-days.people.has");
  return number ? `${place}（${number}）` : place;
}

/** What each of several has who came under one number: a place or a place in line, with their own page. */
export const PeopleList = ({ people, sendsTexts }: { readonly people: readonly Joined[]; readonly sendsTexts: boolean }) => (
  <ul class="thursday-others">
    {people.map((one) => (
      <li key={one.signUpId}>{one.link ? <a href={one.link}>{`${one.name} ${stateOf(one, sendsTexts)}`}</a> : `${one.name} ${stateOf(one, sendsTexts)}`}</li>
    ))}
  </ul>
);
