import type { MessengerName, SendOutcome } from './messenger.ts';

/** What is counted of deliveries. */
export type DeliveryEvents = {
  /** Updates were stored, and how long that took, in seconds. */
  readonly accepted: (channel: MessengerName, seconds: number) => void;
  /** A message was handed to its messenger. `again`: perhaps for the second time. */
  readonly sent: (channel: MessengerName, outcome: SendOutcome['kind'], again: boolean) => void;
  /** An update failed and is tried again, or was given up. */
  readonly failed: (channel: MessengerName, how: 'retried' | 'parked') => void;
};

export const noEvents: DeliveryEvents = {
  accepted: () => undefined,
  sent: () => undefined,
  failed: () => undefined,
};
