import { answer, receive, refusalOrFailure, report } from './childSide.ts';
import type { ParseAnswer } from './parseMessage.ts';
import { diskFull, isDiskFull, noText } from './texts.ts';

/**
 * The process in which a file is read: one request in, one answer out, then the end. Started by `parseFile`.
 */

// pdf.js rejects promises that nobody holds; such an end must still name itself.
process.on('unhandledRejection', (error) => answer(refusalOrFailure(error)));
process.on('uncaughtException', (error) => answer(refusalOrFailure(error)));

try {
  const { request, bytes } = await receive();
  const [{ readDocument }, { parseDirective }] = await Promise.all([
    import('./read/readDocument.ts'),
    import('./parseDirective.ts'),
  ]);
  const raw = await readDocument(bytes, request.fileName, {
    memoryBytes: request.memoryBytes,
    progress: (done, all) => report({ done, all }),
  }).catch((error: unknown) => {
    throw isDiskFull(error) ? diskFull(request.fileName, error) : error;
  });
  const directive = parseDirective(raw, { fileName: request.fileName });
  // What was nothing but furniture of pages.
  if (!/[\p{L}\p{N}]/u.test(directive.text)) throw noText(request.fileName);
  answer({ status: 'parsed', directive } satisfies ParseAnswer);
} catch (error) {
  answer(refusalOrFailure(error));
}
