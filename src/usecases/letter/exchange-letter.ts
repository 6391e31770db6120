import { answerLetter, coverLetter, type Exchanged } from '../../documents/exchange-letters.ts';
import { writeLetter } from '../../documents/letter.ts';
import { isSensitiveKind } from '../../domain/kinds.ts';
import type { Side } from '../../domain/side.ts';
import { DOCUMENT_NAMES, isDocumentType } from '../../domain/symbol.ts';
import { act } from '../actions/index.ts';
import { audit } from '../audit.ts';
import type { MakeFile } from '../compose/file.ts';
import { exchangeFor, type Logged } from '../exchange/load-exchange.ts';
import { button, isRefused, message, type Refused, refuse, text } from '../said.ts';
import { sendFile } from '../send-file.ts';
import type { Actor, Member, Work } from '../work.ts';
import { partiesOf } from './parties-of.ts';

/** Whether an entry has words for a letter: not secret mail, not of a sensitive kind, and with a subject (C4). */
export const hasLetter = ({ entry, about }: Logged): boolean =>
  entry.channel !== 'secret_mail' &&
  entry.subject !== null &&
  !(about && isSensitiveKind(about.kind)) &&
  (entry.state === 'open' || entry.state === 'waiting');

/** An entry of which this đầu mối may have a letter drafted; refused with words when there is none. */
async function readable(
  work: Work,
  actor: Actor,
  id: number,
): Promise<{ member: Member; logged: Logged } | Refused> {
  const allowed = await exchangeFor(work, actor, id, 'letter.draft');
  if (isRefused(allowed)) return allowed;
  return hasLetter(allowed.logged) ? allowed : refuse('refused-exchange-letter');
}

/** Sends the draft of a letter as a file: one's own document goes out with it, the other side's is answered by it. */
export async function draftExchangeLetter(
  work: Work,
  actor: Actor,
  id: number,
): Promise<{ logged: Logged } | Refused> {
  const allowed = await readable(work, actor, id);
  if (isRefused(allowed)) return allowed;
  const { member, logged } = allowed;
  await audit(work, {
    pairId: member.pairId,
    type: 'letter.drafted',
    by: actor.personId,
    exchangeId: id,
    facts: { side: member.side, letter: isOwn(logged, member.side) ? 'cover' : 'answer' },
  });
  await sendFile(work, actor, member.pairId, { make: 'exchange-letter', exchangeId: id });
  return { logged };
}

const isOwn = ({ entry }: Logged, side: Side): boolean => entry.fromSide === side;

/** The draft as things stand when it goes out. Not protected: it is there to be saved, mended and signed. */
export const makeExchangeLetter: MakeFile<'exchange-letter'> = async (work, actor, { ref }) => {
  const allowed = await readable(work, actor, ref.exchangeId);
  if (isRefused(allowed)) return { skip: allowed.refused.key };
  const { member, logged } = allowed;
  const { entry } = logged;
  const parties = partiesOf(work, logged, member.side);
  const isCover = isOwn(logged, member.side);
  const letter = (isCover ? coverLetter : answerLetter)(parties, exchanged(logged));
  return {
    message: message(
      [
        text(isCover ? 'letter-is-cover' : 'letter-is-answer', { code: entry.code }),
        text('letter-is-draft'),
        text('letter-left-open'),
        text('letter-no-secret'),
      ],
      [button('button-exchange-card', act('x', { id: entry.id }))],
    ),
    file: {
      name: `du-thao-cv-${entry.code.replace('TĐ', 'TD')}-${isCover ? 'gui' : 'tra-loi'}.docx`,
      bytes: await writeLetter(letter),
    },
  };
};

function exchanged({ entry }: Logged): Exchanged {
  const { docType } = entry;
  return {
    symbol: entry.symbol,
    document:
      docType !== null && isDocumentType(docType) ? DOCUMENT_NAMES[docType] : NO_DOCUMENT[entry.channel],
    day: entry.documentDay,
    subject: entry.subject!,
    answerBy: entry.answerDueAt && entry.answeredAt === null ? entry.answerDueAt : undefined,
  };
}

const NO_DOCUMENT: Record<Logged['entry']['channel'], string> = {
  mail: 'Văn bản',
  in_person: 'nội dung trao đổi trực tiếp',
  phone: 'nội dung trao đổi qua điện thoại',
  secret_mail: 'Văn bản',
};
