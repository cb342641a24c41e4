import type { Config } from '../../config.ts';
import { ZALO_API_ROOT } from '../channels/zalo-bot/api.ts';
import { ZALO_OA_API_ROOT } from '../channels/zalo-oa/api.ts';
import type { ChannelName } from '../message.ts';

/** grammY's own. */
const TELEGRAM_API_ROOT = 'https://api.telegram.org';

/** The hosts that messages go to, with the channel of each. */
export function messengerHosts({
  telegram,
  zaloBot,
  zaloOa,
}: Pick<Config, 'telegram' | 'zaloBot' | 'zaloOa'>): ReadonlyMap<string, ChannelName> {
  const hosts = new Map<string, ChannelName>();
  if (telegram !== null) hosts.set(hostOf(telegram.apiRoot ?? TELEGRAM_API_ROOT), 'telegram');
  if (zaloBot !== null) hosts.set(hostOf(zaloBot.apiRoot ?? ZALO_API_ROOT), 'zalo-bot');
  if (zaloOa !== null) hosts.set(hostOf(zaloOa.apiRoot ?? ZALO_OA_API_ROOT), 'zalo-oa');
  return hosts;
}

const hostOf = (root: string) => new URL(root).host;
