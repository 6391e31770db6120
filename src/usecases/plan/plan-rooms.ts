import { mayDo } from '../../domain/permission.ts';
import type { PlanState } from '../../domain/plan.ts';
import type { TextKey } from '../../locales/keys.ts';
import type { Member } from '../work.ts';

/** A button of a plan that opens what a file of its own answers. */
type PlanRoom = {
  label: TextKey;
  action: 'planfile' | 'planfind' | 'planquota' | 'planpic' | 'planout';
  /** `isDrafting`: the reader may still write lines of their own side. */
  isShown(state: PlanState, member: Member, isDrafting: boolean): boolean;
};

/** What else opens from a plan. A new one: its handler in commands/, and its line here. */
export const PLAN_ROOMS: readonly PlanRoom[] = [
  {
    label: 'button-plan-file',
    action: 'planfile',
    isShown: (_state, member, isDrafting) => isDrafting && mayDo(member, 'plan.edit'),
  },
  { label: 'button-planfind', action: 'planfind', isShown: (state) => state !== 'drafting' },
  { label: 'button-planquota', action: 'planquota', isShown: () => true },
  { label: 'button-plan-picture-year', action: 'planpic', isShown: () => true },
  { label: 'button-plan-out', action: 'planout', isShown: () => true },
];
