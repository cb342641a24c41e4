import { drawInWorker } from './drawing/drawInWorker.ts';
import type { Scene } from './drawing/scene.ts';
import type { Typeface } from './drawing/typeface.ts';

/** A picture ready to send. */
export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

/**
 * Draws a scene as PNG, off the main thread.
 *
 * @throws Error where it cannot be drawn: callers then say it in words
 */
export async function drawScene(scene: Scene, typeface: Typeface): Promise<Picture> {
  const { png, width, height } = await drawInWorker(scene, typeface.files);
  return { png, width, height };
}
