import type { Message } from '../../src/domain/message.ts';
import { openFormOf } from '../../src/usecases/form/open-form.ts';
import { tapForm, typeIntoForm } from '../../src/usecases/form/run-form.ts';
import type { Refused } from '../../src/usecases/said.ts';
import type { Actor, Work } from '../../src/usecases/work.ts';
import type { ChangeDesk } from './change-desk.ts';
import { type Shown, shown } from './view-desk.ts';

type Open = (work: Work, actor: Actor) => Promise<Message | Refused>;

/** A person's hand on a form: opens it, taps by label, types; each answers what is shown then. */
export function formHand(desk: Pick<ChangeDesk, 'by'>, key: string) {
  let last: Shown = { text: '', lines: [], labels: [], data: [], protect: false };
  const tap = async (label: string): Promise<Shown> => {
    const at = last.labels.indexOf(label);
    if (at < 0) throw new Error(`no button "${label}"; there are: ${last.labels.join(' | ')}`);
    const [, id, step, ...value] = last.data[at]!.split('.');
    last = await desk.by(key, async (work, actor) => {
      const tapped = await tapForm(work, actor, Number(id), step!, value.join('.'));
      if ('stale' in tapped) throw new Error(`"${label}" is stale`);
      return shown(work, tapped.message);
    });
    return last;
  };
  const turn = (words: string) => last.labels.find((label) => label.startsWith(words));
  const after = () => turn('Trang sau');
  const toFirst = async (): Promise<Shown> => {
    for (let back = turn('Trang trước'); back !== undefined; back = turn('Trang trước')) await tap(back);
    return last;
  };
  return {
    open: async (open: Open): Promise<Shown> => {
      last = await desk.by(key, async (work, actor) => shown(work, await open(work, actor)));
      return last;
    },
    /** What is shown now. */
    last: () => last,
    tap,
    taps: async (...labels: string[]): Promise<Shown> => {
      for (const label of labels) await tap(label);
      return last;
    },
    /** Every page of the list that is asked from, from the first on; the last one is shown then. */
    pages: async (): Promise<Shown[]> => {
      const read = [await toFirst()];
      for (let on = after(); on !== undefined; on = after()) read.push(await tap(on));
      return read;
    },
    /** Turns the pages from the first on until a button with this label is there. */
    turnTo: async (label: string): Promise<Shown> => {
      await toFirst();
      for (let on = after(); on !== undefined && !last.labels.includes(label); on = after()) await tap(on);
      return last;
    },
    type: async (typed: string): Promise<Shown> => {
      last = await desk.by(key, async (work, actor) => {
        const row = await openFormOf(work, actor.personId);
        if (!row) throw new Error('no form is open');
        return shown(work, (await typeIntoForm(work, actor, row, typed)).message);
      });
      return last;
    },
  };
}
