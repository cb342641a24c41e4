import type { JSX } from 'preact';
import type { Block } from '../../bot/message.ts';
import { Icon } from '../icons.tsx';
import { texts } from '../texts.ts';
import { saveFile } from './download.ts';
import { fileKind, sizeOfBase64, sizeWords } from './fileWords.ts';

/** A file to keep: the whole card is the button. */
export function FileCard({ block }: { readonly block: Extract<Block, { kind: 'file' }> }): JSX.Element {
  const { name, mediaType, base64 } = block;
  return (
    <button type="button" class="file" onClick={() => saveFile(name, mediaType, base64)}>
      <Icon name="document" />
      <span class="file-words">
        <span class="visually-hidden">{texts.file.save} </span>
        <span class="file-name">{name}</span>
        <span class="file-facts">
          {fileKind(name)} · {sizeWords(sizeOfBase64(base64))}
        </span>
      </span>
      <Icon name="download" />
    </button>
  );
}
