import { Type } from "typebox";
import type { Doors, SignInRoute } from "./sign-in.route.js";
import type { SignIn } from "./sign-in.js";

const own = { may: "signed-in", at: "self" } as const;
const password = Type.String({ minLength: 1, maxLength: 256 });

function sessionRoutes(signIn: SignIn, { cookies: jar, needed, sessionOf }: Doors): SignInRoute[] {
  return [
    {
      method: "POST",
      url: "/api/sign-out",
      summary: "End this session",
      policy: { may: "anyone", at: "none" },
      async handle({ cookies }) {
        const session = await sessionOf(cookies);
        if (session) await signIn.signOut(session);
        return { status: 200, body: { ok: true }, setCookie: [jar.erase(jar.session)] };
      },
    },
    {
      method: "GET",
      url: "/api/sessions",
      summary: "My sessions",
      policy: own,
      async handle({ cookies }) {
        const { id, accountId } = await needed(cookies);
        const sessions = await signIn.sessionsOf(accountId);
        return { status: 200, body: { sessions: sessions.map((session) => ({ ...session, isThis: session.id === id })) } };
      },
    },
    {
      method: "DELETE",
      url: "/api/sessions/:id",
      summary: "End one of my sessions",
      policy: own,
      async handle({ cookies, params }) {
        const { accountId } = await needed(cookies);
        await signIn.signOut({ accountId, id: params.id ?? "" });
        return { status: 200, body: { ok: true } };
      },
    },
  ];
}

/** What the owner of an account sees and changes of it. */
export function ownAccountRoutes(signIn: SignIn, doors: Doors): SignInRoute[] {
  const { cookies: jar, needed } = doors;
  return [
    ...sessionRoutes(signIn, doors),
    {
      method: "POST",
      url: "/api/sessions/end-others",
      summary: "End all my sessions but this one",
      policy: own,
      async handle({ cookies }) {
        await signIn.signOutElsewhere(await needed(cookies));
        return { status: 200, body: { ok: true } };
      },
    },
    {
      method: "GET",
      url: "/api/account",
      summary: "My ways in: kinds of addresses, and whether there is a password",
      policy: own,
      handle: async ({ cookies }) => ({ status: 200, body: await signIn.readAccount(await needed(cookies)) }),
    },
    {
      method: "POST",
      url: "/api/account/password",
      summary: "Set my password, with the old one or right after signing in; ends my other sessions",
      policy: own,
      body: Type.Object({ password, before: Type.Optional(password) }, { additionalProperties: false }),
      async handle({ cookies, body }) {
        const { token } = await signIn.changeOwnPassword(await needed(cookies), body);
        return { status: 200, body: { ok: true }, setCookie: [jar.write(jar.session, token, signIn.config.longestSeconds)] };
      },
    },
  ];
}
