import type { Answer } from './answers.ts';

/** What goes wrong with the next `times` calls of `method`, or of any method but `getUpdates` where it is `ANY`. */
export type Fault = {
  readonly method: string;
  readonly times: number;
  /** This chat alone. */
  readonly chat?: number;
} & (
  | {
      readonly kind: 'status';
      readonly code: number;
      readonly description: string;
      readonly retryAfter?: number;
      readonly migrateTo?: number;
    }
  /** The connection dies; after `accepted` the call was carried out all the same. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
  /** The answer breaks off; the call was carried out where `accepted`. */
  | { readonly kind: 'garbage'; readonly accepted: boolean }
  /** `answer`: the call is carried out at once and only the answer takes its time. */
  | { readonly kind: 'slow'; readonly ms: number; readonly answer?: true }
);

/** As a `Fault`'s method: the download of a file, which is no method of the API. */
export const DOWNLOAD = 'download';

export const ANY = '*';

export type Faults = {
  readonly inject: (fault: Fault) => void;
  /** The fault that meets this call, used up by one. */
  readonly take: (method: string, chat?: unknown) => Fault | undefined;
};

export function createFaults(): Faults {
  let faults: readonly Fault[] = [];
  return {
    inject: (fault) => {
      faults = [...faults, fault];
    },
    take(method, chat) {
      if (faults.length === 0) return undefined;
      const meets = (fault: Fault) =>
        (fault.method === method || (fault.method === ANY && method !== 'getUpdates')) &&
        (fault.chat === undefined || fault.chat === chat);
      const found = faults.find(meets);
      faults = faults
        .map((fault) => (fault === found ? { ...fault, times: fault.times - 1 } : fault))
        .filter(({ times }) => times > 0);
      return found;
    },
  };
}

export function faultAnswer(fault: Fault & { readonly kind: 'status' }): Answer {
  return {
    ok: false,
    error_code: fault.code,
    description: fault.description,
    parameters: {
      ...(fault.retryAfter === undefined ? {} : { retry_after: fault.retryAfter }),
      ...(fault.migrateTo === undefined ? {} : { migrate_to_chat_id: fault.migrateTo }),
    },
  };
}
