import { failures } from "../failures.js";
import { addAccount } from "./account.repository.js";
import { auditDeed } from "./audit-deed.js";
import { usualConfig, type Asker, type Ground, type SignInOptions } from "./ground.js";
import { passwordHasher } from "./hash-password.js";
import { openLibrary } from "./library.js";
import { openMailLink, requestMailLink } from "./mail-link.js";
import { changeOwnPassword, readAccount, signOutElsewhere } from "./own-account.js";
import { hashNewPassword, signInWithPassword } from "./password.js";
import { checkPhoneCode, requestPhoneCode } from "./phone-code.js";
import { createSessionReader, type LiveSession } from "./session-reader.js";
import { endSession, listSessions } from "./session.repository.js";
import { completeSetUp, ensureSetUpLink, identifiersOf, type WaysIn } from "./set-up.js";
import { sweepSignIn } from "./sweep.js";

function groundOf({ config: given, forgotten, ...options }: SignInOptions) {
  const config = { ...usualConfig, ...given };
  const library = openLibrary({ ...options, hasher: passwordHasher(options.ports.random, config.passwordCost) });
  const reader = createSessionReader({ ...options, config });
  const underWay = new Set<Promise<void>>();
  const ground: Ground = {
    ...options,
    config,
    library,
    forget(accountId) {
      reader.forget(accountId);
      forgotten?.(accountId);
    },
    deliver(work) {
      // Not even the beginning of it runs before the answer has left this turn of the loop.
      const sending: Promise<void> = new Promise((resolve) => setImmediate(resolve))
        .then(work)
        .catch(options.failed)
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
  };
  return { ground, reader, settled: async () => void (await Promise.all([...underWay])) };
}

function endings(ground: Ground) {
  const { lane } = ground;
  return {
    /** Ends one session of an account. Throws `notFound` when it has no such session. */
    async signOut({ accountId, id }: { readonly accountId: string; readonly id: string }): Promise<void> {
      const isEnded = await lane.run(async (tx) => {
        tx.afterCommit(() => ground.forget(accountId));
        const wasThere = await endSession(tx, accountId, id);
        if (wasThere) auditDeed(ground, tx, "signedOut", accountId, { session: id });
        return wasThere;
      });
      if (!isEnded) throw failures.notFound();
    },
  };
}

async function createAccount(ground: Ground, { password, ...ways }: WaysIn): Promise<{ readonly accountId: string }> {
  const identifiers = identifiersOf(ways);
  const hash =
    password === undefined
      ? undefined
      : await hashNewPassword(
          ground,
          password,
          identifiers.map((i) => i.value),
        );
  return { accountId: await ground.lane.run((tx) => addAccount(ground, tx, identifiers, hash)) };
}

/** Accounts, the three ways in and sessions, on the same database and write lane as everything else. */
export function createSignIn(options: SignInOptions) {
  const { ground, reader, settled } = groundOf(options);
  const entering =
    <A extends unknown[], T>(enter: (ground: Ground, ...asked: A) => Promise<T>) =>
    async (...asked: A): Promise<T> => {
      await ground.library.load();
      return enter(ground, ...asked);
    };
  return {
    reader,
    baseUrl: options.baseUrl,
    isShown: options.isShown ?? { mail: false, sms: false },
    config: ground.config,
    requestMailLink: (mail: string, asker: Asker) => requestMailLink(ground, mail, asker),
    openMailLink: entering(openMailLink),
    requestPhoneCode: (phone: string, asker: Asker) => requestPhoneCode(ground, phone, asker),
    checkPhoneCode: entering(checkPhoneCode),
    signInWithPassword: entering(signInWithPassword),
    readAccount: (session: LiveSession) => readAccount(ground, session),
    changeOwnPassword: entering(changeOwnPassword),
    signOutElsewhere: (session: LiveSession) => signOutElsewhere(ground, session),
    createAccount: entering(createAccount),
    ...endings(ground),
    sessionsOf: (accountId: string) => listSessions(ground, accountId),
    ensureSetUpLink: () => ensureSetUpLink(ground),
    completeSetUp: entering(completeSetUp),
    /** Removes what is over: sessions, challenges, windows of limits. For a job, once an hour. */
    sweep: () => sweepSignIn(ground),
    /** Resolves when no message is under way any more. */
    settled,
  };
}

export type SignIn = ReturnType<typeof createSignIn>;
