import { parentPort } from 'node:worker_threads';
import type { Drawing, Drawn } from './drawInWorker.ts';
import { renderSvg } from './scene.ts';

// Both libraries are slow to load and busy for long: here they hold up nobody.
const port = parentPort;
if (port === null) throw new Error('this file is started as a worker');

port.on('message', ({ id, scene, fontFiles }: Drawing) => {
  draw({ id, scene, fontFiles }).then(
    (drawn) => port.postMessage(drawn, 'png' in drawn ? [drawn.png.buffer] : []),
    (error: unknown) => port.postMessage({ id, error: String(error) } satisfies Drawn),
  );
});

async function draw({ id, scene, fontFiles }: Drawing): Promise<Drawn> {
  const svg = await renderSvg(scene);
  const { Resvg } = await import('@resvg/resvg-js');
  // The fonts of the machine take seconds to read, and nobody has looked at what they would change.
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles] };
  const image = new Resvg(svg, { font, logLevel: 'off' }).render();
  // A copy of its own: the buffer of the native side cannot be handed over.
  return { id, png: new Uint8Array(image.asPng()), width: image.width, height: image.height };
}
