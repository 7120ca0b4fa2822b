import { signal, type ReadonlySignal } from "@preact/signals";
import type { Introduction, Language } from "@lianxin/plugin-kit";
import { ApiError } from "../call-server/api-error.js";
import { callServer } from "../call-server/call-server.js";
import { dropActing, setActing } from "./acting.js";
import { onSignedOut } from "./signed-out.js";

/** Who is signed in, and what they may do somewhere. Only for what is shown: the server decides each request again. */
export interface Session {
  readonly account: { readonly id: string };
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly roles: Introduction["roles"];
  /** Everybody this account may act for, the first one by itself. */
  readonly actsFor: NonNullable<Introduction["actsFor"]>;
  readonly permissions: readonly string[];
  readonly language: Language;
  /** The server knows no address of its own but this machine's: links and codes on paper would open on no phone. */
  readonly isLocal?: boolean;
}

const held = signal<Session | null | undefined>(undefined);
/** The session: undefined until the server was asked, null when nobody is signed in. */
export const session: ReadonlySignal<Session | null | undefined> = held;
onSignedOut(() => (held.value = null));

/** Asks the server who is signed in. Nobody is an answer, not an error; anything else that goes wrong throws `ApiError`. */
export async function loadSession(): Promise<Session | null> {
  try {
    const answer = (await callServer("GET", "/api/session")) as Session | { readonly account: null };
    held.value = answer.account ? (answer as Session) : null;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    held.value = null;
  }
  return held.value;
}

/** From now on this tab acts for another person of `actsFor`; the server is asked anew what that person may do. Throws `ApiError`. */
export async function actFor(personId: string): Promise<void> {
  setActing(personId);
  await loadSession();
}

function dropDrafts(): void {
  try {
    for (const place of Object.keys(localStorage)) if (place.startsWith("lx.draft.")) localStorage.removeItem(place);
  } catch {
    // Without storage there are no drafts.
  }
}

/** Ends the session on the server, then here, and leaves no draft for the next person at this device. Throws `ApiError` when the server did not hear it. */
export async function signOut(): Promise<void> {
  await callServer("POST", "/api/sign-out");
  dropDrafts();
  dropActing();
  held.value = null;
}

/** Whether the signed-in person holds this permission at some place; decides what is shown, never what is allowed. */
export const mayAnywhere = (permission: string): boolean => held.value?.permissions.includes(permission) ?? false;
