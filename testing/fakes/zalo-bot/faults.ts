/** What goes wrong with the next `times` calls of `method`. */
export type ZaloFault = { readonly method: string; readonly times: number; readonly chat?: string } & (
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly retryAfter?: number;
      /** The HTTP status, where it is not `code`. */
      readonly http?: number;
    }
  /** The connection dies; after `accepted` the call was carried out all the same. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
  /** The answer breaks off; the call was carried out where `accepted`. */
  | { readonly kind: 'garbage'; readonly accepted: boolean }
  /** `answer`: the call is carried out at once and only the answer takes its time. */
  | { readonly kind: 'slow'; readonly ms: number; readonly answer?: true }
);

export type ZaloFaults = {
  readonly inject: (fault: ZaloFault) => void;
  /** The fault that meets this call, used up by one. */
  readonly take: (method: string, chat: unknown) => ZaloFault | undefined;
};

export function createZaloFaults(): ZaloFaults {
  let faults: readonly ZaloFault[] = [];
  return {
    inject: (fault) => {
      faults = [...faults, fault];
    },
    take(method, chat) {
      if (faults.length === 0) return undefined;
      const found = faults.find(
        (one) => one.method === method && (one.chat === undefined || one.chat === chat),
      );
      faults = faults
        .map((one) => (one === found ? { ...one, times: one.times - 1 } : one))
        .filter(({ times }) => times > 0);
      return found;
    },
  };
}
