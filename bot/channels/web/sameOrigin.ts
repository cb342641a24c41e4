/** Headers that tell where a request comes from; absent ones are `undefined`. */
export type RequestSource = {
  /** `Host`. */
  readonly host: string | undefined;
  /** `Origin`. */
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`; browsers send it only to HTTPS and localhost. */
  readonly fetchSite: string | undefined;
};

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function hostName(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

/** Whether a request's `Host` is a name of this machine. */
export function isLoopbackName(host: string | undefined): boolean {
  return loopbackNames.has(hostName(host ?? '') ?? '');
}

/** Whether the server listens on this machine alone. */
function isLoopback(boundHost: string): boolean {
  const name = boundHost.includes(':') && !boundHost.startsWith('[') ? `[${boundHost}]` : boundHost;
  return loopbackNames.has(hostName(name) ?? '');
}

/**
 * Whether a request's `Host` may be served by a server that listens on `boundHost`. A server for this machine alone
 * answers only to names of this machine: a foreign name that a hostile page lets point at 127.0.0.1 (DNS rebinding)
 * would otherwise make that page "same-origin". `publicUrl` is what a proxy on this machine is reached by.
 */
export function hostAllowed(host: string | undefined, boundHost: string, publicUrl?: string): boolean {
  if (!isLoopback(boundHost)) return true;
  return (
    isLoopbackName(host) || (publicUrl !== undefined && hostName(host ?? '') === new URL(publicUrl).hostname)
  );
}

/**
 * Whether a page of another origin sent the request. The browser's own verdict counts where it is given;
 * otherwise `Origin` is compared with `Host`. Programs that are no browser send neither and pass.
 */
export function isCrossSite(source: RequestSource): boolean {
  if (source.fetchSite !== undefined) {
    return source.fetchSite !== 'same-origin' && source.fetchSite !== 'none';
  }
  if (source.origin === undefined) return false;
  try {
    return new URL(source.origin).host !== new URL(`http://${source.host ?? ''}`).host;
  } catch {
    return true;
  }
}
