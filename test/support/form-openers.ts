import { findActor } from '../../src/usecases/find-actor.ts';
import type { Form, Gathered } from '../../src/usecases/form/define-form.ts';
import { leaveForm } from '../../src/usecases/form/leave-form.ts';
import { lineForm } from '../../src/usecases/form/line-form.ts';
import { openForm } from '../../src/usecases/form/open-form.ts';
import { substituteForm } from '../../src/usecases/form/substitute-form.ts';
import { urgentForm } from '../../src/usecases/form/urgent-form.ts';
import type { TestDatabase } from './database.ts';
import type { DoorDesk } from './door-desk.ts';
import { BUTTONS, COMMANDS } from './role-table.ts';
import type { SeededPair } from './seed.ts';
import { dataOf, type RoleStates } from './seed-role-states.ts';

/** Where forms are opened: a pair in which something stands in every state. */
export type Stage = { base: TestDatabase; desk: DoorDesk; seeded: SeededPair; states: RoleStates };

/** What opens a form: a person's button or command. */
export type Opener = { userId: number; open: () => Promise<unknown>; name: string };

/** Their state does not outlast what other buttons do. */
const FIRST: [button: string, on: string][] = [
  ['edit.{i}', 'draft'],
  ['refuse.{change}', 'changing'],
];

/** These are asked only a day before, of a leader who has been asked, of who stands in several agreements: opened as their buttons do. */
async function asked({ base, desk, seeded, states }: Stage): Promise<Opener[]> {
  const requestId = states.agreed.requests.notice!;
  const [asker] = await base.ownerSql`select id from recipient where request_id = ${requestId} limit 1`;
  const opener = <Data extends Gathered>(key: string, form: Form<Data>, data: Data): Opener => ({
    userId: seeded.cast[key]!.userId,
    name: form.name,
    open: () =>
      desk.office.work({ pairs: 'all' }, async (work) => {
        await openForm(work, (await findActor(work, seeded.cast[key]!.userId))!, form, data, {
          pairId: seeded.pairId,
        });
      }),
  });
  return [
    opener('b-secretary', urgentForm, { requestId }),
    opener('b-secretary', leaveForm, { requestId }),
    opener('a-chair', substituteForm, { recipientId: asker!.id }),
    opener('a-secretary', lineForm, {
      command: 'exchange',
      typed: 'đi; 05-BC/UBKTTU; 20/11/2026; x; không mật',
    }),
  ];
}

/** Every way in which a form is opened, by four people of both sides. */
export const openersOf = async (stage: Stage): Promise<Opener[]> => [
  ...(await asked(stage)),
  ...openersWith(stage, FIRST, []),
  ...openersWith(stage, BUTTONS, LINES),
];

const LINES = [...COMMANDS.map(([line]) => line.trim()), '/tim', '/dexuat', '/lich', '/vangmat'];

function openersWith(
  { desk, seeded, states }: Stage,
  buttons: readonly (readonly [string, string, ...string[]])[],
  lines: string[],
): Opener[] {
  return ['a-secretary', 'b-secretary', 'a-member', 'b-chair'].flatMap((key) => {
    const { userId } = seeded.cast[key]!;
    const taps = buttons.map(([button, on]) => ({
      userId,
      name: `${key} ${button} ${on}`,
      open: () => desk.tap(userId, dataOf(states, button, on)),
    }));
    return [
      ...taps,
      ...lines.map((line) => ({ userId, name: `${key} ${line}`, open: () => desk.write(userId, line) })),
    ];
  });
}

/** What people type: something for every question that takes words. */
export const TYPED = [
  '07/12/2026',
  '05-BC/UBKTTU',
  '07/12 - 11/12/2026',
  '3',
  'quy chế làm việc',
  '08h00',
  'Chi bộ Y',
];
