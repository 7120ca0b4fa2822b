import { defineWeb } from "@lianxin/web-kit";
import type { directory } from "./plugin.js";

export default defineWeb<typeof directory>("directory", {
  pages: {
    "/directory": {
      title: "directory.page.title",
      nav: { order: 60, icon: "people", group: "books", key: "r" },
      may: "directory.see",
      load: () => import("./find-person/DirectoryPage.js"),
    },
    "/directory/new": { title: "directory.page.add", creates: 40, may: "directory.edit", load: () => import("./add-person/AddPersonPage.js") },
    "/directory/import": {
      title: "directory.page.import",
      nav: { order: 65, icon: "import", group: "books" },
      may: "directory.import",
      load: () => import("./import-files/ImportPage.js"),
    },
    "/directory/arrange": {
      title: "directory.page.arrange",
      nav: { order: 66, icon: "map", group: "books" },
      may: "directory.arrange",
      load: () => import("./arrange-places/ArrangePage.js"),
    },
    "/directory/settings": {
      title: "directory.settings.title",
      setting: 10,
      may: "directory.arrange",
      load: () => import("./change-settings/SettingsPage.js"),
    },
    "/directory/roles": { title: "directory.settings.roles", setting: 20, may: "directory.giveRoles", load: () => import("./give-role/RolesPage.js") },
    "/directory/me": { title: "directory.page.self", nav: { order: 90, icon: "shield", group: "books" }, load: () => import("./find-person/SelfPage.js") },
    "/directory/people/:personId": { title: "directory.page.person", may: "directory.see", load: () => import("./find-person/PersonPage.js") },
  },
  cards: [
    { on: "begin", order: 10, load: () => import("./begin-use/CommunityStep.js") },
    { on: "begin", order: 20, load: () => import("./begin-use/PeopleStep.js") },
  ],
  finds: [{ title: "directory.page.people", order: 10, may: "directory.see", load: () => import("./find-person/find-people.js") }],
});
