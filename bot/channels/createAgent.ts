import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';

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
 * like one that breaks off in the middle of a call: only here can they be told apart, as `NoConnection`. Goes through the proxy of
 * the house where Node.js itself is told to (`NODE_USE_ENV_PROXY`).
 */
export function createAgent(options: Pick<Agent.Options, 'keepAliveTimeout'> = {}): Dispatcher {
  const open = buildConnector({});
  const connect: buildConnector.connector = (target, done) =>
    open(target, (...[error, socket]) => {
      if (error === null) done(null, socket);
      else done(new NoConnection(error), null);
    });
  return process.env.NODE_USE_ENV_PROXY === '1'
    ? new EnvHttpProxyAgent({ ...options, connect })
    : new Agent({ ...options, connect });
}
