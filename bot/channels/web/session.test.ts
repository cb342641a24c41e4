import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Message, Respond } from '../../message.ts';
import type { WebAccount } from './session.ts';
import { ask, useWebServers } from './testing.ts';
import { webTexts } from './texts.ts';

const serve = useWebServers();
const person: WebAccount = { name: 'Lò Thị Mẫu', staff: false, admin: false };
/** Well-formed, and given out by nobody. */
const planted = `dat_chuan=${'A'.repeat(43)}.${'B'.repeat(43)}`;

/** The sender that belongs to a cookie. */
function senderIn(cookie: string): string {
  const secret = cookie.slice('dat_chuan='.length).split('.')[0] ?? '';
  return createHash('sha256').update(secret).digest('hex');
}

/** A server that remembers what reached the core, with links in memory. */
async function serveAccounts() {
  const seen: Message[] = [];
  const respond: Respond = async function* (message) {
    seen.push(message);
    yield { kind: 'done', outcome: 'help', choices: [] };
  };
  const linked = new Map<string, WebAccount>();
  const { url } = await serve({
    respond,
    whoIs: async (sender) => (sender === null ? person : (linked.get(sender) ?? null)),
    signOut: async (sender) => {
      linked.delete(sender);
    },
  });
  return { url, seen, linked };
}

function post(url: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function accountOf(url: string, cookie: string | null): Promise<unknown> {
  return (await fetch(`${url}/api/me`, { headers: cookie === null ? {} : { cookie } })).json();
}

/** Begins a session and returns its cookie as the browser sends it back. */
async function newSession(url: string, cookie?: string): Promise<string> {
  const response = await post(url, '/api/session', cookie === undefined ? {} : { cookie });
  const set = /^dat_chuan=[\w-]{43}\.[\w-]{43}(?=;)/.exec(response.headers.get('set-cookie') ?? '')?.[0];
  if (response.status !== 204 || set === undefined) throw new Error('no session was begun');
  return set;
}

async function senderFor(url: string, seen: readonly Message[], cookie: string | null) {
  await (await ask(url, 'chào', cookie === null ? {} : { headers: { cookie } })).text();
  const last = seen.at(-1);
  if (last === undefined) throw new Error('nothing reached the core');
  return last;
}

describe('the cookie of a session', () => {
  it('is out of reach for scripts and other sites, and ends after 30 days', async () => {
    const { url } = await serveAccounts();
    const response = await post(url, '/api/session');
    const parts = response.headers.get('set-cookie')?.split('; ').slice(1).sort();
    expect(parts).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Strict']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('');
  });

  it.each([
    ['a proxy that ends HTTPS', { 'x-forwarded-proto': 'https' }],
    ['a page opened by HTTPS', { origin: 'https://hoi.example.org', 'sec-fetch-site': 'same-origin' }],
  ])('is for HTTPS alone behind %s', async (_what, headers) => {
    const { url } = await serveAccounts();
    expect((await post(url, '/api/session', headers)).headers.get('set-cookie')).toContain('Secure');
    expect((await post(url, '/api/session')).headers.get('set-cookie')).not.toContain('Secure');
  });

  it('is not given out without end, so that link codes cannot be guessed from ever new ones', async () => {
    const { url } = await serveAccounts();
    const answers = await Promise.all(Array.from({ length: 130 }, () => post(url, '/api/session')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ headers }) => headers.get('set-cookie') === null)).toBe(true);
    expect(await refused[0]?.json()).toEqual({ error: webTexts.tooManySessions });
  });
});

describe('the sender of a question', () => {
  it('is the hash of the secret, which itself goes no further', async () => {
    const { url, seen } = await serveAccounts();
    const cookie = await newSession(url);
    const message = await senderFor(url, seen, cookie);
    expect(message.sender).toBe(senderIn(cookie));
    expect(message.sender).toMatch(/^[0-9a-f]{64}$/);
    expect(message.isPrivate).toBe(true);
    expect(JSON.stringify(seen)).not.toContain(cookie.slice('dat_chuan='.length, -44));
  });

  it('is another one in every browser', async () => {
    const { url, seen } = await serveAccounts();
    const first = await senderFor(url, seen, await newSession(url));
    const second = await senderFor(url, seen, await newSession(url));
    expect(first.sender).not.toBeNull();
    expect(second.sender).not.toBeNull();
    expect(first.sender).not.toBe(second.sender);
  });

  it.each([
    ['none', null],
    ['an empty one', 'dat_chuan='],
    ['without a seal', `dat_chuan=${'A'.repeat(43)}`],
    ['short', `dat_chuan=${'A'.repeat(42)}.${'B'.repeat(43)}`],
    ['over-long', `dat_chuan=${'A'.repeat(44)}.${'B'.repeat(43)}`],
    ['very long', `dat_chuan=${'A'.repeat(8000)}`],
    ['of foreign signs', `dat_chuan=${'A'.repeat(42)}+.${'B'.repeat(43)}`],
    ['of escaped signs', `${planted}%0A`],
    ['badly escaped', `${planted}%`],
    ['of another name', planted.replace('dat_chuan', 'dat_chuan2')],
    ['the hash instead of the secret', `dat_chuan=${senderIn(planted)}`],
    ['well-formed, but given out by nobody', planted],
  ])('is nobody with a cookie that is %s', async (_what, cookie) => {
    const { url, seen } = await serveAccounts();
    expect((await senderFor(url, seen, cookie)).sender).toBeNull();
    expect(await accountOf(url, cookie)).toEqual({ account: null });
  });

  it('is nobody where a session that was given out elsewhere is planted beside the own one', async () => {
    const { url, seen, linked } = await serveAccounts();
    const [own, foreign] = [await newSession(url), await newSession(url)];
    linked.set(senderIn(own), person);
    for (const cookie of [`${foreign}; ${own}`, `${own};${foreign}`]) {
      expect((await senderFor(url, seen, cookie)).sender).toBeNull();
    }
    expect((await senderFor(url, seen, `theme=dark; ${own}`)).sender).toBe(senderIn(own));
  });

  it('is nobody with the seal of another session', async () => {
    const { url, seen } = await serveAccounts();
    const [, seal] = (await newSession(url)).split('.');
    const cookie = `dat_chuan=${'A'.repeat(43)}.${seal}`;
    expect((await senderFor(url, seen, cookie)).sender).toBeNull();
  });

  it('stays who is signed in when the server has started again, and nobody else', async () => {
    const before = await serveAccounts();
    const [signedIn, other] = [await newSession(before.url), await newSession(before.url)];
    const { url, seen, linked } = await serveAccounts();
    linked.set(senderIn(signedIn), person);
    expect((await senderFor(url, seen, signedIn)).sender).toBe(senderIn(signedIn));
    expect((await senderFor(url, seen, other)).sender).toBeNull();
  });
});

