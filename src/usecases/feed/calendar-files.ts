import { FEED_STATES, type FeedDetails } from '../../domain/feed.ts';
import { act } from '../actions/index.ts';
import type { MakeFile } from '../compose/file.ts';
import type { Composed } from '../compose/index.ts';
import { caseFor } from '../inspection/access.ts';
import { button, isRefused, message, type Refused, refuse, text } from '../said.ts';
import { sendFile } from '../send-file.ts';
import { codeText } from '../view/lines.ts';
import type { Actor, Work } from '../work.ts';
import { readerOf } from './find-feed.ts';
import { requireReader } from './manage-feed.ts';
import { writeFeed } from './write-feed.ts';

/** Sends the calendar as a file; `committeeId` null: the person's own. */
export async function sendCalendar(
  work: Work,
  actor: Actor,
  committeeId: number | null,
  details: FeedDetails,
): Promise<{ kind: 'coming' } | Refused> {
  const allowed = requireReader(actor, committeeId);
  if (isRefused(allowed)) return allowed;
  await sendFile(work, actor, null, { make: 'calendar', feed: [committeeId ?? 0, details] });
  return { kind: 'coming' };
}

/** Sends one inspection as a calendar file, to whoever may see its card. */
export async function sendCardCalendar(
  work: Work,
  actor: Actor,
  inspectionId: number,
): Promise<{ kind: 'coming' } | Refused> {
  const allowed = await caseFor(work, actor, inspectionId, 'inspection.view');
  if (isRefused(allowed)) return allowed;
  const { state } = allowed.found.inspection;
  if (!FEED_STATES.some((one) => one === state)) return refuse('refused-feed-draft');
  await sendFile(work, actor, allowed.member.pairId, { make: 'card-calendar', inspectionId });
  return { kind: 'coming' };
}

/** The calendar as it is when it goes out. Not protected: it is there to be saved. */
export const makeCalendarFile: MakeFile<'calendar'> = async (work, actor, { ref }) => {
  const [committeeId, details] = ref.feed;
  const from = readerOf(actor, committeeId === 0 ? null : committeeId);
  if (!from) return { skip: 'no longer theirs' };
  const { body, count } = await writeFeed(work, from, details);
  return fileOf('lich-phoi-hop', body, [text(`feed-file-${details}`, { count }), text('feed-file-still')]);
};

/** One inspection as it is when it goes out. */
export const makeCardCalendar: MakeFile<'card-calendar'> = async (work, actor, { ref }) => {
  const id = ref.inspectionId;
  const allowed = await caseFor(work, actor, id, 'inspection.view');
  const from = readerOf(actor, null);
  if (isRefused(allowed) || !from) return { skip: 'no longer theirs' };
  const { body, count } = await writeFeed(work, from, 'full', id);
  const { found } = allowed;
  if (count === 0) return { skip: 'no longer in calendars' };
  return fileOf(
    found.inspection.code ?? 'lich',
    body,
    [text('feed-file-card', { code: codeText(found) }), text('feed-file-still')],
    [button('button-card', act('card', { id }))],
  );
};

const fileOf = (
  name: string,
  body: string,
  lines: ReturnType<typeof text>[],
  buttons: ReturnType<typeof button>[] = [],
): Composed => ({
  message: message(lines, buttons),
  file: { name: `${name}.ics`, bytes: Buffer.from(body) },
});
