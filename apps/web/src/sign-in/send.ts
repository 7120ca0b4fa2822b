import { ApiError, callServer, loadSession, t } from "@lianxin/web-kit";

/** Sends one of the sign-in forms. Throws `ApiError`. */
export const send = (path: string, body: object, idempotencyKey: string): Promise<unknown> =>
  callServer("POST", `/api/sign-in/${path}`, { body, idempotencyKey });

/** Whether the message asked for is only shown where the server runs, because nothing to send it with is set. */
export const isShown = (answer: unknown): boolean => (answer as { readonly isShown?: boolean }).isShown === true;

/** Asks who is signed in now. Throws when the server took the proof but the browser kept no session. */
export async function enter(): Promise<void> {
  if (!(await loadSession())) throw new ApiError(0, { code: "web.noSession", message: t("shell.noSession"), remedy: t("shell.noSession.remedy") });
}
