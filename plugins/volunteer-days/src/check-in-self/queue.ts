import { browserPorts } from "@lianxin/web-kit";

/** A call that waits on this device until it can be sent. Each one is the same however often it is sent. */
export interface Waiting {
  readonly id: string;
  readonly route: "self" | "desk";
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  /** Whom it is about, to be told when it is refused. */
  readonly who: string;
  readonly at: number;
}
/** What the server refused, kept until somebody has read it. */
export interface Refused extends Pick<Waiting, "id" | "route" | "params" | "body" | "who"> {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
}

function listAt<T extends { readonly id: string }>(place: string) {
  const read = (): readonly T[] => {
    try {
      return (JSON.parse(localStorage.getItem(place) ?? "[]") as readonly T[] | null) ?? [];
    } catch {
      return [];
    }
  };
  const write = (list: readonly T[]): void => {
    try {
      localStorage.setItem(place, JSON.stringify(list));
    } catch {
      return;
    }
  };
  return { read, add: (one: T) => write([...read(), one]), remove: (id: string) => write(read().filter((one) => one.id !== id)) };
}

export const waiting = listAt<Waiting>("lx.volunteer-days.queue");
export const refused = listAt<Refused>("lx.volunteer-days.refused");

type Said = Pick<Waiting, "params" | "body">;
const personOf = ({ params, body }: Said): string => JSON.stringify([params, body.signUpId]);
const wordOf = ({ params, body }: Said): string => JSON.stringify([params, { ...body, time: undefined }]);

/**
 * Puts a call behind those that wait already, so that the last word said is the last one sent; the same word again right behind itself is one.
 * Gives its id, undefined where the device keeps nothing.
 */
export function enqueue(one: Omit<Waiting, "id" | "at">): string | undefined {
  const last = [...waiting.read()].reverse().find((kept) => personOf(kept) === personOf(one));
  if (last && wordOf(last) === wordOf(one)) return last.id;
  const id = browserPorts.newKey();
  waiting.add({ ...one, id, at: browserPorts.now() });
  return waiting.read().some((kept) => kept.id === id) ? id : undefined;
}
