import type { DutyEvent } from './exchange.ts';

/**
 * A public period as a duty by event. `source`: what people read of where it is written; `readIn`: where its wording was read, for whoever
 * compares it.
 */
export type DutyPreset = {
  name: string;
  event: DutyEvent;
  since: string;
  dueDays: number | null;
  dueWorkingDays: number | null;
  source: string;
  readIn: string;
};

/** Public periods, by the name that an organisation file may give: none is on by itself (R8). What has no public source is not here. */
export const DUTY_PRESETS = {
  /** The regulation binds the organisation that suspends or disciplines; it says "5 ngày", not working days. Its full text was not at hand. */
  'dinh-chi-ky-luat-dang-vien': {
    name: 'Thông báo việc đình chỉ công tác, xử lý kỷ luật đối với đảng viên',
    event: 'other',
    since:
      'tổ chức nhà nước, Mặt trận Tổ quốc, tổ chức chính trị - xã hội đình chỉ công tác hoặc xử lý kỷ luật cán bộ, hội viên, đoàn viên là đảng viên',
    dueDays: 5,
    dueWorkingDays: null,
    source: 'khoản 5 Điều 8 Quy định 296-QĐ/TW, ngày 30/5/2025 (dẫn theo Tạp chí Quản lý nhà nước)',
    readIn: 'https://www.quanlynhanuoc.vn/?p=51516',
  },
} as const satisfies Record<string, DutyPreset>;

export type PresetName = keyof typeof DUTY_PRESETS;

export const PRESET_NAMES = Object.keys(DUTY_PRESETS) as [PresetName, ...PresetName[]];
