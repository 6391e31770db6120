import { and, asc, eq } from 'drizzle-orm';
import { answer, auditEntry, inspection, outbox, person, recipient, request } from '../../db/schema/index.ts';
import type { Material } from '../../src/domain/change.ts';
import type { OutboxKind } from '../../src/domain/outbox-kind.ts';
import type { RequestKind } from '../../src/domain/request.ts';
import { compose } from '../../src/usecases/compose/index.ts';
import { findActor } from '../../src/usecases/find-actor.ts';
import { answerNotice } from '../../src/usecases/inspection/answer-notice.ts';
import { answerAsked } from '../../src/usecases/inspection/confirm-change-answer.ts';
import type { Word } from '../../src/usecases/inspection/confirm-change-word.ts';
import { issueNotice } from '../../src/usecases/inspection/issue-notice.ts';
import { type Case, loadCase } from '../../src/usecases/inspection/load-case.ts';
import { proposeChange } from '../../src/usecases/inspection/propose-change.ts';
import type { Claimed } from '../../src/usecases/outbox/claim.ts';
import type { RefOf } from '../../src/usecases/outbox/kinds.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { type Actor, scopeTo, type Work } from '../../src/usecases/work.ts';
import { turnDigestsOff } from './digests-off.ts';
import type { SeededPair } from './seed.ts';
import { agreedInspection } from './seed-inspection.ts';
import { START } from './start-day.ts';
import { openViewDesk, shown, type ViewDesk } from './view-desk.ts';

export { START } from './start-day.ts';

/** Dates a week later than those of an agreed inspection. */
export const LATER = { windowFrom: '2026-12-14', windowTo: '2026-12-19' };
export const YES: Word = { isConfirmed: true };

async function turnAllDigestsOff({ tx }: Work): Promise<void> {
  const people = await tx.select({ id: person.id }).from(person);
  await turnDigestsOff(
    tx,
    people.map(({ id }) => id),
  );
}

export type ChangeDesk = Awaited<ReturnType<typeof openChangeDesk>>;

/**
 * A desk on which inspections are changed, stopped and concluded; people by the keys of the first pair's cast. Digests, which come
 * by the calendar alone, are turned off unless they are asked for.
 */
