import type { HouseCommand } from "@lianxin/server-kit";
import { beginStory } from "../load-example/begin-story.js";
import { getExample } from "../load-example/find-example.js";
import { loadExample, type LoadedExample } from "../load-example/load-example.js";
import { openDesk } from "../load-files/directory-desk.js";

/** Fills an empty directory with the example community. Throws exampleTooLate, exampleMissing. */
export const fillExample: HouseCommand<object, LoadedExample> = {
  name: "demo",
  async run({ platform }, _input, tell) {
    const [desk, example] = [openDesk(platform), await getExample()];
    const loaded = await loadExample(platform, desk, example, tell);
    await beginStory(platform, desk, example);
    return loaded;
  },
};
