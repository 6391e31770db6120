import { drawPng } from './draw.ts';
import { FONT, WIDTH } from './png.ts';

/** One bar: its words, its length, and what is written at its end. */
export type Bar = { label: string; value: number; shown: string };

/** Bars of one scale under a title; `whole` is the length of the full width, else the longest bar's. */
export type BarGroup = { title: string; bars: Bar[]; whole?: number };

const MARGIN = 14;
const LABEL_WIDTH = 138;
/** The words themselves: letters come out wider than the library reckons. */
const LABEL_WORDS = 108;
/** Room at the end of the longest bar for what is written there. */
const VALUE_WIDTH = 136;
const HEAD_HEIGHT = 62;
const TITLE_HEIGHT = 34;
const BAR_HEIGHT = 34;
const GAP = 14;

/** Groups of bars with words and figures at each of them, so that nothing is said by colour; PNG, for a phone held upright. */
export function drawReport(given: {
  title: string;
  subtitle: string;
  mark: string;
  groups: BarGroup[];
}): Uint8Array {
  const groups = given.groups.filter(({ bars }) => bars.length > 0);
  const tops: number[] = [];
  let height = HEAD_HEIGHT;
  for (const { bars } of groups) {
    tops.push(height);
    height += TITLE_HEIGHT + bars.length * BAR_HEIGHT + GAP;
  }
  return drawPng(
    {
      title: [
        {
          text: given.title,
          subtext: `${given.subtitle}\n${given.mark}`,
          left: MARGIN,
          top: 8,
          ...HEAD_LOOK,
        },
        ...groups.map(({ title }, at) => ({
          text: title,
          left: MARGIN,
          top: tops[at]! + 8,
          textStyle: GROUP_LOOK,
        })),
      ],
      grid: groups.map(({ bars }, at) => ({
        left: MARGIN + LABEL_WIDTH,
        right: VALUE_WIDTH,
        top: tops[at]! + TITLE_HEIGHT,
        height: bars.length * BAR_HEIGHT,
        containLabel: false,
      })),
      xAxis: groups.map((group, at) => ({
        type: 'value',
        gridIndex: at,
        show: false,
        min: 0,
        max: lengthOf(group),
      })),
      yAxis: groups.map(({ bars }, at) => ({
        type: 'category',
        gridIndex: at,
        inverse: true,
        data: bars.map(({ label }) => label),
        axisLine: { lineStyle: { color: '#666666' } },
        axisTick: { show: false },
        axisLabel: {
          width: LABEL_WORDS,
          overflow: 'break',
          fontFamily: FONT,
          fontSize: 12,
          lineHeight: 14,
          color: '#111111',
        },
      })),
      series: groups.map(({ bars }, at) => ({
        type: 'bar',
        xAxisIndex: at,
        yAxisIndex: at,
        barWidth: 16,
        itemStyle: { color: '#1f4e79' },
        label: { show: true, position: 'right', fontFamily: FONT, fontSize: 12, color: '#111111' },
        data: bars.map(({ value, shown }) => ({ value, label: { formatter: shown.replaceAll('{', '(') } })),
      })),
    },
    height,
  );
}

const HEAD_LOOK = {
  itemGap: 4,
  textStyle: {
    fontFamily: FONT,
    fontSize: 15,
    fontWeight: 700,
    color: '#111111',
    width: WIDTH - 2 * MARGIN,
    overflow: 'truncate',
  },
  subtextStyle: { fontFamily: FONT, fontSize: 12, lineHeight: 16, color: '#444444' },
} as const;
const GROUP_LOOK = {
  fontFamily: FONT,
  fontSize: 13,
  fontWeight: 700,
  color: '#111111',
  width: WIDTH - 2 * MARGIN,
  overflow: 'truncate',
};

const lengthOf = ({ bars, whole }: BarGroup): number =>
  whole || Math.max(1, ...bars.map(({ value }) => value));
