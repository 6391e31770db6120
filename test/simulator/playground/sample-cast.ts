import type { Simulator } from '../simulator.ts';
import type { Cast } from './playground-protocol.ts';

const A = { vi: 'UBKT ĐU Công an tỉnh', en: 'Inspection committee, provincial police' };
const B = { vi: 'UBKT Tỉnh uỷ', en: 'Inspection committee, provincial party' };
const SECRETARY = { vi: 'Đầu mối', en: 'Secretary' };
const CHAIR = { vi: 'Chủ nhiệm', en: 'Chair' };

/** Four people and a group, for trying out the page without the product. */
export function addSampleCast(sim: Simulator): Cast {
  const given = [
    { key: 'secretary-a', name: 'Trần Minh Khoa', role: SECRETARY, committee: A, side: 'a' },
    { key: 'chair-a', name: 'Lê Thu Hà', role: CHAIR, committee: A, side: 'a' },
    { key: 'secretary-b', name: 'Phạm Quốc Bảo', role: SECRETARY, committee: B, side: 'b' },
    { key: 'chair-b', name: 'Vũ Lan Anh', role: CHAIR, committee: B, side: 'b' },
  ] as const;
  const people = given.map((one) => ({ ...one, userId: sim.addUser({ first_name: one.name }).id }));
  const group = sim.addGroup({ title: 'Nhóm UBKT Công an tỉnh' });
  group.addMembers(sim.user(people[0]!.userId), sim.user(people[1]!.userId));
  group.joinBot();
  return { people, groups: [{ key: 'group-a', chatId: group.id }], phones: ['secretary-a', 'secretary-b'] };
}
