import type { Absence } from '../../domain/absence.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import { act } from '../actions/index.ts';
import { namesOf } from '../form/people-list.ts';
import { button, details, text } from '../said.ts';
import { item, joined, paged, plain } from '../view/paged.ts';
import type { Actor, Work } from '../work.ts';
import { absencesFrom } from './away.ts';
import { recordableFor } from './colleagues.ts';

/** /vangmat: one's own absences, and for a đầu mối those of their own side, now and to come; each can be ended early. */
export async function absencesMessage(work: Work, actor: Actor, page: number): Promise<Message> {
  const people = [actor.personId, ...(await recordableFor(work, actor)).map((one) => one.id)];
  const absences = await absencesFrom(work, people, work.now.toISODate()!);
  const mine = absences.filter((one) => one.personId === actor.personId);
  const all = [...mine, ...absences.filter((one) => one.personId !== actor.personId)];
  const names = await namesOf(work, [...new Set(all.flatMap((one) => [one.personId, one.redirectTo ?? 0]))]);
  const { shown, turns } = paged(all, page, (to) => act('away.list', { page: to }), MOST);
  return details(
    [
      text(all.length > 0 ? 'away-title' : 'away-none'),
      ...shown.map(({ item: one, n }) =>
        item(n, [plain(names.get(one.personId) ?? ''), daysText(one, names)]),
      ),
    ],
    [
      button('button-away-new', act('away.new'), 'primary'),
      ...shown.map(
        ({ item: one, n }): Button => ({
          label: text('button-away-end', { n }),
          does: act('away.end', { id: one.id }),
        }),
      ),
      ...turns,
    ],
  );
}

const MOST = 5;

/** "nghỉ phép 23/11 – 27/11 · đồng chí B thay", or that messages are deferred. */
export function daysText(one: Absence, names: Map<number, string>): Text {
  return joined([
    text(`away-kind-${one.kind}`, { days: { days: [one.fromDay, one.toDay] } }),
    one.redirectTo === null
      ? text('away-held')
      : text('away-instead-by', { name: names.get(one.redirectTo) ?? '' }),
  ]);
}
