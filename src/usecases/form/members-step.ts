import { type Inspected, ORGANISATION, readMembers, takeMembers } from '../../domain/inspected.ts';
import { ownEntry } from '../../domain/own-entry.ts';
import { text } from '../said.ts';
import { membersText } from '../view/target-text.ts';
import { filled, type Step, wrong } from './form.ts';
import { chooseTarget, type TargetData, targetStep } from './propose-target.ts';

type MembersData = TargetData & Partial<Inspected>;

/** The target of an inspection: with its members where they are typed with it, "Chi bộ Y và 02 đồng chí". */
export const inspectedStep: Step<MembersData> = {
  ...targetStep,
  fills: ['targetId'],
  take: async (work, actor, data, typed) => {
    const read = takeMembers(typed);
    if (!read) return targetStep.take!(work, actor, data, typed);
    const chosen = await chooseTarget(work, data.pairId, read.organisation);
    return 'error' in chosen ? wrong(chosen.error) : filled({ targetId: chosen.id, ...read.inspected });
  },
};

/** What is offered; more is typed. */
const OFFERED: Readonly<Record<string, Inspected>> = {
  none: ORGANISATION,
  with1: { memberCount: 1, isOfMembers: false },
  with2: { memberCount: 2, isOfMembers: false },
  only1: { memberCount: 1, isOfMembers: true },
  only2: { memberCount: 2, isOfMembers: true },
};

/** Members beside the organisation, or members alone: a number, never a name. */
export const membersStep: Step<MembersData> = {
  name: 'members',
  fills: ['memberCount', 'isOfMembers'],
  ask: async () => ({
    lines: [text('form-members'), text('form-members-example')],
    choices: Object.entries(OFFERED).map(([value, inspected]) => ({
      label: membersText(inspected) ?? text('members-none'),
      value,
    })),
  }),
  take: async (_work, _actor, _data, typed) => {
    const read = readMembers(typed);
    return read ? filled(read) : wrong(text('members-unclear'));
  },
  choose: async (_work, _actor, _data, value) => {
    const inspected = ownEntry(OFFERED, value);
    return inspected ? filled(inspected) : wrong(text('form-choose'));
  },
};
