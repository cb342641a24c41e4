import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadPrompt, type PromptName, parsePrompt } from './load.ts';

const file = (slots: string, words: string) => `---\nversion: 2\nslots: [${slots}]\n---\n${words}\n`;

describe('a prompt', () => {
  it('is filled slot by slot, and what is put in is not looked through', () => {
    const prompt = parsePrompt('thu', file('day, question', 'Hôm nay {{day}}: {{question}} ({{day}})'));
    expect(prompt.version).toBe(2);
    expect(prompt.fill({ day: '01/7', question: '{{day}} $& $1' })).toBe(
      'Hôm nay 01/7: {{day}} $& $1 (01/7)',
    );
  });

  it.each([
    [{}, '{{day}} is missing'],
    [{ day: 'x', night: 'y' }, 'no slot {{night}}'],
  ])('refuses %j', (values, message) => {
    expect(() => parsePrompt('thu', file('day', '{{day}}')).fill(values)).toThrow(message);
  });

  it.each([
    ['Xin chào', 'no head'],
    [file('day', 'không có'), '{{day}} is not in its words'],
    [file('', 'có {{day}}'), '{{day}} is not in its head'],
    [file('day', 'có {{ day }}'), 'is not in its head'],
    ['---\nslots: []\n---\nthiếu số', 'version'],
  ])('is not read from %j', (text, message) => {
    expect(() => parsePrompt('thu', text)).toThrow(message);
  });

  it('of this folder can be read, each of them', async () => {
    const names = (await readdir(import.meta.dirname))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => name.slice(0, -'.md'.length));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(loadPrompt(name as PromptName).version, name).toBeGreaterThan(0);
  });
});
