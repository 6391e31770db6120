import { and, eq } from 'drizzle-orm';
import { digestSetting, digestSlot } from '../../../db/schema/index.ts';
import { DIGEST_KINDS, type DigestKind, kindsOf } from '../../domain/digest.ts';
import type { Message } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { audit } from '../audit.ts';
import { button, message, text } from '../said.ts';
import { joined } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { hasBoard } from './board.ts';
import { planDigests } from './plan-digests.ts';

/** Which digests a person gets: their own choice, else what their roles bring. */
async function digestsOf(work: Work, actor: Actor): Promise<Record<DigestKind, boolean>> {
  const chosen = await work.tx.select().from(digestSetting).where(eq(digestSetting.personId, actor.personId));
  const usual = new Set(actor.members.flatMap((member) => kindsOf(member.role)));
  const isOn = (kind: DigestKind) => chosen.find((row) => row.kind === kind)?.isOn ?? usual.has(kind);
  return { daily: isOn('daily'), weekly: isOn('weekly'), monthly: isOn('monthly') };
}

/** /bantin: which digests come, and the pinned board, each with its switch. */
export async function digestSettings(work: Work, actor: Actor): Promise<Message> {
  const isOn = await digestsOf(work, actor);
  const board = await hasBoard(work, actor.personId);
  return message(
    [
      text('digest-settings-title'),
      ...DIGEST_KINDS.map((kind) =>
        joined([text(`digest-kind-${kind}`), text(isOn[kind] ? 'digest-on' : 'digest-off')]),
      ),
      joined([text('digest-board'), text(board ? 'digest-on' : 'digest-off')]),
      text('digest-settings-note'),
    ],
    [
      ...DIGEST_KINDS.map((kind) =>
        button(
          `button-digest-${kind}-${isOn[kind] ? 'off' : 'on'}`,
          act(isOn[kind] ? 'tin.off' : 'tin.on', { kind }),
        ),
      ),
      button(board ? 'button-board-off' : 'button-board-on', act('tin.board', { to: board ? 'off' : 'on' })),
    ],
  );
}

/** Turns a digest on or off; the slot that waits follows at once. Repeating it changes nothing. */
export async function setDigest(work: Work, actor: Actor, kind: DigestKind, isOn: boolean): Promise<void> {
  if ((await digestsOf(work, actor))[kind] === isOn) return;
  const { personId } = actor;
  await work.tx
    .insert(digestSetting)
    .values({ personId, kind, isOn })
    .onConflictDoUpdate({ target: [digestSetting.personId, digestSetting.kind], set: { isOn } });
  if (!isOn)
    await work.tx
      .delete(digestSlot)
      .where(
        and(eq(digestSlot.personId, personId), eq(digestSlot.kind, kind), eq(digestSlot.state, 'pending')),
      );
  await audit(work, { pairId: null, type: 'digest.set', by: personId, facts: { kind, on: isOn } });
  await planDigests(work);
}
