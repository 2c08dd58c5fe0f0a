// What the package does before it is started: its own file, since a module starts once.

import assert from "node:assert/strict";
import { test } from "node:test";

import init, { letter, limitation, penalties, reference } from "../../pkg/dument.js";

test("a call before `init` is refused like a bad input, and says what to do", async () => {
  for (const call of [() => penalties({}), () => limitation({}), () => letter({}), () => reference()]) {
    assert.throws(call, (error) => error instanceof Error && error.code === "notStarted" && /init\(\)/.test(error.message));
  }
  await init({ letters: false });
  assert(reference().figures.length > 0);
  assert.throws(() => letter({}), (error) => error.code === "notStarted", "left out for programs that write none");
  await init();
  assert.throws(() => letter({}), (error) => error.code === "missingField");
});
