import { expect, test } from "vitest";
import { waitingRoom } from "./waiting-room.js";

test("whoever waits for a topic is woken, nobody else, and once", async () => {
  const room = waitingRoom();
  const [first, second, other] = [room.waitFor("a", 5_000), room.waitFor("a", 5_000), room.waitFor("b", 20)];

  room.wake("a");
  room.wake("a");

  expect(await Promise.all([first, second, other])).toEqual([true, true, false]);
});

test("a server that stops keeps nobody waiting, and lets nobody begin to", async () => {
  const room = waitingRoom();
  const waits = room.waitFor("a", 60_000);

  room.close();

  expect([await waits, await room.waitFor("a", 60_000)]).toEqual([false, false]);
});
