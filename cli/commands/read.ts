import { basename } from 'node:path';
import { writeDate } from '../../domain/citation.ts';
import type { ParsedDirective } from '../../domain/directive.ts';
import { parseFile } from '../../ingest/parseFile.ts';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { readBytes } from './ingest.ts';

/** `read FILE`: what the product makes of a file, stored nowhere. */
export async function readCommand(io: Io, path: string, options: CommonOptions): Promise<ExitCode> {
  const limits = io.config().ingest;
  const parsed = await parseFile(await readBytes(path, limits), basename(path), limits);
  io.out(options.json === true ? JSON.stringify(parsedJson(parsed)) : parsedText(parsed));
  return 0;
}

function parsedJson({ format, kind, text, header, provisions, warnings }: ParsedDirective) {
  return {
    format,
    kind,
    text,
    header,
    provisions: provisions.map(({ path, heading, start, end, page }) => ({
      path,
      heading,
      text: text.slice(start, end),
      page,
    })),
    relations: [],
    warnings,
  };
}

function parsedText({ format, kind, header, provisions, passages, warnings }: ParsedDirective): string {
  const day = (date: string | null) => (date === null ? null : writeDate(date));
  const facts = [
    ['Định dạng', format],
    ['Là', kind === 'press' ? 'bài báo, trang tin' : 'văn bản ban hành'],
    ['Số/ký hiệu', header.number],
    ['Loại', header.type],
    ['Cơ quan ban hành', header.issuer],
    ['Ngày ban hành', day(header.issued)],
    ['Ngày hiệu lực', day(header.effective)],
    ['Trích yếu', header.title],
    ['Người ký', header.signer],
    ['Nơi ban hành', header.place],
  ].map(([name, value]) => `${name}: ${value ?? '(không thấy)'}`);
  const tree = provisions.map(
    ({ path, label, heading }) =>
      `${'  '.repeat(path.length - 1)}${label}${heading === null ? '' : `. ${heading}`}`,
  );
  return [
    ...facts,
    `Điều khoản: ${provisions.length}, đoạn tra cứu: ${passages.length}`,
    ...warnings.map((warning) => `! ${warning}`),
    '',
    ...tree,
  ].join('\n');
}
