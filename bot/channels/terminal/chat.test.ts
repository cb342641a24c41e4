import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Message, Reply } from '../../message.ts';
import { recordReply, sampleReply } from '../fixtures.testing.ts';
import { chatInTerminal, type TerminalChat } from './chat.ts';

function terminal(tty: boolean, options: Pick<Partial<TerminalChat>, 'sender' | 'saveFile'> = {}) {
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
  const messages: Message[] = [];
  const failures: unknown[] = [];
  const onError = (error: unknown) => failures.push(error);
  const respond = async function* (message: Message) {
    asked.push(message.text);
    messages.push(message);
    const { blocks, ...end }: Reply =
      message.text === 'hỏng'
        ? await Promise.reject(new Error('x'))
        : message.text === 'hồ sơ'
          ? recordReply
          : sampleReply;
    for (const block of blocks) yield { kind: 'block' as const, block };
    yield { kind: 'done' as const, ...end };
  };
  const chat = chatInTerminal({ respond, onError, input, output, ...options });
  return { input, output, asked, messages, failures, shown: () => shown, chat };
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

  it('draws a person for each chat, alone with the answer, unless it is told who', async () => {
    const [one, other] = [terminal(false), terminal(false)];
    const known = terminal(false, { sender: 'nguoi-thu' });
    for (const { input } of [one, other, known]) input.end('một\nhai\n');
    await Promise.all([one.chat, other.chat, known.chat]);
    const keys = [one, other, known].map(({ messages }) => new Set(messages.map(({ sender }) => sender)));
    expect(keys.map(({ size }) => size)).toEqual([1, 1, 1]);
    expect(new Set(keys.flatMap((set) => [...set])).size).toBe(3);
    expect(known.messages[0]).toEqual({
      channel: 'terminal',
      conversation: 'nguoi-thu',
      sender: 'nguoi-thu',
      isPrivate: true,
      text: 'một',
    });
  });

  it('keeps a file where it is told to, and says where', async () => {
    const kept: string[] = [];
    const { input, chat, shown } = terminal(false, {
      saveFile: async (name, bytes) => {
        kept.push(`${name}: ${Buffer.from(bytes).toString('utf8')}`);
        return '/nha/ho-so.json';
      },
    });
    input.end('hồ sơ\n');
    await chat;
    expect(kept).toEqual(['hồ sơ của tôi.json: {"mẫu":true}']);
    expect(shown()).toContain('Tệp hồ sơ của tôi.json (14 byte): đã lưu vào /nha/ho-so.json');
  });

  it('shows the rest of a reply when its file cannot be kept', async () => {
    const full = new Error('ENOSPC');
    const { input, chat, shown, failures } = terminal(false, { saveFile: () => Promise.reject(full) });
    input.end('hồ sơ\n');
    await chat;
    expect(shown()).toContain('✗ Thiếu: Trung cấp');
    expect(shown()).toContain('tôi chưa ghi được');
    expect(failures).toEqual([full]);
  });

  it('ends quietly when nobody reads any more', async () => {
    const { input, output, chat } = terminal(false);
    output.destroy(new Error('EPIPE'));
    input.write('một\n');
    await expect(chat).resolves.toBeUndefined();
  });
});
