import { type Inspected, twoDigits } from '../../domain/inspected.ts';
import type { Text } from '../../domain/message.ts';
import type { Case } from '../inspection/load-case.ts';
import { text } from '../said.ts';
import { plain } from './paged.ts';

/** "và 02 đồng chí", "chỉ 02 đồng chí"; undefined: the organisation alone. */
export function membersText({ memberCount, isOfMembers }: Inspected): Text | undefined {
  if (memberCount === 0) return undefined;
  return text(isOfMembers ? 'members-alone' : 'members-beside', { count: twoDigits(memberCount) });
}

/** The same by itself: "02 đồng chí", "chỉ 02 đồng chí", "Chỉ tổ chức đảng". */
export function membersCounted({ memberCount, isOfMembers }: Inspected): Text {
  if (memberCount === 0) return text('members-none');
  return text(isOfMembers ? 'members-alone' : 'members-count', { count: twoDigits(memberCount) });
}

/** Who is inspected: "Chi bộ Y", "Chi bộ Y và 02 đồng chí", "02 đồng chí thuộc Chi bộ Y". */
export function inspectedText(target: string, { memberCount, isOfMembers }: Inspected): Text {
  if (memberCount === 0) return plain(target);
  const count = twoDigits(memberCount);
  return text(isOfMembers ? 'target-members-alone' : 'target-and-members', { target, count });
}

/** The same of an inspection, for whoever opened it. */
export const targetOf = ({ target, version }: Case): Text => inspectedText(target.name, version);

/**
 * The organisation as it is named in what is pushed, filed or stands in a group: of one member the one above, since in a small chi bộ that is a
 * person. Null: there is none above, so none is named.
 */
export const nameOutside = (name: string, parentName: string | null, inspected: Inspected): string | null =>
  isOneMember(inspected) ? parentName : name;

/** The same with who of it is inspected: "01 đồng chí thuộc Đảng bộ X", "01 đồng chí". */
export function textOutside(name: string, parentName: string | null, inspected: Inspected): Text {
  const named = nameOutside(name, parentName, inspected);
  return named === null ? text('target-one-member') : inspectedText(named, inspected);
}

const isOneMember = ({ memberCount, isOfMembers }: Inspected): boolean => isOfMembers && memberCount === 1;
