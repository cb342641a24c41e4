import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { KnownError } from '../../../../errors.ts';
import { parseHere, untilStage } from '../../../../ingest/uploads/uploads.testing.ts';
import type { Identity } from '../../../../store/access/identity.ts';
import { amendment, sampleDecision, useDocumentDesk } from '../../../../testing/web/documentDesk.ts';
import { useWebServers } from '../testing.ts';
import { documentTexts } from './texts.ts';
import type { CardView, DocumentView, DraftView, UploadView } from './views.ts';

const serve = useWebServers();
/** A file that is being read is kept so until this is done. */
const seenReading = Promise.withResolvers<void>();
const test = useDocumentDesk({
  parse: async (bytes, fileName, limits) => {
    if (fileName.startsWith('hong')) {
      await seenReading.promise;
      throw new KnownError('file_unreadable', `Tệp “${fileName}” bị hỏng.`);
    }
    return parseHere(bytes, fileName, limits);
  },
});

/** A signed-in person with the means of the page. */
async function person(identity: Identity) {
  const { url } = await serve({ documents: test.desk() });
  const cookie = await test.signIn(url, identity);
  const get = (path: string) => fetch(`${url}/api/documents${path}`, { headers: { cookie } });
  const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/documents${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { cookie, 'content-type': 'application/json', ...headers },
    });
  const send = (name: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/documents/uploads`, {
      method: 'POST',
      body,
      headers: {
        cookie,
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
        ...headers,
      },
      // `fetch` wants it said where the body is a stream.
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });
  return { url, cookie, get, post, send };
}

const admin = () => person(test.people().admin);
const accepted = z.object({ status: z.literal('accepted'), uploadId: z.number() });

async function errorOf(response: Response): Promise<string> {
  return z.object({ error: z.string() }).parse(await response.json()).error;
}

/** Sends a text and waits until it is there for review. */
async function drafted(who: Awaited<ReturnType<typeof admin>>, name: string, text: string): Promise<number> {
  const { uploadId } = accepted.parse(await (await who.send(name, text)).json());
  const upload = await untilStage(test.database(), test.people().admin, uploadId, ['review']);
  return upload.drafts[0]?.id ?? 0;
}

describe('who may', () => {
  it('only an admin: others are told so, whatever they want and whether signed in or not', async () => {
    const { url } = await serve({ documents: test.desk() });
    const others = [await person(test.people().an), await person(test.people().staffOfProvince)];
    const answers = [
      await fetch(`${url}/api/documents`),
      ...(await Promise.all(
        others.flatMap(({ get, post, send }) => [
          get(''),
          get('/events'),
          get('/drafts/1'),
          get('/stored/1'),
          get('/stored/1/file'),
          get('/stored/2/compare?with=1'),
          get('/log'),
          post('/drafts/1/corrections', { fields: {} }),
          post('/drafts/1/decisions', { keys: 'all', decision: 'approved' }),
          post('/drafts/1/publish'),
          post('/drafts/1/discard'),
          post('/stored/1/unpublish'),
          post('/stored/1/delete'),
          send('a.txt', 'x'),
        ]),
      )),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(await errorOf(answer)).toBe(documentTexts.onlyAdmins);
    }
  });

  it('not a page of another site, and not a form', async () => {
    const { post, send, get } = await admin();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await post('/drafts/1/publish', {}, foreign)).status).toBe(403);
    expect((await send('a.txt', 'x', foreign)).status).toBe(403);
    expect((await post('/drafts/1/publish', {}, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send('a.txt', 'x', { 'content-type': 'multipart/form-data; boundary=a' })).status).toBe(
      415,
    );
    const { uploads } = z.object({ uploads: z.array(z.unknown()) }).parse(await (await get('')).json());
    expect(uploads).toEqual([]);
  });
});

describe('a file', () => {
  it('that is too large is refused by what it says, and by what comes where it says nothing', async () => {
    const { send } = await admin();
    const large = new Uint8Array(1024 * 1024 + 1);
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 3; at += 1) controller.enqueue(new Uint8Array(512 * 1024));
        controller.close();
      },
    });
    for (const body of [large, stream]) {
      const answer = await send('lon.pdf', body);
      expect(answer.status).toBe(413);
      expect(await errorOf(answer)).toBe(documentTexts.fileTooLarge(1));
    }
  });

  it('without a readable name or without content is refused in words', async () => {
    const { send } = await admin();
    for (const name of ['%E0%A4%A', '']) {
      const answer = await send('x', 'abc', { 'x-file-name': name });
      expect([answer.status, await errorOf(answer)]).toEqual([400, documentTexts.noFileName]);
    }
    expect((await send('rong.txt', '')).status).toBe(400);
  });

  it('is told step by step to whoever watches, and why it could not be read', async () => {
    const who = await admin();
    const events = await who.get('/events');
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const watched = (async () => {
      const decoder = new TextDecoder();
      let waiting = '';
      for await (const chunk of events.body ?? []) {
        waiting += decoder.decode(chunk, { stream: true });
        const parts = waiting.split('\n\n');
        waiting = parts.pop() ?? '';
        for (const part of parts.filter((one) => one.startsWith('data: '))) {
          const list: readonly UploadView[] = JSON.parse(part.slice('data: '.length));
          const mine = list.find(({ fileName }) => fileName === 'hong.txt');
          if (mine?.progress?.step === 'parsing') seenReading.resolve();
          if (mine?.stage === 'failed') return mine;
        }
      }
      return null;
    })();
    expect((await who.send('hong.txt', 'abc')).status).toBe(200);
    const failed = await watched;
    expect(failed).toMatchObject({ reason: 'Tệp “hong.txt” bị hỏng.', by: 'Quản trị' });
    expect(failed).not.toHaveProperty('origin');
  });

  it('that is under way already is told so, and is handed back as it came, never shown', async () => {
    const who = await admin();
    const text = sampleDecision({ number: '802/2026/QĐ-UBND' });
    const draftId = await drafted(who, 'Quyết định “mẫu”.html', text);
    expect(await (await who.send('b.txt', text)).json()).toMatchObject({
      status: 'underway',
      stage: 'review',
    });
    const answer = await who.get(`/drafts/${draftId}/file`);
    const { headers } = answer;
    expect(await answer.text()).toBe(text);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="quyet dinh _mau_.html"; filename*=UTF-8\'\'Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20%E2%80%9Cm%E1%BA%ABu%E2%80%9D.html',
    );
  });
});

describe('a review', () => {
  it('corrects fields or says what is wrong with each, decides proposals, publishes, compares, takes back', async () => {
    const who = await admin();
    const draftId = await drafted(who, 'v1.txt', sampleDecision({ number: '810/2026/QĐ-UBND' }));
    const view: DraftView = await (await who.get(`/drafts/${draftId}`)).json();
    expect(view.card).toMatchObject({ document: 'Quyết định 810/2026/QĐ-UBND', articles: 4 });
    expect(view.card.proposals.length).toBeGreaterThan(1);
    for (const { span, words } of view.card.proposals) {
      expect(view.text.slice(span?.start, span?.end)).toBe(words);
    }

    const refused = await who.post(`/drafts/${draftId}/corrections`, {
      fields: { number: 'khong so', issued: '31/02/2026', title: 'Tên', x: '1' },
    });
    expect(refused.status).toBe(400);
    const { problems } = await refused.json();
    expect(Object.keys(problems).sort()).toEqual(['issued', 'number', 'x']);
    const corrected: CardView = await (
      await who.post(`/drafts/${draftId}/corrections`, {
        fields: { signer: 'Người Ký Mẫu', issued: '21/3/2026' },
      })
    ).json();
    expect(corrected.card.header).toMatchObject({ signer: 'Người Ký Mẫu', issued: '2026-03-21' });

    const decided: CardView = await (
      await who.post(`/drafts/${draftId}/decisions`, { keys: 'all', decision: 'approved' })
    ).json();
    expect(decided.card.proposals.every(({ decision }) => decision === 'approved')).toBe(true);
    expect(
      (await who.post(`/drafts/${draftId}/decisions`, { keys: ['99'], decision: 'approved' })).status,
    ).toBe(404);

    const first = await (await who.post(`/drafts/${draftId}/publish`)).json();
    expect(first.rules.length).toBeGreaterThan(0);
    expect(await (await who.send('v1.txt', sampleDecision({ number: '810/2026/QĐ-UBND' }))).json()).toEqual({
      status: 'published',
      directiveId: first.directiveId,
    });
    const next = await drafted(who, 'v2.txt', sampleDecision({ number: '810/2026/QĐ-UBND', days: 12 }));
    await who.post(`/drafts/${next}/corrections`, { fields: { issued: '21/3/2026' } });
    const difference = await (await who.get(`/drafts/${next}/compare?with=${first.directiveId}`)).json();
    expect(difference.changes).toContainEqual(
      expect.objectContaining({ kind: 'changed', path: ['Điều 1', 'khoản 1'] }),
    );
    const second = await (await who.post(`/drafts/${next}/publish`)).json();
    expect(second.replaced).toBe(first.directiveId);
    const stored: DocumentView = await (await who.get(`/stored/${second.directiveId}`)).json();
    expect(stored.versions.map(({ id }) => id)).toEqual([first.directiveId, second.directiveId]);
    expect(stored.log[0]).toMatchObject({ action: 'published', by: 'Quản trị', channel: 'web' });
    const stays = await (
      await who.get(`/stored/${second.directiveId}/compare?with=${first.directiveId}`)
    ).json();
    expect(stays.changes).toHaveLength(difference.changes.length);

    const amending = await drafted(who, 'sua.txt', amendment('811/2026/QĐ-UBND', '810/2026/QĐ-UBND'));
    const { amends }: DraftView = await (await who.get(`/drafts/${amending}`)).json();
    expect(amends.map(({ directiveId }) => directiveId)).toEqual([second.directiveId]);
    const change = await (await who.get(`/drafts/${amending}/compare?with=${second.directiveId}`)).json();
    expect(change).toMatchObject({
      kind: 'amendment',
      changes: [{ kind: 'changed', path: ['Điều 1', 'khoản 1'] }],
    });

    expect(await (await who.post(`/stored/${second.directiveId}/unpublish`)).json()).toEqual({
      draftId: next,
    });
    expect((await who.post(`/drafts/${next}/discard`)).status).toBe(204);
    const again = await who.post(`/drafts/${next}/publish`);
    expect(again.status).toBe(400);
    const { log } = await (await who.get('/log')).json();
    expect(log.slice(0, 2).map((entry: { action: string }) => entry.action)).toEqual([
      'discarded',
      'unpublished',
    ]);
  });

  it('says what is malformed, and what is not there', async () => {
    const { get, post } = await admin();
    expect((await get('/drafts/01')).status).toBe(400);
    expect((await get('/stored/99999')).status).toBe(404);
    expect((await get('/drafts/99999/file')).status).toBe(404);
    expect((await post('/drafts/1/decisions', { keys: [], decision: 'maybe' })).status).toBe(400);
    expect((await post('/stored/99999/delete')).status).toBe(404);
  });
});
