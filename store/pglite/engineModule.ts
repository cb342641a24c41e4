import { readFileSync } from 'node:fs';

let compiled: WebAssembly.Module | null | undefined;

/**
 * The engine's code, compiled once a process: half of what opening a database costs, and what one thread has made fast the next one
 * finds so. `null` where the package keeps it elsewhere; the engine then compiles it by itself.
 */
export function engineModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    try {
      const file = new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'));
      compiled = new WebAssembly.Module(readFileSync(file));
    } catch {
      compiled = null;
    }
  }
  return compiled;
}
