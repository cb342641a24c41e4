import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePdf, scanPage, textPage } from './pdf.testing.ts';
import { plainFile } from './plainFile.ts';

const text = textPage(['mot', 'hai']).content;
const looked = (content: string) => plainFile(makePdf([{ content }]));

/** One stream of commands in the usual filter, with more in its dictionary. */
function packed(content: string, more = ''): Uint8Array {
  const data = deflateSync(Buffer.from(content, 'latin1'));
  const head = Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode/Length ${data.length}${more}>>\nstream\n`,
  );
  return Buffer.concat([head, data, Buffer.from('\nendstream\nendobj\n%%EOF')]);
}

describe('what a PDF may hold', () => {
  it('is nothing to be looked for where its commands draw black words only', async () => {
    const plain = { mayHide: false, mayPicture: false };
    for (const colour of ['', '0 0 0 rg 0 g\n', '0.2 0 0.4 rg', '0 0 0 1 k'])
      expect(await plainFile(packed(`${colour} ${text}`))).toEqual(plain);
  });

  it('is hidden text where a command may make words invisible or white', async () => {
    for (const command of [
      '3 Tr',
      '7\nTr',
      '0 0 m 3Tr',
      '1 g',
      '1 1 0.99 rg',
      '0 0 0 0 k',
      '/C cs 1 sc',
      'Tr',
    ])
      expect(await looked(`${command} ${text}`), command).toMatchObject({ mayHide: true });
    expect(await plainFile(packed(`3 Tr ${text}`))).toMatchObject({ mayHide: true });
  });

  it('is a picture where there is one, also between the commands', async () => {
    expect(await plainFile(makePdf([scanPage([])]))).toMatchObject({ mayPicture: true });
    const marks = `BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ${text}`;
    expect(await plainFile(packed(marks))).toMatchObject({ mayPicture: true });
  });

  it('is not known where its commands cannot be seen', async () => {
    const unsure = { mayHide: true, mayPicture: true };
    expect(await plainFile(packed(text, '/DecodeParms<</Predictor 12>>'))).toEqual(unsure);
    expect(await plainFile(packed(text, '/Type/#58'))).toEqual(unsure);
    expect(await plainFile(Buffer.concat([packed(text), Buffer.from('/Encrypt 5 0 R')]))).toEqual(unsure);
    const lzw = Buffer.from('%PDF-1.4\n1 0 obj\n<</Filter/LZWDecode>>\nstream\nabc\nendstream\n%%EOF');
    expect(await plainFile(lzw)).toEqual(unsure);
  });
});