describe('signing in and out', () => {
  it('knows the person of a linked session, and tells nothing else of them', async () => {
    const { url, linked } = await serveAccounts();
    const cookie = await newSession(url);
    expect(await accountOf(url, cookie)).toEqual({ account: null });
    const more = { ...person, id: 7 };
    linked.set(senderIn(cookie), more);
    expect(await accountOf(url, cookie)).toEqual({ account: person });
    expect(await accountOf(url, planted)).toEqual({ account: null });
  });

  it('gives whoever is not signed in a fresh secret, so that a planted one is never linked', async () => {
    const { url } = await serveAccounts();
    const first = await newSession(url, planted);
    expect(first).not.toBe(planted);
    expect(await newSession(url, first)).not.toBe(first);
  });

  it('keeps a session that was given out before where the page asks for that, and no other', async () => {
    const { url } = await serveAccounts();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ keep: true });
    const begin = (cookie: string) =>
      fetch(`${url}/api/session`, { method: 'POST', body, headers: { ...headers, cookie } });
    const kept = await begin(await newSession(url));
    expect([kept.status, kept.headers.get('set-cookie')]).toEqual([204, null]);
    const fresh = await begin(planted);
    expect(fresh.headers.get('set-cookie')).toMatch(/^dat_chuan=/);
    expect(fresh.headers.get('set-cookie')).not.toContain('A'.repeat(43));
    expect(fresh.headers.get('set-cookie')).not.toContain('B'.repeat(43));
    const unreadable = await fetch(`${url}/api/session`, { method: 'POST', body: '{"keep":1}', headers });
    expect([unreadable.status, unreadable.headers.get('set-cookie')]).toEqual([400, null]);
  });

  it('leaves the session of a signed-in person as it is', async () => {
    const { url, linked } = await serveAccounts();
    const cookie = await newSession(url);
    linked.set(senderIn(cookie), person);
    const again = await post(url, '/api/session', { cookie });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([204, null]);
  });

  it('forgets the person on sign-out, clears the cookie, and the old one opens nothing', async () => {
    const { url, linked } = await serveAccounts();
    const cookie = await newSession(url);
    linked.set(senderIn(cookie), person);
    const bystander = await newSession(url);
    linked.set(senderIn(bystander), person);

    const out = await post(url, '/api/signout', { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(
      /^dat_chuan=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await accountOf(url, cookie)).toEqual({ account: null });
    expect(await newSession(url, cookie)).not.toBe(cookie);
    expect(await accountOf(url, bystander)).toEqual({ account: person });
  });

  it('signs out nobody without a well-formed cookie', async () => {
    const asked: string[] = [];
    const { url } = await serve({
      signOut: async (sender) => {
        asked.push(sender);
      },
    });
    expect((await post(url, '/api/signout')).status).toBe(204);
    expect((await post(url, '/api/signout', { cookie: 'dat_chuan=x' })).status).toBe(204);
    expect(asked).toEqual([]);
  });

  it('keeps the cookie when the link could not be ended', async () => {
    const { url } = await serve({
      signOut: () => Promise.reject(new Error('down')),
      onError: () => undefined,
    });
    const out = await post(url, '/api/signout', { cookie: await newSession(url) });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([500, null]);
  });

  it('signs nobody in where the server knows no accounts', async () => {
    const { url } = await serve();
    expect(await accountOf(url, await newSession(url))).toEqual({ account: null });
  });
});

describe('other sites', () => {
  it.each(['/api/session', '/api/signout'])('cannot post to %s', async (path) => {
    const { url, linked } = await serveAccounts();
    linked.set(senderIn(planted), person);
    const cookie = planted;
    for (const headers of [
      { origin: 'https://example.org' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const response = await post(url, path, { cookie, ...headers });
      expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
    }
    const form = await post(url, path, { cookie, 'content-type': 'text/plain' });
    expect([form.status, form.headers.get('set-cookie')]).toEqual([415, null]);
    expect(linked.size).toBe(1);
  });

  it('cannot read who is signed in', async () => {
    const { url } = await serveAccounts();
    const response = await fetch(`${url}/api/me`, {
      headers: { cookie: planted, 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
