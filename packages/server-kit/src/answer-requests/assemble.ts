import {
  camelCased,
  type Actor,
  type AnyPlugin,
  type Authority,
  type Classified,
  type Clock,
  type ErrorParams,
  type Language,
  type Letter,
  type PluginAccounts,
  type PluginReadings,
  type PluginTasks,
  type ServerPart,
  type Table,
} from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";
import { handOverLetters } from "../deliver-outbox/hand-over-letters.js";
import { eventRow, letterRow } from "../deliver-outbox/outbox-rows.js";
import { erasePerson } from "../erase-people/erase-person.js";
import { isOwnSubject } from "../erase-people/find-own-subject.js";
import { fenced, type Hold } from "../guard-tables/plugin-handle.js";
import { fingerprintOf } from "../keep-audit/fingerprint.js";
import { countReadings, findReadings } from "../keep-audit/own-readings.js";
import { redactProofs } from "../keep-audit/redact-audit.js";
import type { KitDb } from "../kit-tables.js";
import { askToStop, beginTask, findStanding } from "../run-tasks/begin-task.js";
import { authFence, type AuthDb } from "../sign-in/auth-tables.js";
import { disableAccount, enableAccount, findDisabled, removeAccount } from "../sign-in/standing.repository.js";
import { translate } from "../start-plugins/translate.js";
import { doWholly } from "../write-lane/do-wholly.js";
import type { Records } from "../write-lane/records.js";
import { keyStoreOf } from "./key-store-of.js";
import type { Platform } from "./platform.js";

/** One request's way to the database, what it records, and its one moment. */
export interface Ground {
  readonly root: Kysely<any>;
  readonly hold?: Hold;
  readonly records: Records;
  readonly clock: Clock;
  readonly route: string;
  /** Reads may not write, publish, deliver or audit: nothing would carry it. */
  readonly writes: boolean;
  /** Runs after the commit of a ground that writes. */
  readonly afterCommit?: (action: () => void) => void;
}

const anonymousIn = (language: Language): Actor => Object.freeze({ accountId: "anonymous", personId: null, isSignedIn: false, language });
const strangers: Readonly<Record<Language, Actor>> = { "zh-CN": anonymousIn("zh-CN"), en: anonymousIn("en") };

/** Whoever is not signed in: one and the same for each language, so that a set of strangers shares one context. */
export const anonymous = (language: Language): Actor => strangers[language];

/** Builds plugins' contexts and services on one connection, each once and only when it is reached. */
export class Assembly {
  readonly #contexts = new Map<string, Record<string, unknown>>();

  constructor(
    readonly platform: Platform,
    readonly ground: Ground,
    readonly actor: Actor,
  ) {}

  contextOf(id: string): any {
    const known = this.#contexts.get(id);
    if (known) return known;
    const part = this.#part(id);
    const context: Record<string, unknown> = { ...this.#base(part), use: this.#use(part.plugin) };
    this.#contexts.set(id, context);
    context.services = part.services(context as never);
    return context;
  }

  get authority(): Authority {
    const { parts, permissions } = this.platform;
    const part = parts.find((p) => p.authority)!;
    return part.authority!(this.contextOf(part.plugin.id).services, { permissions });
  }

  #part(id: string): ServerPart {
    return this.platform.parts.find((p) => p.plugin.id === id)!;
  }

  #use(plugin: AnyPlugin): object {
    const use = {};
    for (const { id } of plugin.dependsOn as AnyPlugin[])
      Object.defineProperty(use, camelCased(id), { enumerable: true, get: () => this.#part(id).provide?.(this.contextOf(id).services) });
    return use;
  }

  #base(part: ServerPart): Record<string, unknown> {
    const { plugin } = part;
    const { platform, ground, actor } = this;
    const id: string = plugin.id;
    const own = platform.fences.get(id)!;
    return {
      db: fenced(ground.root, ground.writes ? own : own.reading, ground.hold),
      config: platform.configs.get(id),
      clock: ground.clock,
      actor,
      newId: () => platform.ports.newId(),
      linkTo: (path: string) => `${platform.url}${path}`,
      blind: (value: string) => platform.sealer.blindIndex(value),
      sign: (text: string) => platform.sealer.sign(id, text),
      text: (key: string, params: ErrorParams = {}, language: Language = actor.language) => translate(platform.texts, key, params, language),
      publish: (event: string, aggregate: string, payload: unknown) =>
        this.#records("publish").outbox.push(eventRow(platform.ports, ground.clock, { plugin, event, aggregate, payload }, platform.heard)),
      wake: (topic: string) => ground.afterCommit?.(() => platform.waiting.wake(`${id} ${topic}`)),
      waitFor: (topic: string, milliseconds: number) => platform.waiting.waitFor(`${id} ${topic}`, milliseconds),
      canSend: (channel: Letter["channel"]) => platform.channels.has(channel),
      deliver: (letter: Letter) => this.#records("deliver").outbox.push(letterRow(platform.ports, ground.clock, id, letter)),
      wholly: <T>(work: () => Promise<T>) => doWholly({ root: ground.root, records: this.#records("do work wholly or not at all") }, work),
      audit: (action: string, target: string, detail: Record<string, unknown> = {}) => this.#audit(`${id}.${action}`, target, detail),
      prove: (action: string, target: string, content: unknown) => this.#audit(`${id}.${action}`, target, { fingerprint: fingerprintOf(content) }),
      forgetDetails: (action: string, target: string) => this.#forgetDetails(`${id}.${action}`, target),
      reprove: (action: string, target: string, content: unknown) => this.#reprove(`${id}.${action}`, target, content),
      runInWorker: platform.workers.run,
      tasks: this.#tasks(plugin),
      accounts: this.#accounts(part),
      readings: this.#readings(id),
      erase: (subject: string) => this.#erase(part, subject),
      handOverLetters: (subject: string, to: Letter["to"] | null) => this.#handOver(plugin, subject, to),
      disclose: (values: readonly Classified<string>[], purpose: string) => this.#disclose(id, plugin, values, purpose),
      may: async (permission: string, place: { path: string }) =>
        (await this.authority.grantsOf(actor, place)).some((g) => g.permission === permission && place.path.startsWith(g.path)),
    };
  }

  #audit(action: string, target: string, detail: Record<string, unknown>): void {
    const { accountId: account, personId: person } = this.actor;
    this.#records("audit").audit.push({ at: this.ground.clock.now(), account, person, action, target, detail });
  }

  async #forgetDetails(action: string, target: string): Promise<void> {
    const { ground, platform, actor } = this;
    const records = this.#records("take words out of what was proved");
    const by = { account: actor.accountId, person: actor.personId, at: ground.clock.now() };
    await redactProofs({ db: fenced(ground.root, platform.database.kitFence, ground.hold), records }, { action, target, by });
  }

