import { defineWeb } from "@lianxin/web-kit";
import type { hello } from "./plugin.js";

export default defineWeb<typeof hello>("hello", {
  pages: {
    "/hello": {
      title: "hello.page.title",
      nav: { order: 90, icon: "sun", group: "help" },
      may: "hello.see",
      load: () => import("./list-greetings/GreetingsPage.js"),
    },
  },
});
