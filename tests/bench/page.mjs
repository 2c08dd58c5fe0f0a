// The contest in a browser: started by `speed.mjs`.

import init, * as dument from "../../pkg/dument.js";
import startPrepared, { Prepared } from "../../target/bench/dument_bench.js";
import { contest } from "./contest.mjs";

await init({ letters: false });
await startPrepared({ module_or_path: "dument_bench_bg.wasm" });
window.contest = async () => contest(dument, Prepared);
