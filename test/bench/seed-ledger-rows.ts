import type { Sql } from 'postgres';
import { fold } from '../../src/domain/fold.ts';

/** How often a word stands in the subjects follows from the lengths of these lists; see `SEARCHED`. */
const HEADS = [
  ...Array<string>(8).fill('Báo cáo kết quả'),
  ...['Đề nghị phối hợp', 'Trao đổi thông tin về việc'],
];
const TOPICS = [
  ...['kiểm tra khi có dấu hiệu', 'giám sát chuyên đề', 'giải quyết đơn thư', 'kê khai tài sản'],
  ...['thi hành kỷ luật', 'thu chi đảng phí', 'bầu cử cấp uỷ', 'quy hoạch cán bộ', 'sinh hoạt chi bộ'],
  ...['phòng cháy chữa cháy', 'trật tự đô thị', 'xử phạt hành chính', 'quản lý đất đai', 'hộ tịch hộ khẩu'],
  ...['luân chuyển nhân sự', 'bảo vệ bí mật', 'đào tạo bồi dưỡng', 'thi đua khen thưởng', 'chuyển đổi số'],
  'mua sắm thiết bị',
];
const PLACES = [
  ...['An', 'Bảo', 'Cẩm', 'Châu', 'Diễn', 'Đông', 'Gia', 'Giang', 'Hà', 'Hải', 'Hậu', 'Hoà', 'Hồng', 'Hưng'],
  ...[
    'Khánh',
    'Kỳ',
    'Lạc',
    'Lâm',
    'Liên',
    'Long',
    'Lộc',
    'Lương',
    'Mai',
    'Minh',
    'Mỹ',
    'Nam',
    'Nghi',
    'Ngọc',
  ],
  ...['Nhơn', 'Ninh', 'Phú', 'Phước', 'Quảng', 'Quế', 'Quỳnh', 'Sơn', 'Tân', 'Tây', 'Thạch', 'Thái', 'Thanh'],
  ...[
    'Thịnh',
    'Thọ',
    'Thuận',
    'Thuỷ',
    'Tiên',
    'Trà',
    'Triệu',
    'Trường',
    'Tuyên',
    'Vạn',
    'Vĩnh',
    'Xuân',
    'Yên',
  ],
];
const TYPES = ['BC', 'BC', 'BC', 'CV', 'CV', 'TB', 'KH', 'QĐ', 'TTr', 'CTr'];
const ISSUERS = { a: 'UBKTĐUCA', b: 'UBKTTU' };

/** Words by how many of a pair's entries hold them: most of them, one in twenty; two names of places are in few. */
export const SEARCHED = { most: 'báo cáo', twentieth: 'hộ khẩu' };

const folded = (words: readonly string[]): string[] => words.map(fold);

/**
 * The exchanges of five years up to `now`, in order of time, ids from 1, each pair's turn after the other's, with the words that
 * the use case would write. Five in a hundred are open, none of them in every fourth pair. Needs a seat in `ledger_seat` for each pair.
 */
