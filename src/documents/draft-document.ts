import { Document, type FileChild, Packer } from 'docx';
import { FONT, type Lie, MARGINS, PORTRAIT, SIZE } from './letter-layout.ts';
import { draftHeaders } from './letter-parts.ts';

/** DOCX in the layout of party documents: its page, its letters, no names in its properties, "DỰ THẢO" on every page. */
export function writeDraft(title: string, children: FileChild[], lie: Lie = PORTRAIT): Promise<Buffer> {
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    title: `Dự thảo ${title}`,
    styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { page: { size: lie.size, margin: MARGINS }, titlePage: true },
        headers: draftHeaders(lie.textWidth),
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}
