import type { Answer } from './answers.ts';
import type { Parameters } from './parameters.ts';
import type { WebhookDelivery } from './webhook.ts';

export type RecordedCall = {
  readonly method: string;
  readonly parameters: Parameters;
  /** What was answered, or would have been, had the connection not been cut. */
  readonly answer: Answer;
};

export type Download = { readonly path: string; readonly status: number };

type Kept<T> = { readonly list: readonly T[]; readonly add: (one: T) => void };

export type Records = {
  readonly calls: Kept<RecordedCall>;
  readonly downloads: Kept<Download>;
  readonly deliveries: Kept<WebhookDelivery>;
  readonly noteCall: (call: RecordedCall) => void;
  readonly callCount: (method: string) => number;
};

/** What happened on the server; of each kind at least the last `most`. */
export function createRecords(most = Number.POSITIVE_INFINITY): Records {
  const counts = new Map<string, number>();
  const calls = kept<RecordedCall>(most);
  return {
    calls,
    downloads: kept(most),
    deliveries: kept(most),
    noteCall(call) {
      counts.set(call.method, (counts.get(call.method) ?? 0) + 1);
      calls.add(call);
    },
    callCount: (method) => counts.get(method) ?? 0,
  };
}

function kept<T>(most: number): Kept<T> {
  const list: T[] = [];
  return {
    list,
    add(one) {
      list.push(one);
      // Seldom and then many, so that no step costs much.
      if (list.length >= most * 2) list.splice(0, list.length - most);
    },
  };
}
