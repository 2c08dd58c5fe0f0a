// The published schema of the figures says what the engine takes: the same edition passes both, or neither.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import Ajv2020 from "ajv/dist/2020.js";

import init, * as dument from "../../pkg/dument.js";
import { dist, root } from "../harness/paths.mjs";

describe("the schema of the figures", () => {
  let published;
  let conforms;

  before(async () => {
    await init();
    published = dument.reference();
    const schema = JSON.parse(await readFile(join(root, "pkg/reference.schema.json"), "utf8"));
    conforms = new Ajv2020({ allErrors: true }).compile(schema);
  });

  after(() => init({ reference: published }));

  /** What the schema and the engine say of the published figures after a change. */
  async function verdicts(change) {
    const given = structuredClone(published);
    change(given);
    const taken = await init({ reference: given }).then(() => true, (error) => error.problems.length === 0);
    return [conforms(given), taken];
  }

  /** A figure with a value that has every field. */
  const whole = (reference) => reference.figures.find((figure) => figure.knownUntil && figure.rows.some((row) => row.note));
  const row = (reference) => whole(reference).rows.find((row) => row.note);

  test("takes the published figures, of the package and of the site", async () => {
    assert(conforms(published), JSON.stringify(conforms.errors));
    const beside = JSON.parse(await readFile(join(dist, "reference.json"), "utf8"));
    assert.deepEqual(beside, published);
    const [ofSite, ofPackage] = await Promise.all(
      [join(dist, "reference.schema.json"), join(root, "pkg/reference.schema.json")].map((file) => readFile(file, "utf8")),
    );
    assert.equal(ofSite, ofPackage);
  });

  test("takes a next half-year", async () => {
    const next = { from: "2027-01-01", value: "2.80", reference: "Arrêté", source: "sp-f783" };
    const change = (given) => {
      given.readOn = given.knownUntil = whole(given).knownUntil = "2027-06-30";
      whole(given).rows.push(next);
    };
    assert.deepEqual(await verdicts(change), [true, true]);
  });

  const objects = [
    ["the edition", (given) => given],
    ["a figure", whole],
    ["a value", row],
    ["a source", (given) => given.sources[0]],
  ];
  for (const [name, part] of objects) {
    test(`${name}: each field is needed by both or by neither, and has one type`, async () => {
      for (const field of Object.keys(part(published))) {
        const without = await verdicts((given) => delete part(given)[field]);
        assert.equal(without[0], without[1], `without ${field}: ${without}`);
        for (const wrong of [7, true, [], {}]) {
          if (typeof wrong === typeof part(published)[field]) continue;
          assert.deepEqual(await verdicts((given) => (part(given)[field] = wrong)), [false, false], `${field}: ${JSON.stringify(wrong)}`);
        }
      }
      assert.deepEqual(await verdicts((given) => (part(given).other = "x")), [false, false], "another field");
    });
  }

  test("days, values and units are of one form", async () => {
    const wrong = [
      ...["2027-1-1", "2027-13-01", "1899-12-31", "2201-01-01", "", "01/01/2027"].map((day) => (given) => (given.readOn = day)),
      ...["2,65", "-1", "", ".", "1e3", "9999999999999", "x"].map((value) => (given) => (row(given).value = value)),
      (given) => (whole(given).unit = "francs"),
      (given) => (whole(given).rows = []),
      (given) => (given.figures = []),
      (given) => (given.sources = []),
    ];
    for (const change of wrong) assert.deepEqual(await verdicts(change), [false, false], String(change));
  });
});
