import type { HandlerContext } from "@lianxin/plugin-kit";
import type { directory } from "../plugin.js";
import type { services } from "../services.js";

type Asking = Pick<HandlerContext<typeof directory, ReturnType<typeof services>>, "services" | "may">;

/**
 * May the one who asks say who this person is: confirm their address, hand out or take their account? They give roles where the person
 * lives and wherever the person holds more than a resident has: a community's secretary does not decide for the county's who lives there.
 */
export async function mayAnswerFor({ services, may }: Asking, personId: string): Promise<boolean> {
  for (const place of await services.accounts.answerPlaces(personId)) if (!(await may("directory.giveRoles", place))) return false;
  return true;
}
