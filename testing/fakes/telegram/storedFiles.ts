import type { OtherContent, SentFile, StoredFile } from './fakeMessage.ts';

/** Files on the server, found by id and by path. */
export type StoredFiles = {
  readonly byId: ReadonlyMap<string, StoredFile>;
  readonly byPath: (path: string) => StoredFile | undefined;
  /** Keeps what a person sends; the fields of the message that carries it. */
  readonly store: (file: SentFile, messageId: number) => OtherContent;
  /** Keeps what the bot sends; its id. */
  readonly keep: (kind: 'photo' | 'document', name: string, bytes: Uint8Array, messageId: number) => string;
  /** A voice message of some seconds; the fields of its message. */
  readonly storeVoice: (seconds: number, messageId: number) => OtherContent;
};

export function createStoredFiles(): StoredFiles {
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();
  const put = (file_id: string, file: StoredFile) => {
    byId.set(file_id, file);
    byPath.set(file.path, file);
  };
  return {
    byId,
    byPath: (path) => byPath.get(path),
    store({ name, bytes, asPhoto, size = bytes.byteLength }, messageId) {
      const extension = asPhoto === true ? '.jpg' : (/\.\w+$/.exec(name)?.[0] ?? '');
      const path = `${asPhoto === true ? 'photos' : 'documents'}/file_${messageId}${extension}`;
      const file_id = `AgAD-${messageId}`;
      put(file_id, { path, bytes, size });
      const file = { file_id, file_unique_id: `u${messageId}`, file_size: size };
      if (asPhoto !== true) return { document: { ...file, file_name: name } };
      const small = {
        file_id: `AgAD-small-${messageId}`,
        file_unique_id: `s${messageId}`,
        width: 90,
        height: 120,
      };
      return { photo: [small, { ...file, width: 960, height: 1280 }] };
    },
    keep(kind, name, bytes, messageId) {
      const extension = /\.\w+$/.exec(name)?.[0] ?? '';
      const file_id = `BQAC-${messageId}`;
      put(file_id, { path: `${kind}s/sent_${messageId}${extension}`, bytes, size: bytes.byteLength });
      return file_id;
    },
    storeVoice(duration, messageId) {
      const bytes = Buffer.from('OggS');
      const file_id = `AwAC-${messageId}`;
      put(file_id, { path: `voice/file_${messageId}.oga`, bytes, size: bytes.byteLength });
      const file = { file_id, file_unique_id: `v${messageId}`, file_size: bytes.byteLength };
      return { voice: { ...file, duration, mime_type: 'audio/ogg' } };
    },
  };
}

/** What the real server takes as an album: 2–10 of one kind. Throws where a person could not send these together. */
export function checkAlbum(files: readonly SentFile[]): void {
  const photos = files.filter(({ asPhoto }) => asPhoto === true).length;
  if (files.length < 1 || files.length > 10) throw new Error('an album holds 2–10 files');
  if (photos !== 0 && photos !== files.length) throw new Error('an album holds files of one kind');
}
