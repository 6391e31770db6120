import type { Text } from '../../domain/message.ts';
import type { TextKey } from '../../locales/keys.ts';
import { tellPeople } from '../enqueue.ts';
import { groupBy } from '../group-by.ts';
import { message, text } from '../said.ts';
import type { Actor, Work } from '../work.ts';
import { answerableBeside } from './own-side.ts';

/** An account that began or ended. `by` undefined: the operator, or the person where `key` names nobody else. */
type AccountNews = { personId: number; name: string; by: Actor | undefined };

/**
 * Says to the đầu mối and leaders of the person's side, in each of their pairs, that an account began or ended; `key` takes name and by.
 * Whoever did it and the person are left out. Who did it is named within their own committee only: a pair knows nothing of another's people.
 */
export async function tellSide(work: Work, { personId, name, by }: AccountNews, key: TextKey): Promise<void> {
  const own = new Set(by?.members.map((member) => member.committeeId));
  const witnesses = groupBy(await answerableBeside(work, personId), (row) => row.personId);
  witnesses.delete(by?.personId ?? 0);
  await tellPeople(
    work,
    [...witnesses].map(([to, rows]) => {
      const who = whoText(
        by,
        rows.some((row) => own.has(row.committeeId)),
      );
      const said = message([text(key, { name, by: who })]);
      return { pairId: null, kind: 'said', ref: { message: said }, personId: to };
    }),
  );
}

function whoText(by: Actor | undefined, isKnown: boolean): Text {
  if (!by) return text('by-operator');
  return isKnown ? text('by-person', { name: by.name }) : text('by-elsewhere');
}
