import type { ChannelLog } from './channelLog.ts';

/** Whether a messenger's server takes us, as far as is known. */
export type Connection = {
  readonly isConnected: () => boolean;
  readonly changed: (isConnected: boolean) => void;
};

/** Not connected before the server has answered once. Every change for the worse goes into the log. */
export function watchConnection(log: ChannelLog, channel: string): Connection {
  let state: boolean | null = null;
  return {
    isConnected: () => state === true,
    changed(isConnected) {
      if (!isConnected && state !== false)
        log.error(
          { channel },
          'the server of the messenger is away or turns the bot away; it is tried again',
        );
      state = isConnected;
    },
  };
}
