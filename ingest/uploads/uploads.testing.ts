import { setTimeout as delay } from 'node:timers/promises';
import { type Config, readConfig } from '../../config.ts';
import type { Upload, UploadStage } from '../../domain/upload.ts';
import type { Identity } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { readUpload } from '../../store/uploads/uploads.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import type { Reading } from './readUpload.ts';

export const LIMITS: Config['ingest'] = readConfig({}).ingest;

/** Reads a text in this process: what a child would make of it, without starting one. */
export const parseHere: Reading['parse'] = async (bytes, fileName) =>
  parseDirective(rawText(new TextDecoder().decode(bytes)), { fileName });

/** The bytes of an invented decision with these articles, as plain text. */
export function decision({
  number,
  about = 'quy định về đào tạo, bồi dưỡng cán bộ phường Nam Lam',
  issued = 'ngày 20 tháng 3 năm 2026',
  articles,
}: {
  readonly number: string;
  readonly about?: string;
  readonly issued?: string;
  readonly articles: readonly string[];
}): Uint8Array {
  const text = `ỦY BAN NHÂN DÂN
TỈNH LAM GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: ${number}

Lam Giang, ${issued}

QUYẾT ĐỊNH

Ban hành ${about}

${articles.map((article, at) => `Điều ${at + 1}. ${article}`).join('\n\n')}
`;
  return new TextEncoder().encode(text);
}

/** Waits until an upload has come to a stage. */
export async function untilStage(
  database: Database,
  identity: Identity,
  uploadId: number,
  stages: readonly UploadStage[],
): Promise<Upload> {
  for (let turn = 0; turn < 600; turn += 1) {
    const upload = await readUpload(database, identity, uploadId);
    if (stages.includes(upload.stage)) return upload;
    await delay(50);
  }
  throw new Error(`upload ${uploadId} never came to ${stages.join(' or ')}`);
}
