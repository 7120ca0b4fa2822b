import { useEffect, useState } from "preact/hooks";
import { ApiError, session } from "@lianxin/web-kit";
import { api } from "../api.js";
import { canKeep, drop, findKept, keep } from "./sealed-store.js";

export interface VisitBody {
  readonly clientId: string;
  readonly at?: string;
  readonly mode: "home" | "phone" | "video" | "other";
  readonly isSeen: boolean;
  readonly condition: "normal" | "attention" | "urgent";
  readonly wrong: readonly string[];
  readonly words?: string;
  readonly needs: readonly { readonly category: string; readonly words?: string; readonly action: "on_spot" | "matter"; readonly mayTell?: boolean }[];
}
interface Waiting {
  readonly elderId: string;
  readonly body: VisitBody;
}
/** A visit the server refused, with why: it stays on the device until somebody throws it away. */
export interface RefusedVisit extends Waiting {
  readonly id: string;
  readonly why: string;
}
/** Under whose account a row is kept: whoever else signs in on the same phone neither sees nor sends it. */
const mine = (kind: "visit" | "refused" | "draft"): string => `${kind}/${session.value?.account.id ?? "nobody"}/`;
/** How often a phone without a network tries again, in milliseconds. */
const again = 20_000;

const send = ({ elderId, body }: Waiting) =>
  api("POST /mine/elders/:elderId/visits", { params: { elderId }, body: body as never, idempotencyKey: body.clientId });
/** What the server says of a visit it has now. */
export type Logged = Awaited<ReturnType<typeof send>>;
/** What the network or a busy server failed is tried again, and what a lost sign-in did once somebody has signed in; what was refused is not. */
export const isOffline = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500);

/** Sends what waits, oldest first, and stops where the network fails; gives how many still wait. What is refused is put aside with the reason, never thrown away. */
async function flush(): Promise<number> {
  const account = session.value?.account.id;
  const waiting = await findKept<Waiting>(mine("visit"));
  for (const [i, { id, value }] of waiting.entries()) {
    // Somebody else may have signed in meanwhile: what is left waits for its owner.
    if (session.value?.account.id !== account) return waiting.length - i;
    try {
      await send(value);
    } catch (error) {
      if (isOffline(error)) return waiting.length - i;
      await keep(`${mine("refused")}${id}`, { ...value, why: error instanceof Error ? error.message : String(error) });
    }
    await drop(id);
  }
  return 0;
}

/** Visits that wait on this device: how many, and a way to send one that keeps it, encrypted, while there is no network. */
export function useVisits(onSent: () => Promise<unknown>) {
  const [count, setCount] = useState(0);
  const [refusals, setRefusals] = useState<readonly RefusedVisit[]>([]);
  const lookAgain = async () => setRefusals((await findKept<Omit<RefusedVisit, "id">>(mine("refused"))).map(({ id, value }) => ({ ...value, id })));
  useEffect(() => {
    if (!canKeep()) return;
    const go = async () => {
      const before = (await findKept(mine("visit"))).length;
      const left = before === 0 ? 0 : await flush();
      setCount(left);
      await lookAgain();
      if (left < before) await onSent();
    };
    const listen = () => void go();
    listen();
    addEventListener("online", listen);
    const timer = setInterval(listen, again);
    return () => {
      removeEventListener("online", listen);
      clearInterval(timer);
    };
  }, []);
  return {
    count,
    refusals,
    forget: (id: string) => drop(id).then(lookAgain),
    /** Sends one that was refused once more, for what was wrong may be mended by now; refused again it stays, with the new reason. Throws where there is no network. */
    async sendAgain({ id, elderId, body }: RefusedVisit): Promise<void> {
      try {
        await send({ elderId, body });
      } catch (error) {
        if (isOffline(error)) throw error;
        await keep(id, { elderId, body, why: error instanceof Error ? error.message : String(error) });
        return lookAgain();
      }
      await drop(id);
      await lookAgain();
      await onSent();
    },
    /** What the server says of it, undefined when it waits here. Throws what the server refuses, and "no network" where nothing can be kept. */
    async sendOrKeep(elderId: string, body: VisitBody): Promise<Logged | undefined> {
      try {
        return await send({ elderId, body });
      } catch (error) {
        if (!isOffline(error) || !canKeep()) throw error;
        await keep(`${mine("visit")}${body.at ?? ""}/${body.clientId}`, { elderId, body });
        setCount((await findKept(mine("visit"))).length);
        return undefined;
      }
    },
  };
}

/** The entry being written for an elder, kept as it is typed and there again when the page is opened anew. */
export const drafts = {
  save: (elderId: string, value: object): Promise<void> => (canKeep() ? keep(`${mine("draft")}${elderId}`, value) : Promise.resolve()),
  find: async <T>(elderId: string): Promise<T | undefined> => (canKeep() ? (await findKept<T>(`${mine("draft")}${elderId}`))[0]?.value : undefined),
  drop: (elderId: string): Promise<void> => (canKeep() ? drop(`${mine("draft")}${elderId}`) : Promise.resolve()),
};
