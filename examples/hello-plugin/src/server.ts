import { defineServer, everywhere } from "@lianxin/plugin-kit";
import { errors } from "./errors.js";
import { greet } from "./greet/greet.route.js";
import { listGreetings } from "./list-greetings/list-greetings.route.js";
import { en } from "./messages/en.js";
import { createGreeting } from "./migrations/2026-11-24-greeting.js";
import { hello } from "./plugin.js";
import { checkup, command, job, on, services } from "./services.js";

export default defineServer(hello, {
  services,
  provide: ({ greetings }) => ({ countAt: greetings.countAt }),
  routes: { greet, listGreetings },
  migrations: { "2026-11-24-greeting": createGreeting },
  listeners: [on(hello.events.greeted, async ({ greetingId, isLoud }, { audit }) => audit(isLoud ? "heard" : "overheard", greetingId))],
  jobs: [
    job("count-greetings", { every: "0 3 * * *", run: async ({ audit, services }) => audit("count", "all", { count: await services.greetings.countAt("/") }) }),
  ],
  commands: [
    command("count", {
      describe: "数一个地方的问候 / count the greetings of a place",
      run: async ({ services }, [placePath = "/"]) => ({ placePath, count: await services.greetings.countAt(placePath) }),
    }),
  ],
  checkups: [
    checkup("words-not-empty", {
      describe: "每条问候都有话",
      run: async ({ db }) =>
        (await everywhere(db, "hello_greeting", "a check-up looks at all rows").select("id").where("words", "=", "").execute()).map((r) => r.id),
    }),
  ],
  messages: { en },
  errors,
});
