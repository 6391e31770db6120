import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { bangiao } from './bangiao.ts';
import { bantin } from './bantin.ts';
import { baocao } from './baocao.ts';
import { bieumau } from './bieumau.ts';
import { chotso } from './chotso.ts';
import { cuoc } from './cuoc.ts';
import { cuoi } from './cuoi.ts';
import { dexuat } from './dexuat.ts';
import { doan } from './doan.ts';
import { doi } from './doi.ts';
import { dulieu } from './dulieu.ts';
import { dung } from './dung.ts';
import { ghinhan } from './ghinhan.ts';
import { kehoach } from './kehoach.ts';
import { kehoachChiTieu } from './kehoach-chitieu.ts';
import { kehoachHinh } from './kehoach-hinh.ts';
import { kehoachTep } from './kehoach-tep.ts';
import { kehoachTrung } from './kehoach-trung.ts';
import { ketqua } from './ketqua.ts';
import { ketthuc } from './ketthuc.ts';
import { kiennghi } from './kiennghi.ts';
import { lich } from './lich.ts';
import { lichrieng } from './lichrieng.ts';
import { moi } from './moi.ts';
import { nhac } from './nhac.ts';
import { nhatky } from './nhatky.ts';
import { nhom } from './nhom.ts';
import { quanly } from './quanly.ts';
import { soanthao } from './soanthao.ts';
import { notActive, start } from './start.ts';
import { thanhvien } from './thanhvien.ts';
import { thongbao } from './thongbao.ts';
import { thucdon } from './thucdon.ts';
import { tim } from './tim.ts';
import { traodoi } from './traodoi.ts';
import { trogiup, trongnhom } from './trogiup.ts';
import { uyquyen } from './uyquyen.ts';
import { vangmat } from './vangmat.ts';
import { viec } from './viec.ts';
import { xem } from './xem.ts';

/**
 * All commands, in the order in which they see an update. A new one: its file, and its line here. What people without an
 * active account may do stands before `notActive`; `cuoi` stays last.
 */
export const handlers = new Composer<BotContext>();
handlers.use(nhom);
handlers.use(thucdon, trongnhom, start, dulieu, notActive);
handlers.use(viec, bantin, lichrieng, lich, tim, trogiup, xem);
handlers.use(dexuat, cuoc, doi, dung, ketthuc, doan, thongbao, soanthao);
handlers.use(traodoi);
handlers.use(ketqua, kiennghi);
handlers.use(kehoach, kehoachChiTieu, kehoachHinh, kehoachTep, kehoachTrung);
handlers.use(quanly, moi, thanhvien, bangiao, chotso, nhatky);
handlers.use(nhac, ghinhan, uyquyen, vangmat);
handlers.use(baocao);
handlers.use(bieumau, cuoi);
