import { asc, eq } from 'drizzle-orm';
import { dueStep } from '../../db/schema/index.ts';
import { compose } from '../../src/usecases/compose/index.ts';
import { claimOutbox, coalesceEdits, markSending } from '../../src/usecases/outbox/claim.ts';
import { judgeSounds } from '../../src/usecases/outbox/judge-sounds.ts';
import { type Settled, settleOutbox } from '../../src/usecases/outbox/settle.ts';
import { openChangeDesk } from './change-desk.ts';
import { type Shown, shown } from './view-desk.ts';

/** What reached a chat: the person by key of the cast, or the group by its id. */
export type Got = Shown & {
  who: string;
  kind: string;
  isSilent: boolean;
  edits: number | null;
  messageId: number;
};

export type StepDesk = Awaited<ReturnType<typeof openStepDesk>>;

/** A desk on which time passes, due steps run, and what is said arrives; digests, which come by the calendar alone, only when asked for. */
export async function openStepDesk(given: { digests?: boolean } = {}) {
  const desk = await openChangeDesk(given);
  let nextMessage = 1;
  const names = new Map(
    [desk.one, desk.two].flatMap(({ cast }) =>
      Object.entries(cast).map(([key, one]) => [one.userId, key] as const),
    ),
  );

  /** Sends what is due, as the relay does, to phones that take everything. */
  const deliver = async (): Promise<Got[]> => {
    const got: Got[] = [];
    for (let batch = await once(); batch.length > 0; batch = await once()) got.push(...batch);
    return got;
  };

  const once = () =>
    desk.all(async (work): Promise<Got[]> => {
      await coalesceEdits(work.tx);
      const rows = await claimOutbox(work, 'desk', 100, work.now.toMillis());
      const composed = await compose(work, rows);
      const silent = await judgeSounds(work, rows, composed);
      await markSending(
        work,
        'desk',
        rows.map((row) => row.id),
      );
      const got = rows.flatMap((row): (Got & { id: number })[] => {
        const made = composed.get(row.id)!;
        if ('skip' in made) return [];
        const messageId = row.editMessageId ?? nextMessage++;
        const who = names.get(row.chatId) ?? String(row.chatId);
        return [
          {
            ...shown(work, made.message),
            who,
            kind: row.kind,
            isSilent: silent.get(row.id) ?? row.silent,
            edits: row.editMessageId,
            messageId,
            id: row.id,
          },
        ];
      });
      const settled = rows.map((row): Settled => {
        const sent = got.find((one) => one.id === row.id);
        const made = composed.get(row.id)!;
        if (sent) return { id: row.id, kind: 'sent', messageId: sent.messageId };
        return { id: row.id, kind: 'skipped', reason: 'skip' in made ? made.skip : '' };
      });
      await settleOutbox(work, 'desk', settled);
      return rows.length > 0 && got.length === 0 ? [NOTHING] : got;
    });

  return {
    ...desk,
    deliver: async () => (await deliver()).filter((one) => one !== NOTHING),
    /** Moves to an instant of the wall, runs what is due there, and says what arrived. */
    arriveAt: async (iso: string): Promise<Got[]> => {
      desk.at(iso);
      await desk.sweep();
      return (await deliver()).filter((one) => one !== NOTHING);
    },
    steps: (requestId: number) =>
      desk.all((work) =>
        work.tx
          .select()
          .from(dueStep)
          .where(eq(dueStep.requestId, requestId))
          .orderBy(asc(dueStep.dueAt), asc(dueStep.id)),
      ),
    /** An agreed inspection of which the notice has gone out and arrived; its request's id. */
    noticed: async (
      given: Parameters<typeof desk.agreed>[0] = {},
    ): Promise<{ id: number; request: number }> => {
      const id = await desk.agreed(given);
      const request = await desk.notify(id);
      await deliver();
      return { id, request };
    },
  };
}

/** A batch of which nothing was sent: the next one may hold more. */
const NOTHING = {} as Got;
