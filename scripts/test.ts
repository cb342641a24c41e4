import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isCi, missingLines, requiredInCi } from '../testing/detect.ts';
import { run } from './command.ts';
import { type Prepared, prepare } from './prepare/prepare.ts';
import { temporaryFolder } from './prepare/temporaryFolder.ts';
import { countTests } from './vitestReport.ts';

/**
 * The test command: prepares the machine, then checks types, lint and floors and runs all tests, each even when one
 * before it failed. The last line is `N passed, N failed`, test cases; a check that failed counts as failed too.
 * Arguments go to vitest: `npm test -- ingest` runs the tests of one folder.
 */

const root = path.resolve(import.meta.dirname, '..');
const artifacts = path.join(root, '.artifacts');
const reportFile = path.join(artifacts, 'vitest.json');

const interruption = new AbortController();
const { signal } = interruption;
const failures: string[] = [];

/** Scripts of the packages' commands, run by this very Node: the `node` on PATH may be an older one. */
const commands = {
  types: path.join(root, 'node_modules/typescript/bin/tsc'),
  lint: path.join(root, 'node_modules/@biomejs/biome/bin/biome'),
  floors: path.join(root, 'scripts/floors.ts'),
  tests: path.join(root, 'node_modules/vitest/vitest.mjs'),
};

async function stage<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  console.log(`\n── ${title}`);
  try {
    return await work();
  } finally {
    console.log(`── ${title}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  }
}

function fail(what: string): void {
  failures.push(what);
  console.log(`FAILED: ${what}`);
}

async function check(title: 'types' | 'lint' | 'floors', args: readonly string[]): Promise<void> {
  await stage(title, async () => {
    const { code } = await run(process.execPath, [commands[title], ...args], {
      cwd: root,
      show: true,
      signal,
    });
    if (code !== 0) fail(title);
  });
}

async function prepareMachine(): Promise<Prepared> {
  return stage('prepare', async () => {
    const prepared = await prepare(root, (line) => console.log(line), signal);
    for (const problem of prepared.problems) console.log(`Could not be prepared – ${problem}`);
    for (const line of missingLines(prepared.detection)) console.log(line);
    const missing = requiredInCi.filter((name) => prepared.detection.found[name] === null);
    if (isCi() && missing.length > 0) fail(`nothing may be left out in CI: ${missing.join(', ')}`);
    return prepared;
  });
}

async function runTests(prepared: Prepared, args: readonly string[]) {
  return stage('tests', async () => {
    await mkdir(artifacts, { recursive: true });
    await rm(reportFile, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const { code } = await run(process.execPath, [commands.tests, 'run', ...reporters, ...args], {
      cwd: root,
      show: true,
      signal,
      env: {
        DATABASE_URL: prepared.detection.found.postgresUrl ?? undefined,
        TEST_DETECTION: JSON.stringify(prepared.detection),
        // Hundreds of tests start the program anew; half of a start is reading the same TypeScript again.
        NODE_COMPILE_CACHE: path.join(artifacts, 'compile-cache'),
      },
    });
    const json = await readFile(reportFile, 'utf8').catch(() => null);
    const counts = countTests(json, code);
    for (const problem of counts.problems) console.log(problem);
    // With everything there, a skipped test is one that somebody forgot.
    const complete = Object.values(prepared.detection.found).every((value) => value !== null);
    if (isCi() && complete && counts.skipped > 0) {
      fail(`${counts.skipped} tests were left out though nothing is missing`);
    }
    return counts;
  });
}

async function main(args: readonly string[]): Promise<void> {
  const temporary = await temporaryFolder(signal);
  if (temporary.isInMemory) console.log(`Temporary files stand in memory: ${temporary.folder}`);
  process.env.TMPDIR = temporary.folder;
  try {
    await prepareAndCheck(args);
  } finally {
    await temporary.remove();
  }
}

async function prepareAndCheck(args: readonly string[]): Promise<void> {
  const prepared = await prepareMachine();
  try {
    await check('types', ['--noEmit']);
    await check('lint', ['check', '.']);
    await check('floors', []);
    const { passed, failed, skipped } = await runTests(prepared, args);
    console.log('');
    if (skipped > 0) console.log(`${skipped} left out`);
    for (const failure of failures) console.log(`FAILED: ${failure}`);
    const allFailed = failed + failures.length;
    if (allFailed > 0 || passed === 0) process.exitCode = 1;
    console.log(`${passed} passed, ${allFailed} failed`);
  } finally {
    await prepared.stop();
  }
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // Asked twice, it no longer waits for anything; what was started is ended on the way out.
    if (signal.aborted) process.exit(130);
    interruption.abort(new Error(`interrupted by ${name}`));
  });
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.log(signal.aborted ? 'The run was interrupted.' : error);
  console.log('0 passed, 1 failed');
  process.exitCode = signal.aborted ? 130 : 1;
}
