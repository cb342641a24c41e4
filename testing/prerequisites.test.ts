import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Detection,
  detect,
  isCi,
  missingLines,
  type PrerequisiteName,
  postgresProblem,
  prerequisiteNames,
} from './detect.ts';
import { leaveOut, need, prerequisites } from './prerequisites.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'prerequisites-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.doUnmock('vitest');
  vi.resetModules();
  await rm(folder, { recursive: true, force: true });
});

/** The module as a machine sees it on which `missing` is not installed. */
async function onMachineWithout(missing: PrerequisiteName) {
  const everything = Object.fromEntries(prerequisiteNames.map((name) => [name, `path of ${name}`]));
  vi.resetModules();
  vi.doMock('vitest', () => ({ inject: () => ({ found: { ...everything, [missing]: null }, because: {} }) }));
  return import('./prerequisites.ts');
}

describe('prerequisites of the tests', () => {
  it('are the same for the run and for each file of it', () => {
    expect(Object.keys(prerequisites).sort()).toEqual([...prerequisiteNames].sort());
    for (const name of prerequisiteNames) {
      if (prerequisites[name] === null) expect(() => need(name)).toThrow(/^Left out: /);
      else expect(need(name)).toBe(prerequisites[name]);
    }
  });

  it('keep a test whose need is met', async () => {
    const { leaveOut: leave } = await onMachineWithout('tesseract');
    expect(leave('chromium')).toBe(false);
  });

  it('leave a test out on a machine without them', async () => {
    vi.stubEnv('CI', '');
    const { leaveOut: leave } = await onMachineWithout('tesseract');
    expect(leave('tesseract')).toBe(true);
  });

  it('refuse to leave anything out in CI that can be installed', async () => {
    vi.stubEnv('CI', 'true');
    const { leaveOut: leave } = await onMachineWithout('postgresUrl');
    expect(() => leave('postgresUrl')).toThrow(/postgresUrl.*DATABASE_URL/);
  });

  it.each(['corpora', 'telegramSpec', 'openaiSpec', 'smallDisk'] as const)(
    'go on without %s even in CI, since no command can provide it',
    async (name) => {
      vi.stubEnv('CI', 'true');
      const { leaveOut: leave } = await onMachineWithout(name);
      expect(leave(name)).toBe(true);
    },
  );

  it('know CI by its variable', () => {
    expect([isCi({ CI: 'true' }), isCi({ CI: '1' }), isCi({ CI: 'false' }), isCi({})]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('looking at a machine', () => {
  it('says for each missing thing what is not tested and how to provide it', () => {
    const nothing: Detection = {
      found: {
        postgresUrl: null,
        chromium: null,
        pdftotext: null,
        tesseract: null,
        soffice: null,
        corpora: null,
        telegramSpec: null,
        openaiSpec: null,
        smallDisk: null,
      },
      because: { tesseract: 'the Vietnamese language is missing' },
    };
    const lines = missingLines(nothing);
    expect(lines).toHaveLength(prerequisiteNames.length);
    for (const line of lines)
      expect(line).toMatch(/^Left out: \w+.* – not tested: .+\. To include it: .+\.$/);
    expect(lines.find((line) => line.includes('tesseract'))).toContain('the Vietnamese language is missing');
  });

  it('finds what stands beside the checkout and the browser that CHROME_PATH names', async () => {
    const checkout = path.join(folder, 'checkout');
    const corpora = path.join(folder, 'shared', 'corpora');
    const telegramSpec = path.join(folder, 'shared', 'specs', 'telegram-bot-api.json');
    const browser = path.join(folder, 'my browser');
    await mkdir(checkout);
    await mkdir(corpora, { recursive: true });
    await mkdir(path.dirname(telegramSpec));
    await writeFile(telegramSpec, '{}');
    await writeFile(browser, '#!/bin/sh\necho Chromium 150.0.1\n');
    await chmod(browser, 0o755);
    const { found } = await detect(checkout, { CHROME_PATH: browser });
    expect(found).toMatchObject({ corpora, telegramSpec, chromium: browser, postgresUrl: null });
  });

  it('does not take a server that does not answer, and keeps its password to itself', async () => {
    const url = 'postgres://ai:khong-noi-ra@127.0.0.1:1/thu';
    const problem = await postgresProblem(url);
    expect(problem).toMatch(/does not answer/);
    expect(problem).not.toContain('khong-noi-ra');
    expect((await detect(folder, { DATABASE_URL: url })).found.postgresUrl).toBeNull();
  });
});

describe.skipIf(leaveOut('postgresUrl'))('a server that serves the tests', () => {
  it('has nothing to complain of', async () => {
    expect(await postgresProblem(need('postgresUrl'))).toBeNull();
  });
});
