/**
 * Between the plain objects of the API and the JSON that crosses into WebAssembly.
 */

/** Numbers that JSON doesn't have would become `null`, which reads as left out: they go as a fraction, which nothing takes. */
const refused = (_, value) => (typeof value === "number" && !Number.isFinite(value) ? 0.5 : value);

/** An input as JSON; what can't be written (an object within itself, a function) as nothing, which is refused. */
export function written(input) {
  try {
    const json = JSON.stringify(input) ?? "";
    return json.includes("null") ? JSON.stringify(input, refused) : json;
  } catch {
    return "";
  }
}

/** An `Error` with every problem of an input; its `code` and `field` are those of the first. */
export function fault(problems) {
  const error = new Error(problems.map(({ message }) => message).join(" "));
  const [{ code, field }] = problems;
  return Object.assign(error, { code, field, problems });
}

/** What a call gives, or its refusal, which comes as JSON too. */
export function attempt(call) {
  try {
    return call();
  } catch (refusal) {
    throw typeof refusal === "string" ? fault(JSON.parse(refusal)) : refusal;
  }
}
