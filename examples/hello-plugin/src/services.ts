import { handlersFor, type PluginDb } from "@lianxin/plugin-kit";
import { createGreetingRepository } from "./greet/greeting.repository.js";
import { hello } from "./plugin.js";

export const services = ({ db }: { db: PluginDb<typeof hello> }) => ({ greetings: createGreetingRepository(db) });

/** Everything a hello handler can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(hello, services);
