import type { Picture } from '../../reports/picture.ts';
import type { Block } from '../message.ts';

export const plain = (text: string): Block => ({ kind: 'text', text, tone: 'plain' });
/** Said smaller. */
export const note = (text: string): Block => ({ kind: 'text', text, tone: 'note' });
/** Set apart. */
export const warning = (text: string): Block => ({ kind: 'text', text, tone: 'warning' });
/** Heads what follows. */
export const title = (text: string): Block => ({ kind: 'text', text, tone: 'title' });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** A picture, or nothing where it cannot be drawn on this machine: whoever shows one says the same in words as well. */
export async function pictureOrNone(draw: () => Promise<Picture>, alt: string): Promise<readonly Block[]> {
  try {
    const { png, width, height } = await draw();
    return [{ kind: 'picture', png: Buffer.from(png).toString('base64'), width, height, alt }];
  } catch {
    return [];
  }
}
