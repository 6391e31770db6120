import { readPlan } from '../../src/sheets/read-plan.ts';
import type { SentFile } from '../../src/usecases/form/form.ts';
import { openFormOf } from '../../src/usecases/form/open-form.ts';
import { openPlanFile } from '../../src/usecases/form/plan-file-open.ts';
import { giveFileToForm, tapForm } from '../../src/usecases/form/run-form.ts';
import { type Shown, shown } from './view-desk.ts';
import type { YearPlanDesk } from './year-plan-desk.ts';

/** A person's hand on the import: opens it, answers the secrecy question, sends files, taps by label. */
export function planFileHand(desk: YearPlanDesk, key = 'a-secretary') {
  let last: Shown = { text: '', lines: [], labels: [], data: [], protect: false };
  let isSecret = false;
  const tap = async (label: string): Promise<Shown> => {
    const at = last.labels.indexOf(label);
    if (at < 0) throw new Error(`no button "${label}"; there are: ${last.labels.join(' | ')}`);
    const [, id, step, ...value] = last.data[at]!.split('.');
    last = await desk.by(key, async (work, actor) => {
      const tapped = await tapForm(work, actor, Number(id), step!, value.join('.'));
      if ('stale' in tapped) throw new Error('stale');
      return shown(work, tapped.message);
    });
    return last;
  };
  return {
    open: async (): Promise<Shown> => {
      last = await desk.by(key, async (work, actor) =>
        shown(work, await openPlanFile(work, actor, desk.planId)),
      );
      if (last.labels.length > 0) await tap(last.labels[0]!);
      return last;
    },
    send: async (sent: Uint8Array | SentFile): Promise<Shown> => {
      const file = sent instanceof Uint8Array ? { read: await readPlan(sent) } : sent;
      last = await desk.by(key, async (work, actor) => {
        const given = await giveFileToForm(work, actor, (await openFormOf(work, actor.personId))!, file);
        isSecret = given!.isSecret ?? false;
        return shown(work, given!.message);
      });
      return last;
    },
    tap,
    isSecret: () => isSecret,
  };
}
