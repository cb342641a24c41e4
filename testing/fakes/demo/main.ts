import { startDemo } from './demo.ts';
import { instructions } from './instructions.ts';
import { specOnDisk } from './specOnDisk.ts';
import { demoTexts as texts } from './texts.ts';

const ports = { page: 4100, telegram: 4101, zaloBot: 4102, zaloOa: 4103 };
const product = { port: 3000, folder: '.artifacts/fakes' };

const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  const spec = specOnDisk();
  if (spec === null) say(texts.noSpec);
  const demo = await startDemo(ports, { spec, product });
  say(instructions(demo.url, demo.environment));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void demo.close().then(() => process.exit(0)));
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const port = isTaken && 'port' in error ? Number(error.port) : 0;
  process.stderr.write(`\n✗ ${isTaken ? texts.portTaken(port) : String(error)}\n`);
  process.exit(1);
}
