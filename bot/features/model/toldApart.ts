import type { Services } from '../../feature.ts';
import type { Message } from '../../message.ts';

/**
 * Who a day's limits count for; `null`: they share one with everybody like them. Anybody may begin as many sessions of the web as
 * they like: there nobody is told apart before they are linked.
 */
export function toldApart(
  { channel, sender }: Pick<Message, 'channel' | 'sender'>,
  { account }: Pick<Services, 'account'>,
): string | null {
  return account !== null || channel !== 'web' ? sender : null;
}