  async #reprove(action: string, target: string, content: unknown): Promise<void> {
    await this.#forgetDetails(action, target);
    this.#audit(action, target, { fingerprint: fingerprintOf(content) });
  }

  #accounts({ plugin, authority }: ServerPart): PluginAccounts {
    const { platform, ground } = this;
    const db = (what: string, isWrite = true): AuthDb => {
      if (!authority) throw new Error(`The plugin (${plugin.id}) cannot ${what} accounts. Maybe ask the one that says who may do what.`);
      if (isWrite) this.#records(`${what} accounts`);
      return fenced(ground.root, authFence, ground.hold);
    };
    const forgets = (id: string) => ground.afterCommit?.(() => platform.forgetAccount(id));
    return {
      async disable(id) {
        await disableAccount(db("disable"), id, ground.clock.now());
        forgets(id);
      },
      async enable(id) {
        await enableAccount(db("enable"), id);
        forgets(id);
      },
      async remove(id) {
        await removeAccount(db("remove"), id);
        forgets(id);
      },
      findDisabled: (ids) => findDisabled(db("look at", false), ids),
    };
  }

  async #erase({ plugin, authority }: ServerPart, subject: string): Promise<void> {
    this.#records("erase");
    if (!authority && !(await this.#wroteDown(plugin, subject)))
      throw new Error(`The plugin (${plugin.id}) cannot erase people it did not write down. Maybe ask the one that says who may do what.`);
    await erasePerson(this.platform, this.ground, subject, { account: this.actor.accountId, person: this.actor.personId });
  }

  #wroteDown(plugin: AnyPlugin, subject: string): Promise<boolean> {
    const own = fenced<any>(this.ground.root, this.platform.fences.get(plugin.id)!, this.ground.hold);
    return isOwnSubject(own, Object.values(plugin.tables as Record<string, Table>), subject);
  }

  async #handOver(plugin: AnyPlugin, subject: string, to: Letter["to"] | null): Promise<number> {
    this.#records("hand letters over");
    if (!(await this.#wroteDown(plugin, subject)))
      throw new Error(`The plugin (${plugin.id}) cannot hand over letters to people it did not write down. Maybe ask the one that did.`);
    return handOverLetters(fenced(this.ground.root, this.platform.database.kitFence, this.ground.hold), subject, to);
  }

  #readings(id: string): PluginReadings {
    const db = (): KitDb => fenced(this.ground.root, this.platform.database.kitFence, this.ground.hold);
    return { find: (subject, most) => findReadings(db(), id, subject, most), count: (subjects, time) => countReadings(db(), id, subjects, time) };
  }

  #tasks(plugin: AnyPlugin): PluginTasks {
    const { platform, ground, actor } = this;
    const db = (): KitDb => fenced(ground.root, platform.database.kitFence, ground.hold);
    return {
      begin: async (task, input) => {
        this.#records("begin a task");
        ground.afterCommit?.(platform.wakeTasks);
        return beginTask(db(), platform, { plugin, task, input, actor, at: ground.clock.now() });
      },
      find: (id) => findStanding(db(), plugin, id),
      stop: async (id) => {
        this.#records("stop a task");
        await askToStop(db(), plugin, id);
      },
    };
  }

  #records(what: string): Records {
    if (!this.ground.writes) throw new Error(`A route that reads cannot ${what}: nothing would carry it. Maybe make it a POST.`);
    return this.ground.records;
  }

  async #disclose(id: string, plugin: AnyPlugin, values: readonly Classified<string>[], purpose: string): Promise<string[]> {
    if (!(purpose in (plugin.purposes as object)))
      throw new Error(`The plugin (${id}) discloses for "${purpose}", which its manifest does not name. Maybe add it to purposes.`);
    const opened = await this.platform.sealer.openMany(values, keyStoreOf(fenced(this.ground.root, this.platform.database.kitFence, this.ground.hold)));
    for (const dataClass of ["contact", "sensitive"] as const) {
      const subjects = [...new Set(values.filter((v) => v.dataClass === dataClass).map((v) => v.subject))];
      const { accountId: account, personId: person } = this.actor;
      if (subjects.length > 0) this.ground.records.access.push({ account, person, route: this.ground.route, purpose: `${id}.${purpose}`, dataClass, subjects });
    }
    return opened.map((text) => text ?? "");
  }
}
