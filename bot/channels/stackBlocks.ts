import type { Block } from '../message.ts';
import { holdOn, join, plain, type RichText } from './richText.ts';

/** Blocks that are said in words; the others are uploads. */
export type WordBlock = Exclude<Block, { readonly kind: 'picture' | 'file' }>;

/** Blocks one below another, each as `render` says it; a title holds on to what it heads. Pure. */
export function stackBlocks(blocks: readonly WordBlock[], render: (block: WordBlock) => RichText): RichText {
  return blocks.reduceRight<RichText>((rest, block) => {
    const words = render(block);
    const heads = block.kind === 'text' && block.tone === 'title';
    return heads ? holdOn(words, rest, '\n\n') : join([words, rest], '\n\n');
  }, plain(''));
}
