import { Agent, buildConnector } from 'undici';

/** No connection came about, so that nothing was asked of the server. `code`: why. */
export class NoConnection extends Error {
  readonly code: string | undefined;

  constructor(cause: Error) {
    super('no connection came about', { cause });
    this.name = 'NoConnection';
    this.code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  }
}

/**
 * Carries calls to a messenger. A network that lets no encryption come about, or names no address in time, resets and times out
 * like one that breaks off in the middle of a call: only here can they be told apart, as `NoConnection`.
 */
export function createAgent(options: Pick<Agent.Options, 'keepAliveTimeout'> = {}): Agent {
  const connect = buildConnector({});
  return new Agent({
    ...options,
    connect: (target, done) =>
      connect(target, (...result) => {
        const [error, socket] = result;
        if (error === null) done(null, socket);
        else done(new NoConnection(error), null);
      }),
  });
}
