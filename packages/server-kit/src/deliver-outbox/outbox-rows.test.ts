import { definePlugin, event } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { expect, test } from "vitest";
import { systemPorts } from "../run-with-ports.js";
import { eventRow } from "./outbox-rows.js";

const bell = definePlugin({ id: "bell", events: { rung: event(1, Type.Object({ times: Type.Integer() })) } });
const ports = systemPorts("Asia/Shanghai");
const rung = { plugin: bell as never, event: "rung", aggregate: "bell-1", payload: { times: 3 } };

test("an event that somebody listens to waits for its delivery, one that nobody listens to is done as it is written", () => {
  const [heard, unheard] = [eventRow(ports, ports.clock, rung, new Set(["bell.rung"])), eventRow(ports, ports.clock, rung, new Set(["other.rung"]))];

  expect([heard.state, unheard.state]).toEqual(["waiting", "done"]);
  expect(JSON.parse(unheard.payload)).toMatchObject({ version: 1, payload: { times: 3 } });
});
