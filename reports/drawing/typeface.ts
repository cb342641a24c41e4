import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type GlyphWidths, readGlyphWidths } from './glyphWidths.ts';

/** The weights that pictures use. */
export type Weight = 'regular' | 'bold';

/** Be Vietnam Pro: the only letters of the pictures. `files` are what the renderer loads, `widths` what lines are measured by. */
export type Typeface = {
  readonly files: readonly string[];
  readonly widths: Readonly<Record<Weight, GlyphWidths>>;
};

export const FAMILY = 'Be Vietnam Pro';

// The renderer reads TrueType only: from a WOFF file it makes a picture without any text, and says nothing.
const FILES = {
  regular: '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  bold: '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
} as const satisfies Readonly<Record<Weight, string>>;

let loading: Promise<Typeface> | null = null;

/** Reads the font once, at the first picture. */
export function loadTypeface(): Promise<Typeface> {
  loading ??= readTypeface().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function readTypeface(): Promise<Typeface> {
  const regular = fileURLToPath(import.meta.resolve(FILES.regular));
  const bold = fileURLToPath(import.meta.resolve(FILES.bold));
  const [regularFile, boldFile] = await Promise.all([readFile(regular), readFile(bold)]);
  return {
    files: [regular, bold],
    widths: { regular: readGlyphWidths(regularFile), bold: readGlyphWidths(boldFile) },
  };
}
