import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Message, Reply } from '../../message.ts';
import { sampleReply } from '../fixtures.testing.ts';
import { chatInTerminal } from './chat.ts';

function terminal(tty: boolean) {
  const input = Object.assign(new PassThrough(), tty ? { isTTY: true, setRawMode: () => undefined } : {});
  const output = Object.assign(
    new PassThrough(),
    tty ? { isTTY: true, columns: 0, hasColors: () => false } : {},
  );
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8');
  });
  const asked: string[] = [];
  const failures: unknown[] = [];
  const onError = (error: unknown) => failures.push(error);
  const respond = async function* (message: Message) {
    asked.push(message.text);
    const reply: Reply = message.text === 'hỏng' ? await Promise.reject(new Error('x')) : sampleReply;
    for (const block of reply.blocks) yield { kind: 'block' as const, block };
    yield { kind: 'done' as const, outcome: reply.outcome, choices: reply.choices };
  };
  const chat = chatInTerminal({ respond, onError, input, output });
  return { input, output, asked, failures, shown: () => shown, chat };
}

describe('the chat in a terminal', () => {
  it('answers every piped line in order and ends with the input', async () => {
    const { input, asked, chat, shown } = terminal(false);
    input.end(`điều 18?\n\n  ${'đi học'.normalize('NFD')}  \n${'dài '.repeat(3000)}`);
    await chat;
    expect(asked).toEqual(['điều 18?', 'đi học'.normalize('NFD'), 'dài '.repeat(3000).trim()]);
    expect(shown()).toContain('› điều 18?\nTheo quy định');
    expect(shown()).not.toContain('\u001b');
    expect(shown()).not.toContain('/thoat');
  });

  it('opens a choice by its number, and says so when there is none', async () => {
    const { input, asked, chat, shown } = terminal(false);
    input.end('2\nđiều 18?\n2\n7\n2031\n');
    await chat;
    expect(asked).toEqual(['2', 'điều 18?', '/xem 3.20', '2031']);
    expect(shown()).toContain('Chỉ có các mục từ 1 đến 2.');
  });

  it('stops at /thoat, whatever follows', async () => {
    const { input, asked, chat } = terminal(false);
    input.write(`một\n${'/Thoát'.normalize('NFD')}\nhai\n`);
    await chat;
    expect(asked).toEqual(['một']);
  });

  it('greets and says goodbye in a real terminal, and ends on Ctrl-D and Ctrl-C', async () => {
    for (const key of ['\u0004', '\u0003']) {
      const { input, chat, shown } = terminal(true);
      input.write(key);
      await chat;
      expect(shown()).toContain('Gõ câu hỏi rồi Enter');
      expect(shown()).toContain('Chào anh/chị.');
    }
  });

  it('answers what is typed in a real terminal', async () => {
    const { input, asked, chat, shown } = terminal(true);
    input.write('điều 18?\r');
    input.write('1\r');
    input.write('/thoat\r');
    await chat;
    expect(asked).toEqual(['điều 18?', '/xem 3.19']);
    expect(shown()).toContain('  │ Người được cử đi bồi dưỡng phải còn đủ tuổi công tác & có "đơn" đề nghị.');
  });

  it('says kind words when the core breaks, tells the log why, and goes on', async () => {
    const { input, asked, failures, chat, shown } = terminal(false);
    input.end('hỏng\nđiều 18?\n');
    await chat;
    expect(asked).toHaveLength(2);
    expect(shown()).toContain('Tôi gặp trục trặc');
    expect(failures).toEqual([new Error('x')]);
  });

  it('ends quietly when nobody reads any more', async () => {
    const { input, output, chat } = terminal(false);
    output.destroy(new Error('EPIPE'));
    input.write('một\n');
    await expect(chat).resolves.toBeUndefined();
  });
});
