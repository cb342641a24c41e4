import { findTool } from '../../systemTools.ts';
import type { OcrEngine } from './ocrEngine.ts';

/**
 * The best engine that this machine has. `program`: path of `tesseract`, or `null` to read with the package; left out,
 * the machine is searched.
 */
export async function openEngine(program?: string | null): Promise<OcrEngine> {
  const found = program === undefined ? ((await findTool('tesseract'))?.path ?? null) : program;
  if (found === null) return (await import('./tesseractPackage.ts')).tesseractPackage();
  return (await import('./tesseractProgram.ts')).tesseractProgram(found);
}
