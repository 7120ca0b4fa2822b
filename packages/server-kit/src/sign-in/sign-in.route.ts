import type { Language } from "@lianxin/plugin-kit";
import { Type, type TSchema } from "typebox";
import { failures } from "../failures.js";
import { cookiesFor, readCookie } from "./session-cookie.js";
import { ownAccountRoutes } from "./own-account.route.js";
import type { Entry } from "./session.repository.js";
import type { SignIn } from "./sign-in.js";

/** What a sign-in route is given; `cookies` is the raw Cookie header. */
export interface SignInRequest {
  readonly body: any;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly ip: string;
  readonly cookies: string | undefined;
  readonly language: Language;
}
export interface SignInAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly setCookie?: readonly string[];
  readonly redirect?: string;
}
/** One route as data; whoever registers it adds the check of the origin and `cache-control: no-store`. */
export interface SignInRoute {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly summary: string;
  readonly policy: { readonly may: "anyone" | "signed-in"; readonly at: "none" | "self" };
  readonly body?: TSchema;
  handle(request: SignInRequest): Promise<SignInAnswer>;
}

const closed = { additionalProperties: false } as const;
const mail = Type.String({ minLength: 3, maxLength: 254 });
const phone = Type.String({ minLength: 5, maxLength: 32 });
const password = Type.String({ minLength: 1, maxLength: 256 });
const token = Type.String({ minLength: 43, maxLength: 43 });
const open = { may: "anyone", at: "none" } as const;

function doorsOf(signIn: SignIn) {
  const cookies = cookiesFor(signIn.baseUrl);
  const sessionOf = (header: string | undefined) => signIn.reader.accountOf(header);
  return {
    cookies,
    /** Whoever signs in leaves the session they had: its secret may be known to another. */
    async enter(entry: Entry, header: string | undefined): Promise<SignInAnswer> {
      const before = await sessionOf(header);
      if (before) await signIn.signOut(before).catch(() => undefined);
      return {
        status: 200,
        body: { ok: true },
        setCookie: [cookies.write(cookies.session, entry.token, signIn.config.longestSeconds), cookies.erase(cookies.handle)],
      };
    },
    async needed(header: string | undefined) {
      const session = await sessionOf(header);
      if (!session) throw failures.notSignedIn();
      return session;
    },
    sessionOf,
  };
}

export type Doors = ReturnType<typeof doorsOf>;

function mailRoutes(signIn: SignIn, doors: Doors): SignInRoute[] {
  return [
    {
      method: "POST",
      url: "/api/sign-in/mail-link",
      summary: "Ask for a sign-in link by mail; `isShown` when no mail server is set and the link stands in the server's own output",
      policy: open,
      body: Type.Object({ mail }, closed),
      async handle({ body, ip, language }) {
        await signIn.requestMailLink(body.mail, { ip, language });
        return { status: 202, body: { ok: true, isShown: signIn.isShown.mail } };
      },
    },
    {
      method: "POST",
      url: "/api/sign-in/mail-link/open",
      summary: "Sign in with the token of a link",
      policy: open,
      body: Type.Object({ token }, closed),
      handle: async ({ body, cookies }) => doors.enter(await signIn.openMailLink(body.token), cookies),
    },
  ];
}

function phoneRoutes(signIn: SignIn, { cookies: jar, enter }: Doors): SignInRoute[] {
  return [
    {
      method: "POST",
      url: "/api/sign-in/phone-code",
      summary: "Ask for a code by SMS; `isShown` when no gateway is set and the code stands in the server's own output",
      policy: open,
      body: Type.Object({ phone }, closed),
      async handle({ body, ip, language }) {
        const { handle } = await signIn.requestPhoneCode(body.phone, { ip, language });
        return { status: 202, body: { ok: true, isShown: signIn.isShown.sms }, setCookie: [jar.write(jar.handle, handle, signIn.config.codeSeconds)] };
      },
    },
    {
      method: "POST",
      url: "/api/sign-in/phone-code/check",
      summary: "Sign in with the code",
      policy: open,
      body: Type.Object({ phone, code: Type.String({ pattern: "^[0-9]{6}$" }) }, closed),
      handle: async ({ body, cookies }) => enter(await signIn.checkPhoneCode(body.phone, body.code, readCookie(cookies, jar.handle)), cookies),
    },
  ];
}

function passwordRoutes(signIn: SignIn, { enter }: Doors): SignInRoute[] {
  const text = Type.String({ minLength: 1, maxLength: 100 });
  return [
    {
      method: "POST",
      url: "/api/sign-in/password",
      summary: "Sign in with a password",
      policy: open,
      body: Type.Object({ identifier: mail, password }, closed),
      handle: async ({ body, ip, cookies }) => enter(await signIn.signInWithPassword(body.identifier, body.password, ip), cookies),
    },
    {
      method: "POST",
      url: "/api/set-up",
      summary: "Make the first account, with the one-use link of the first start",
      policy: open,
      body: Type.Object(
        { token, name: text, community: text, mail: Type.Optional(mail), phone: Type.Optional(phone), password: Type.Optional(password) },
        closed,
      ),
      handle: async ({ body: { token: proof, ...setUp }, cookies }) => enter(await signIn.completeSetUp(proof, setUp), cookies),
    },
  ];
}

/** The addresses of signing in, as data for the HTTP layer. */
export function signInRoutes(signIn: SignIn): readonly SignInRoute[] {
  const doors = doorsOf(signIn);
  return [...mailRoutes(signIn, doors), ...phoneRoutes(signIn, doors), ...passwordRoutes(signIn, doors), ...ownAccountRoutes(signIn, doors)];
}
