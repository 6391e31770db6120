import { LANE } from '../domain/lanes.ts';
import { tellPeople } from './enqueue.ts';
import type { FileRef } from './outbox/refs.ts';
import type { Actor, Work } from './work.ts';

/** Answers a person with a file in their private chat: a row of ids, the bytes are made when it goes out. `pairId` null: of several pairs. */
export async function sendFile(work: Work, actor: Actor, pairId: number | null, ref: FileRef): Promise<void> {
  await tellPeople(work, [{ pairId, kind: 'file', personId: actor.personId, ref, lane: LANE.answer }]);
}
