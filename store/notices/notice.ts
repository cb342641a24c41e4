/**
 * What a notice is about. `security`: links of the account, never with personal data. `answer`: to the person's own request.
 * `approval`: something waits for them. `reminder`: a due date, a class. `rule`: a rule that concerns them changed. `news`: the rest.
 */
export type NoticeKind = 'security' | 'answer' | 'approval' | 'reminder' | 'rule' | 'news';

/** Kinds that a person may refuse. */
export type MutableKind = Exclude<NoticeKind, 'security'>;
export const MUTABLE_KINDS: readonly MutableKind[] = ['answer', 'approval', 'reminder', 'rule', 'news'];

/**
 * `waiting`: for its time, for an open window, or for the person to write. `queued`: in the outbox. `told`: shown with an answer.
 * `failed`: not pushed any more, and shown with the next answer. `muted`: the person does not want this kind. `expired`: 14 days were
 * over. `unlinked`: nobody is linked whom it may be told to.
 */
export type NoticeState =
  | 'waiting'
  | 'queued'
  | 'sent'
  | 'told'
  | 'failed'
  | 'muted'
  | 'expired'
  | 'unlinked';

/**
 * Why a notice failed, waits still, or is not sure to have come: the chat takes nothing (`gone`), the messenger will not have it
 * (`refused`), it may have arrived (`unsure`, of one that was sent), its message is not there any more (`lost`).
 */
export type NoticeFailure = 'gone' | 'refused' | 'unsure' | 'lost';
