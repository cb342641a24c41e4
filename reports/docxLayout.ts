import { convertMillimetersToTwip, type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';

export const FONT = 'Times New Roman';

const mm = convertMillimetersToTwip;

/** In twips, upright; the library turns it for wide pages. */
export const A4 = { width: mm(210), height: mm(297) } as const;

/** The least margins of Nghị định 30/2020/NĐ-CP, in twips. */
export const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(8) } as const;

/** What stands between the margins, in twips. */
export function lineWidth(wide: boolean): number {
  return (wide ? A4.height : A4.width) - MARGINS.left - MARGINS.right;
}

/** A paragraph of one kind of letters; line ends within the text stay line ends. */
export function paragraphOf(
  text: string,
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
  run: Omit<IRunOptions, 'text' | 'children' | 'break'> = {},
): Paragraph {
  const lines = text.split('\n');
  return new Paragraph({
    ...options,
    children: lines.map((line, at) => new TextRun({ ...run, text: line, ...(at > 0 && { break: 1 }) })),
  });
}
