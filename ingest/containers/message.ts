import type { Refusal } from '../parseMessage.ts';

/** First line of what a child that unpacks says, as JSON; the bytes of the documents follow in their order. */
export type UnpackAnswer =
  | {
      readonly status: 'unpacked';
      readonly members: readonly {
        readonly fileName: string;
        readonly byteLength: number;
        readonly refusal: string | null;
      }[];
      readonly warnings: readonly string[];
    }
  | { readonly status: 'single' }
  | Refusal;
