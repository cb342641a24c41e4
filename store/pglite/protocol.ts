import type { ErrorFields } from '../sqlError.ts';
import type { EncodedParameter } from '../values.ts';

/** What the thread is started with. */
export type WorkerData = {
  readonly dataFolder: string;
  /** See `engineModule`. */
  readonly module: WebAssembly.Module | null;
};

/** What goes into the thread. */
export type Request =
  | {
      readonly id: number;
      readonly kind: 'run';
      readonly sql: string;
      readonly parameters: readonly EncodedParameter[];
    }
  | { readonly id: number; readonly kind: 'script'; readonly sql: string }
  | { readonly id: number; readonly kind: 'close' };

/** What comes out: `ready` or `failed` once, then one answer for each request, in their order. */
export type Response =
  | { readonly kind: 'ready' }
  /** The engine did not start, or died: nothing more will be answered. */
  | { readonly kind: 'failed'; readonly error: ErrorFields }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly rows: readonly Readonly<Record<string, unknown>>[];
      readonly command: string;
    }
  | { readonly kind: 'refused'; readonly id: number; readonly error: ErrorFields };
