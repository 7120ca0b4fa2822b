import { useEffect } from "preact/hooks";
import { loadSession, session } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";
import type { Joined } from "./JoinDone.js";
import { forget, remember } from "./recall.js";

interface JoinSelfProps {
  readonly dayId: string;
  readonly onDone: (joined: Joined) => void;
  /** The place was given back at once. */
  readonly onUndone: () => Promise<unknown>;
}

/** Whoever is signed in has a place with one tap, and gives it back with another; nobody else sees it. */
export function JoinSelf({ dayId, onDone, onUndone }: JoinSelfProps) {
  useEffect(() => void loadSession().catch(() => undefined), []);
  const name = session.value?.person?.name;
  if (!name) return null;
  const join = async () => {
    const joined = await api("POST /days/:dayId/sign-ups", { params: { dayId }, body: {} });
    const [signUpId = "", key = ""] = joined.link?.split("/").slice(-2) ?? [];
    if (joined.link && joined.number) remember(dayId, { link: joined.link, number: joined.number });
    const undo = async () => {
      await api("POST /public/sign-ups/:signUpId/:key/cancel", { params: { signUpId, key } });
      forget(dayId, joined.link ?? "");
      await onUndone();
    };
    onDone({ ...joined, name, ...(key && !joined.isKnown && { undo }) });
  };
  return (
    <div class="lx-stack">
      <ActButton look="filled" isWide onAct={join}>
        {text("volunteer-days.join.self", { name })}
      </ActButton>
      <p class="lx-hint">{text("volunteer-days.join.self.hint")}</p>
    </div>
  );
}
