import type { Table } from 'docx';
import type { Letter } from './letter.ts';
import { centred, gap, line, twoColumns } from './letter-parts.ts';
import { upper } from './wording.ts';

/** Lines for the signature and the seal. */
const ROOM_TO_SIGN = 4;

/** "Nơi nhận" over its list in small letters at the left, beside who signs for the committee. */
export function endTable(
  { issuer, signer }: Pick<Letter, 'issuer' | 'signer'>,
  copies: string[] = ['- Như trên;', '- Lưu.'],
): Table {
  return twoColumns([
    [
      [line('Nơi nhận:', { underline: true }), ...copies.map((copy) => line(copy, { small: true }))],
      [
        centred(`T/M ${upper(issuer.body)}`, { bold: true }),
        centred(upper(signer.title)),
        ...Array.from({ length: ROOM_TO_SIGN }, gap),
        centred(signer.name ?? '[Họ và tên]', { bold: true }),
      ],
    ],
  ]);
}
