import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Choice } from '../../message.ts';
import {
  fileBlock,
  pictureBlock,
  quotedReply,
  recordReply,
  sampleReply,
  textBlock,
} from '../fixtures.testing.ts';
import { plainer, readMessage } from './outgoing.ts';
import { renderNotice, renderReply, type ShareFile } from './render.ts';
import { texts } from './texts.ts';

const nowhere: ShareFile = async () => null;

const word = fc.constantFrom(
  'điều',
  'kiện',
  'học\n\n',
  'e\u0323\u0302',
  '\u0000',
  '\ud800',
  'x'.repeat(700),
  'Điều 5. ',
);
const words = fc.array(word, { maxLength: 20 }).map((all) => all.join(' '));
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text) => textBlock(text)),
  words.map((alt) => pictureBlock(alt)),
  fc.constantFrom(fileBlock('bảng.xlsx'), fileBlock('a.pdf')),
);
const choice: fc.Arbitrary<Choice> = words.map((label) => ({ label, send: '/xem 1' }));

describe('a reply through the Zalo OA', () => {
  it('is always messages that the platform takes, and the same when they come back from the outbox', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 6 }),
        fc.array(choice, { maxLength: 9 }),
        fc.boolean(),
        async (blocks, choices, personal) => {
          const shared: string[] = [];
          const share: ShareFile = async ({ name }) => {
            shared.push(name);
            return { url: 'https://vi.du/tep/1', minutes: 1440 };
          };
          const messages = await renderReply({ ...quotedReply(blocks, choices), personal }, share);
          expect(messages.length).toBeGreaterThan(0);
          if (personal) expect(shared).toEqual([]);
          for (const message of messages) {
            expect(readMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
            if (message.kind === 'notice') continue;
            const said = [
              ...(message.kind === 'text'
                ? [message.text]
                : message.kind === 'image'
                  ? [message.caption]
                  : []),
              ...message.instead,
            ];
            for (const text of said) {
              expect(text.length).toBeLessThanOrEqual(2000);
              expect(text.isWellFormed() && text.normalize('NFC') === text).toBe(true);
            }
            if (message.kind !== 'text') expect(message.instead.join('').trim()).not.toBe('');
            else {
              expect(message.text.trim()).not.toBe('');
              expect(message.buttons.length).toBeLessThanOrEqual(5);
              for (const { title } of message.buttons) expect(title.length).toBeLessThanOrEqual(100);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says in words what a picture shows that is too large, and names files that can go no way', async () => {
    const large = pictureBlock('Đạt 5 trên 8.', Buffer.alloc(1024 * 1024 + 1).toString('base64'));
    const big = { ...fileBlock('lớn.pdf'), base64: Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64') };
    const messages = await renderReply(quotedReply([large, big]), nowhere);
    expect(messages).toMatchObject([{ kind: 'text' }]);
    const [message] = messages;
    const said = message?.kind === 'text' ? message.text : '';
    expect(said).toContain('Hình: Đạt 5 trên 8.');
    expect(said).toContain(texts.leftOut([texts.aFile('lớn.pdf')]));
    expect(await renderReply(quotedReply([]), nowhere)).toMatchObject([{ text: texts.nothingToShow }]);
  });

  it('has buttons under its last words, and the same by number where they are not taken', async () => {
    const [message, ...others] = await renderReply(sampleReply, nowhere);
    expect(others).toEqual([]);
    if (message?.kind !== 'text') throw new Error('the answer is no text');
    expect(message.buttons.map(({ send }) => send)).toEqual(['/xem 3.19', '/xem 3.20']);
    const [plain, ...more] = plainer(message);
    expect(more).toEqual([]);
    expect(plain).toMatchObject({ buttons: [], choices: ['/xem 3.19', '/xem 3.20'] });
    expect(plain?.kind === 'text' ? plain.text : '').toContain('2. Điều 19 Nghị định 900/2031/NĐ-CP');
    const last = (await renderReply(recordReply, nowhere)).at(-1);
    expect(last).toMatchObject({ kind: 'text', buttons: [{ title: 'Hồ sơ của tôi', send: '/hoso' }] });
  });

  it('is a notice in its first message only where nobody asked for it', () => {
    expect(renderNotice('Lịch học đã đổi.')).toEqual([{ kind: 'notice', text: 'Lịch học đã đổi.' }]);
    expect(renderNotice('Câu dài. '.repeat(400)).map(({ kind }) => kind)).toEqual(['notice', 'text']);
    expect(renderNotice(' ')).toEqual([]);
  });
});
