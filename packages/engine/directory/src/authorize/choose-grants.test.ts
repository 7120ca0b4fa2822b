import fc from "fast-check";
import { expect, test } from "vitest";
import { roleKinds } from "../words.js";
import { chooseGrants, reaches, withAdministrator } from "./choose-grants.js";
import { maySee } from "./may-see.js";
import { rolePermissions } from "./role-permissions.js";

const paths = ["/a/", "/a/b/", "/a/b/c/", "/d/"];
const roles = fc.array(fc.record({ kind: fc.constantFrom(...roleKinds, "unknown", "__proto__"), path: fc.constantFrom(...paths) }), { maxLength: 6 });

test("a grant reaches a place exactly when a role with that permission is held there or above", () => {
  fc.assert(
    fc.property(roles, fc.constantFrom(...paths), fc.constantFrom("directory.see", "directory.edit", "matters.raise"), (held, place, permission) => {
      const known = held.filter((r) => r.kind in rolePermissions && Object.hasOwn(rolePermissions, r.kind));
      const expected = known.some((r) => rolePermissions[r.kind as "resident"].includes(permission) && place.startsWith(r.path));
      expect(reaches(chooseGrants(held), permission, place)).toBe(expected);
    }),
    { seed: 20261124 },
  );
});

test("gives each grant once and adds what the configuration says", () => {
  const grants = chooseGrants(
    [
      { kind: "volunteer", path: "/a/" },
      { kind: "volunteer", path: "/a/" },
    ],
    { volunteer: ["volunteer-days.signUp"] },
  );

  expect(new Set(grants.map((g) => g.permission)).size).toBe(grants.length);
  expect(reaches(grants, "volunteer-days.signUp", "/a/x/")).toBe(true);
});

test("an administrator may what every enabled plugin knows, but reads no sensitive value by office", () => {
  const grants = chooseGrants([{ kind: "administrator", path: "/a/" }], withAdministrator({}, ["volunteer-days.plan", "directory.showSensitive"]));

  expect(reaches(grants, "volunteer-days.plan", "/a/b/")).toBe(true);
  expect(reaches(grants, "directory.showSensitive", "/a/")).toBe(false);
});

test("only heads give roles, import and arrange; an auditor changes nothing", () => {
  const holders = (permission: string) => roleKinds.filter((kind) => rolePermissions[kind].includes(permission));

  expect(["directory.giveRoles", "directory.import", "directory.arrange"].map(holders)).toEqual(Array(3).fill(["administrator", "secretary"]));
  expect(holders("directory.showContact")).toEqual(["administrator", "secretary", "grid_leader"]);
  expect(holders("directory.showSensitive")).toEqual(["secretary"]);
  expect(rolePermissions.auditor).not.toContain("directory.edit");
});

test("everyone sees their own; others by a role at the person's place", () => {
  const grants = chooseGrants([{ kind: "grid_leader", path: "/a/b/" }]);
  const sight = (id: string, path: string) => ({ grants, linked: ["me"], subject: { id, path } });

  expect(maySee("sensitive", sight("me", "/d/"))).toBe(true);
  expect(maySee("contact", sight("other", "/a/b/c/"))).toBe(true);
  expect(maySee("sensitive", sight("other", "/a/b/c/"))).toBe(false);
  expect(maySee("contact", sight("other", "/a/"))).toBe(false);
  expect(maySee("contact", { grants, linked: [], subject: undefined })).toBe(false);
});