export async function addEntries(sql: Sql, count: number, now: string): Promise<void> {
  await sql`
    create function pg_temp.draw(n integer, seed integer, size integer) returns integer language sql immutable
    as 'select ((hashint4extended(n, seed) & 1073741823) % size)::integer'`;
  await sql`
    insert into exchange (id, pair_id, code, from_side, logged_side, logged_by, logged_at, nature, channel, doc_type, symbol,
      symbol_key, document_day, subject, target_id, folded, words, answer_due_at, answer_due_source, policy, crosses_at, state,
      receipt, receipt_by, receipt_at, answered_at)
    overriding system value
    with drawn as (
      select n, seat.*,
        ${now}::timestamptz - interval '5 years' + interval '1825 days' * (n::float8 / ${count}) as logged_at,
        case pg_temp.draw(n, 1, 20) when 0 then 'in_person' when 1 then 'phone' when 2 then 'secret_mail' else 'mail' end as channel,
        pg_temp.draw(n, 2, 100) < 85 as is_out, pg_temp.draw(n, 3, 2) = 0 as is_of_a, pg_temp.draw(n, 4, 100) as fate,
        seat.at % 4 <> 0 and pg_temp.draw(n, 5, 3000) < 200 as is_open, pg_temp.draw(n, 6, 2) = 0 as is_unreceived,
        pg_temp.draw(n, 7, 100) < 30 as is_asked, pg_temp.draw(n, 8, 10) = 0 as is_about
      from generate_series(1, ${count}::integer) n
      join ledger_seat seat on seat.at = n % (select count(*) from ledger_seat)
    ), sided as (
      select drawn.*, (logged_at at time zone 'Asia/Ho_Chi_Minh')::date as day, is_open and is_out and is_unreceived as is_lost,
        is_asked or (is_open and not (is_out and is_unreceived)) as has_due,
        case when is_of_a then 'a' else 'b' end as from_side, case when is_of_a = is_out then 'a' else 'b' end as logged_side,
        1 + pg_temp.draw(n, 9, ${TYPES.length}) as type, 1 + pg_temp.draw(n, 10, ${HEADS.length}) as head,
        1 + pg_temp.draw(n, 11, ${TOPICS.length}) as topic, 1 + pg_temp.draw(n, 12, ${PLACES.length}) as place,
        1 + pg_temp.draw(n, 13, ${PLACES.length}) as village
      from drawn
    ), numbered as (
      select sided.*, extract(year from day)::text as year,
        row_number() over (partition by pair_id, extract(year from day) order by n)::text as number
      from sided
    ), worded as (
      select numbered.*, lpad(number, greatest(3, length(number)), '0') as padded,
        case when channel = 'mail' then lpad(number, greatest(2, length(number)), '0') end as of_symbol,
        channel <> 'secret_mail' as has_subject
      from numbered
    ), folded as materialized (
      select worded.*,
        of_symbol || '-' || (${TYPES}::text[])[type] || '/' || case from_side when 'a' then ${ISSUERS.a} else ${ISSUERS.b} end as symbol,
        case when has_subject then concat_ws(' ', (${HEADS}::text[])[head], (${TOPICS}::text[])[topic], 'tại',
          (${PLACES}::text[])[place], (${PLACES}::text[])[village]) end as subject,
        concat_ws(' ', 'td', year, padded, 'td' || year || padded, of_symbol || ' ' || (${folded(TYPES)}::text[])[type] || ' '
            || case from_side when 'a' then ${fold(ISSUERS.a)} else ${fold(ISSUERS.b)} end,
          case when has_subject then concat_ws(' ', (${folded(HEADS)}::text[])[head], (${folded(TOPICS)}::text[])[topic], 'tai',
            (${folded(PLACES)}::text[])[place], (${folded(PLACES)}::text[])[village]) end,
          case when is_about then target_folded end) as folded
      from worded
    )
    select n, pair_id, 'TĐ-' || year || '-' || padded, from_side, logged_side, case logged_side when 'a' then a_id else b_id end,
      logged_at, 'ad_hoc', channel, case when symbol is not null then (${TYPES}::text[])[type] end, symbol, upper(symbol),
      day - pg_temp.draw(n, 14, 3), subject, case when is_about then target_id end, folded,
      (pair_id || 'p' || replace(folded, ' ', ' ' || pair_id || 'p'))::tsvector,
      case when has_due then logged_at + interval '7 days' end, case when has_due then 'days' end, policy,
      logged_at + interval '1 minute',
      case when is_open or fate > 1 then 'open' when fate = 0 then 'recalled' else 'superseded' end,
      case when not is_lost then 'received' end, case when not is_lost then case from_side when 'a' then b_id else a_id end end,
      case when not is_lost then logged_at + interval '1 hour' end,
      case when has_due and not is_open then logged_at + interval '3 days' end
    from folded order by n`;
  await sql`select setval(pg_get_serial_sequence('exchange', 'id'), ${count})`;
  await sql`
    insert into exchange_counter (pair_id, year, last)
    select pair_id, split_part(code, '-', 2)::integer, max(split_part(code, '-', 3)::integer) from exchange group by 1, 2`;
}

/** The steps of each entry as the use case writes them, long done or skipped unless they are still to come; the hours are near ones. */
export const addSteps = (sql: Sql, now: string) => sql`
  insert into exchange_step (pair_id, exchange_id, kind, of, due_at, state, reason, done_at)
  select pair_id, id, kind, of, due_at,
    case when is_settled then 'skipped' when due_at > ${now} then 'pending' else 'done' end,
    case when is_settled then 'settled' end, case when is_settled or due_at <= ${now} then due_at end
  from exchange cross join lateral (values
    ('cross', 'receipt', crosses_at, false, true),
    ('last_morning', 'receipt', crosses_at + interval '30 hours', receipt is not null, from_side = logged_side),
    ('own_leader', 'receipt', crosses_at + interval '2 days', receipt is not null, from_side = logged_side),
    ('across', 'receipt', crosses_at + interval '3 days', receipt is not null, from_side = logged_side),
    ('half', 'answer', crosses_at + interval '3 days', answered_at is not null, answer_due_at is not null),
    ('last_morning', 'answer', answer_due_at - interval '8 hours', answered_at is not null, answer_due_at is not null),
    ('own_leader', 'answer', answer_due_at + interval '1 minute', answered_at is not null, answer_due_at is not null),
    ('across', 'answer', answer_due_at + interval '1 day', answered_at is not null, answer_due_at is not null)
  ) as step (kind, of, due_at, is_settled, applies)
  where applies order by id`;
