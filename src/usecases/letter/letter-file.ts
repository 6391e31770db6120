import { type Letter, writeLetter } from '../../documents/letter.ts';
import type { LetterKind } from '../../domain/letter.ts';
import type { Side } from '../../domain/side.ts';
import { act } from '../actions/index.ts';
import type { MakeFile } from '../compose/file.ts';
import type { Case } from '../inspection/load-case.ts';
import { button, isRefused, message, text } from '../said.ts';
import { codeText } from '../view/lines.ts';
import type { Work } from '../work.ts';
import { readLetters } from './draft-letter.ts';
import {
  writeChange,
  writeConclusion,
  writeNotice,
  writeProposal,
  writeReply,
  writeStop,
} from './letter-content.ts';
import type { Offered } from './letters-of.ts';

type Write = (work: Work, found: Case, side: Side, offered: Offered) => Promise<Letter>;

const WRITE: Record<LetterKind, Write> = {
  proposal: writeProposal,
  reply: writeReply,
  notice: writeNotice,
  change: writeChange,
  stop: writeStop,
  conclusion: writeConclusion,
};

const FILE_NAMES: Record<LetterKind, string> = {
  proposal: 'de-nghi-phoi-hop',
  reply: 'thong-nhat-phoi-hop',
  notice: 'ke-hoach',
  change: 'dieu-chinh',
  stop: 'dung',
  conclusion: 'ket-thuc',
};

/**
 * The draft as things stand when it goes out. Not protected: it is there to be saved, mended and signed; so the words around it
 * are a code and what it is (C7).
 */
export const makeLetterFile: MakeFile<'letter'> = async (work, actor, { ref }) => {
  const allowed = await readLetters(work, actor, ref.inspectionId);
  if (isRefused(allowed)) return { skip: allowed.refused.key };
  const { found, member, offered } = allowed;
  const chosen = offered.find((one) => one.kind === ref.letter);
  if (!chosen) return { skip: 'no longer a letter of it' };
  const letter = await WRITE[chosen.kind](work, found, member.side, chosen);
  return {
    message: message(
      [
        text(`letter-is-${chosen.kind}`, { code: codeText(found) }),
        text('letter-is-draft'),
        text('letter-left-open'),
        chosen.kind === 'notice' && text('letter-to-fill-in'),
        text('letter-no-secret'),
      ],
      [button('button-card', act('card', { id: found.inspection.id }))],
    ),
    file: { name: nameOf(found, chosen.kind, letter), bytes: await writeLetter(letter) },
  };
};

const nameOf = ({ inspection }: Case, kind: LetterKind, { titled }: Letter): string => {
  const type = (titled?.docType ?? 'CV').toLowerCase();
  return `du-thao-${type}-${inspection.code ?? inspection.id}-${FILE_NAMES[kind]}.docx`;
};
