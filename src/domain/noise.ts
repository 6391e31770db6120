export type Push = { isSilent: boolean };

/** Whether one more push may go to a person today (R15): silent messages do not count; Khẩn always goes. */
export function mayPush(today: Push[], limit: { maxADay: number; isUrgent: boolean }): boolean {
  return limit.isUrgent || today.filter((push) => !push.isSilent).length < limit.maxADay;
}
