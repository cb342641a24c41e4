/** Moments between two steps, at which a test may end the process. */
export type DeliveryPoint =
  | 'before-inbox'
  | 'after-inbox'
  | 'after-claim'
  | 'before-compose'
  | 'after-compose'
  | 'after-answer-stored'
  | 'before-send'
  | 'after-send'
  | 'after-sent';

/** Told of every moment that is passed. */
export type AtPoint = (point: DeliveryPoint) => void | Promise<void>;
