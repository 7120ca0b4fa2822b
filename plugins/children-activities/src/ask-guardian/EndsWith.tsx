import { text } from "../api.js";
import { AheadList, type Ahead } from "./OwnAhead.js";

interface Props {
  readonly sessions: Ahead;
  /** What is said of a child who is there at this moment. */
  readonly here: string;
}

/** Which dates end with a no: those ahead at once; the one the child is at lasts until it is fetched. */
export function EndsWith({ sessions, here }: Props) {
  const [now, ahead] = [sessions.filter(({ isHere }) => isHere), sessions.filter(({ isHere }) => !isHere)];
  return (
    <>
      {now.length > 0 && (
        <>
          <p>
            <strong>{here}</strong>
          </p>
          <AheadList sessions={now} />
        </>
      )}
      {ahead.length > 0 && (
        <>
          <p>{text("children-activities.own.no.dates", { count: ahead.length })}</p>
          <AheadList sessions={ahead} />
        </>
      )}
    </>
  );
}