export async function openChangeDesk({ digests = false } = {}) {
  const desk = await openViewDesk();
  if (!digests) await desk.office.work({ pairs: 'all' }, turnAllDigestsOff);
  let wallMs = Date.parse(START);
  let nth = 0;
  const at = (iso: string) => {
    wallMs = Date.parse(iso);
    desk.at(iso);
  };
  const all = <T>(fn: (work: Work) => Promise<T>) => desk.office.work({ pairs: 'all' }, fn);
  const by = <T>(key: string, fn: (work: Work, actor: Actor) => Promise<T>, seeded = desk.one): Promise<T> =>
    desk.as(seeded.cast[key]!.userId, fn);
  const found = (id: number): Promise<Case> => all(async (work) => (await loadCase(work, id))!);
  const runSweep = () =>
    sweep(desk.office, (error) => {
      throw error;
    });
  const pass = async (minutes: number) => {
    at(new Date(wallMs + minutes * 60_000).toISOString());
    await runSweep();
  };
  const propose = async (key: string, id: number, changes: Partial<Material>) => {
    const { version } = await found(id);
    return by(key, (work, actor) =>
      proposeChange(work, actor, id, { baseVersionId: version.id, changes, reason: 'schedule_clash' }),
    );
  };
  const requests = (id: number, kind: RequestKind) =>
    all((work) =>
      work.tx
        .select()
        .from(request)
        .where(and(eq(request.inspectionId, id), eq(request.kind, kind)))
        .orderBy(asc(request.id)),
    );
  /** What waits of a kind about an inspection. */
  const said = <Kind extends OutboxKind>(id: number, kind: Kind) =>
    all(async (work) => {
      const rows = await work.tx.select().from(outbox).where(eq(outbox.kind, kind)).orderBy(outbox.id);
      return rows
        .map((row) => ({ ...row, ref: row.ref as RefOf<Kind> }))
        .filter(({ ref }) => 'inspectionId' in ref && ref.inspectionId === id);
    });
  return {
    ...desk,
    at,
    all,
    by,
    found,
    sweep: runSweep,
    pass,
    /** Two transactions of two people that overlap: both begin before either locks. */
    atOnce: (keys: string[], fn: (work: Work, actor: Actor) => Promise<unknown>) => atOnce(desk, keys, fn),
    agreed: async (given: Parameters<typeof agreedInspection>[2] = {}, seeded: SeededPair = desk.one) => {
      nth += 1;
      const code = `PH-2026-${String(nth).padStart(3, '0')}`;
      return agreedInspection(desk.office, seeded, { code, ...given });
    },
    notify: (id: number) =>
      all(
        async (work) =>
          (await issueNotice(work, (await loadCase(work, id))!, desk.one.cast['a-secretary']!.id)).id,
      ),
    answer: (key: string, requestId: number, given: 'received' | 'attending') =>
      by(key, (work, actor) => answerNotice(work, actor, requestId, { answer: given })),
    propose,
    /** Proposed by side a and crossed: the request of the other side. */
    crossed: async (id: number, changes: Partial<Material> = LATER): Promise<number> => {
      const proposed = await propose('a-secretary', id, changes);
      if (outcome(proposed) !== 'crossing') throw new Error(`not proposed: ${outcome(proposed)}`);
      await pass(2);
      return (await requests(id, 'change')).at(-1)!.id;
    },
    /** What a person reads of the messages of a kind, as they would go out now. */
    read: async (id: number, kind: OutboxKind, key: string) => {
      const rows = (await said(id, kind)).filter((row) => row.personId === desk.one.cast[key]!.id);
      return all(async (work) => {
        const claimed = rows.map(
          (row) => ({ ...row, kind, threadId: null, locale: 'vi' as const }) as Claimed,
        );
        const composed = await compose(work, claimed);
        return rows.map((row) => {
          const made = composed.get(row.id)!;
          return 'message' in made ? shown(work, made.message) : { skip: made.skip };
        });
      });
    },
    word: (key: string, requestId: number, word: Word) =>
      by(key, (work, actor) => answerAsked(work, actor, requestId, word)),
    requests,
    recipients: (requestId: number) =>
      all((work) =>
        work.tx.select().from(recipient).where(eq(recipient.requestId, requestId)).orderBy(recipient.id),
      ),
    answers: (requestId: number) =>
      all((work) => work.tx.select().from(answer).where(eq(answer.requestId, requestId)).orderBy(answer.id)),
    said,
    audited: (id: number) =>
      all(async (work) =>
        (
          await work.tx
            .select({ type: auditEntry.type })
            .from(auditEntry)
            .where(eq(auditEntry.inspectionId, id))
            .orderBy(asc(auditEntry.seq))
        ).map((row) => row.type),
      ),
    state: async (id: number) => (await found(id)).inspection.state,
    setState: (id: number, state: typeof inspection.$inferInsert.state) =>
      all((work) => work.tx.update(inspection).set({ state }).where(eq(inspection.id, id))),
  };
}

async function atOnce(
  desk: ViewDesk,
  keys: string[],
  fn: (work: Work, actor: Actor) => Promise<unknown>,
): Promise<unknown[]> {
  let begun = 0;
  let release = () => {};
  const allBegun = new Promise<void>((resolve) => {
    release = resolve;
  });
  return Promise.all(
    keys.map((key) =>
      desk.office.work({ pairs: [] }, async (work) => {
        const actor = (await findActor(work, desk.one.cast[key]!.userId))!;
        await scopeTo(work.tx, [desk.one.pairId]);
        begun += 1;
        if (begun === keys.length) release();
        await allBegun;
        return fn(work, actor);
      }),
    ),
  );
}

/** The key of a refusal, else what was done. */
export function outcome(result: object): string {
  if ('refused' in result) return (result as { refused: { key: string } }).refused.key;
  return 'kind' in result ? String(result.kind) : 'done';
}
