import type { Language } from "@lianxin/plugin-kit";
import type { Ports } from "../ports.js";
import type { LaneHandle, WriteLane } from "../write-lane/lane.js";
import type { AuthDb } from "./auth-tables.js";
import type { Library } from "./library.js";
import type { Newcomers } from "./newcomer.js";

/** What a community may set; seconds and counts. */
export interface SignInConfig {
  /** A session ends when it is not used for this long. */
  readonly idleSeconds: number;
  /** A session ends after this long at the latest. */
  readonly longestSeconds: number;
  readonly linkSeconds: number;
  readonly codeSeconds: number;
  readonly triesPerCode: number;
  /** Between two messages to one address, asked for from one network address. */
  readonly pauseSeconds: number;
  /** Asked for from one network address. */
  readonly messagesPerAddressAndDay: number;
  readonly messagesPerAddressFromAllAndDay: number;
  readonly messagesPerIpAndDay: number;
  /** Wrong passwords in a quarter of an hour: for one account from one address, and from one address. */
  readonly passwordTries: number;
  readonly passwordTriesPerIp: number;
  /** N of scrypt, a power of two. */
  readonly passwordCost: number;
}

const day = 86_400;
export const usualConfig: SignInConfig = {
  idleSeconds: 7 * day,
  longestSeconds: 30 * day,
  linkSeconds: 900,
  codeSeconds: 600,
  triesPerCode: 5,
  pauseSeconds: 60,
  messagesPerAddressAndDay: 10,
  messagesPerAddressFromAllAndDay: 200,
  messagesPerIpAndDay: 100,
  passwordTries: 10,
  passwordTriesPerIp: 100,
  passwordCost: 131_072,
};

/** The first account of an empty community, for the directory to make its person. */
export interface FirstPerson {
  readonly accountId: string;
  readonly name: string;
  readonly community: string;
  /** The tidy mail address and phone number of the account: how the person is reached. */
  readonly addresses?: readonly { readonly kind: "phone" | "mail"; readonly address: string }[];
}

export interface SignInOptions {
  /** The reader pool behind the fence of sign-in: `fenced(database.root, authFence)`. */
  readonly db: AuthDb;
  readonly lane: WriteLane;
  readonly ports: Ports;
  /** The keyed hash under which a mail address or phone number is found. */
  readonly blind: (value: string) => string;
  /** Called after the commit and not waited for; a failure goes to `failed`. */
  readonly sendLink: (message: { readonly mail: string; readonly link: string; readonly language: Language }) => Promise<void>;
  readonly sendCode: (message: { readonly phone: string; readonly code: string; readonly language: Language }) => Promise<void>;
  readonly failed: (error: unknown) => void;
  /** Messages of a channel that nobody receives: they are shown where the server runs. */
  readonly isShown?: { readonly mail: boolean; readonly sms: boolean };
  /** At least 32 letters, derived from the master key. */
  readonly secret: string;
  /** The address people use, "https://lianxin.example". */
  readonly baseUrl: string;
  /** Makes the first person in the same transaction. */
  readonly welcome: (tx: LaneHandle, first: FirstPerson) => Promise<unknown>;
  readonly newcomers?: Newcomers;
  /** An account's sessions or rights changed: whatever is kept of it elsewhere is dropped. */
  readonly forgotten?: (accountId: string) => void;
  readonly config?: Partial<SignInConfig>;
}

/** Who asks, as far as the limits and the message need it. */
export interface Asker {
  readonly ip: string;
  readonly language: Language;
}

export interface Ground extends Omit<SignInOptions, "config" | "forgotten"> {
  readonly config: SignInConfig;
  readonly library: Library;
  forget(accountId: string): void;
  /** Starts a delivery that the answer does not wait for, so that its time tells nothing. */
  deliver(work: () => Promise<void>): void;
}

/** The moment some seconds after another, both UTC text. */
export const after = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString();
