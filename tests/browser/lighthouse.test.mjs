// What Lighthouse says of every page, but for its speed: that depends on the machine, and `cargo xtask bench` measures it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { only } from "../harness/engine.mjs";
import { serveSite } from "../harness/index.mjs";
import { CATEGORIES, openJudge, pages } from "../harness/lighthouse.mjs";

const JUDGED = CATEGORIES.filter((category) => category !== "performance");

describe("Lighthouse", only(["chromium"], "Lighthouse drives Chromium"), async () => {
  let site;
  let judge;

  before(async () => {
    site = await serveSite();
    judge = await openJudge();
  });

  after(async () => {
    await judge?.close();
    await site?.stop();
  });

  for (const page of await pages()) {
    test(`/${page} lacks nothing`, async () => {
      // Nothing is timed: the network needn't be slowed.
      const { scores, lacking } = await judge.look(`${site.url}${page}`, {
        categories: JUDGED,
        settings: { throttlingMethod: "provided" },
      });
      assert.deepEqual(scores, Object.fromEntries(JUDGED.map((category) => [category, 100])), lacking.join("; "));
    });
  }
});
