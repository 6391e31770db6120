### Dòng lệnh quản trị: npm run admin -- …

## Tệp tổ chức: lỗi theo dòng

admin-org-problem = { $file }:{ $line }: { $problem }
admin-org-refused =
    { $count ->
       *[other] { $count } lỗi. Chưa lưu gì; sửa tệp rồi chạy lại lệnh.
    }
admin-org-near = ; gần nhất là "{ $near }"
admin-org-yaml = không đọc được YAML tại đây ({ $code })
admin-org-yaml-duplicate = khoá này đã có trong cùng một mục
admin-org-yaml-tab = thụt dòng bằng dấu cách, không dùng phím Tab
admin-org-yaml-indent = thụt dòng không khớp với mục chứa nó
admin-org-yaml-colon = thiếu dấu hai chấm, hoặc cần đặt giá trị trong dấu ngoặc kép
admin-org-yaml-quote = thiếu dấu đóng (ngoặc kép, ngoặc vuông, ngoặc nhọn hoặc dấu phẩy)
admin-org-nothing = tệp không có nội dung; xem mẫu trong examples/org.yaml
admin-org-missing = thiếu "{ $key }"
admin-org-unknown-key = không có khoá "{ $key }" ở mục này{ $near }; các khoá dùng được: { $known }
admin-org-not-one-of = { $key }: "{ $value }" không dùng được{ $near }; chọn một trong: { $values }
admin-org-not-text = { $key } phải là chữ (nếu là số, đặt trong dấu ngoặc kép)
admin-org-not-list = { $key } phải là danh sách, mỗi dòng một dấu gạch ngang
admin-org-not-map = { $key } phải gồm các dòng "khoá: giá trị"
admin-org-not-boolean = { $key } phải là true hoặc false
admin-org-not-whole = { $key } phải là số nguyên
admin-org-empty = { $key } đang để trống
admin-org-long = { $key } dài quá { $limit } ký tự
admin-org-below = { $key } không được nhỏ hơn { $limit }
admin-org-above = { $key } không được lớn hơn { $limit }
admin-org-form-key = { $key }: "{ $value }" chỉ được gồm chữ thường không dấu, chữ số và dấu gạch ngang, tối đa 40 ký tự, ví dụ: cat-dau-moi-1
admin-org-form-day = { $key }: không có ngày "{ $value }"; viết theo dạng năm-tháng-ngày, ví dụ: 2026-12-07
admin-org-form-hours = { $key }: "{ $value }" không phải khoảng giờ; ví dụ: 07:30-11:30
admin-org-form-hours-order = { $key }: các khoảng giờ phải tăng dần, không trùng nhau; nhận được: { $value }
admin-org-form-quorum = { $key }: "{ $value }" không dùng được; viết all, hoặc một số, hoặc danh sách trong số secretary, in_charge, team
admin-org-form-month-day = { $key }: "{ $value }" không phải ngày hằng năm; viết tháng-ngày, ví dụ: 01-15
admin-org-form-plan-order = { $key }: các mốc phải theo thứ tự exchange_from, exchange_by, agree_by; mốc từ tháng 7 trở đi là của năm trước
admin-org-form-term = { $key }: term_to (ngày cuối nhiệm kỳ) phải sau term_from (ngày đầu nhiệm kỳ), và cần có term_from
admin-org-agreement-symbol = symbol: "{ $value }" không phải số, ký hiệu của quy chế; ví dụ: { $example }
admin-org-agreement-halves = quy chế có số thì phải có ngày ban hành và ngược lại; ví dụ: symbol: 05-QC/UBKTTU, day: 2026-03-12
admin-org-twice = "{ $key }" đã có ở phía trên
admin-org-no-committee = không có uỷ ban "{ $key }" trong tệp{ $near }
admin-org-no-pair = không có cặp phối hợp "{ $key }" trong tệp{ $near }
admin-org-no-person = không có đồng chí "{ $key }" trong tệp{ $near }
admin-org-no-target = không có tổ chức đảng "{ $key }" trong cặp này{ $near }
admin-org-same-committee = hai bên của một cặp phải là hai uỷ ban khác nhau
admin-org-not-in-pair = uỷ ban "{ $key }" không thuộc cặp "{ $pair }"
admin-org-member-twice = đồng chí "{ $person }" đã có vai trò trong cặp "{ $pair }"; mỗi cặp một vai trò
admin-org-both-sides = đồng chí "{ $person }" đứng ở cả hai bên của cặp "{ $pair }"
admin-org-no-secretary = uỷ ban "{ $key }" chưa có đầu mối (secretary) trong cặp "{ $pair }"
admin-org-name-twice = tên "{ $name }" trùng với tên hoặc tên khác của tổ chức đảng "{ $key }"
admin-org-circle = { $field }: vòng lặp { $circle }
admin-org-days = ngày bắt đầu { $from } sau ngày kết thúc { $to }
admin-org-successor-without-end = có tổ chức kế thừa (successor) thì phải có ngày kết thúc (to)
admin-org-own-target = đồng chí "{ $key }" không thể vừa phụ trách vừa thuộc tổ chức đảng này
admin-org-person-outside = đồng chí "{ $key }" không có vai trò trong cặp "{ $pair }"
admin-org-pair-moved = cặp "{ $key }" đã có với uỷ ban "{ $a }" (bên a) và "{ $b }" (bên b); cặp của hai uỷ ban khác cần khoá mới
admin-org-duty-period = việc trao đổi định kỳ "{ $key }" đã có với kỳ "{ $period }"; kỳ khác cần khoá mới
admin-org-duty-event = việc trao đổi "{ $key }" đã có, kể từ sự việc "{ $period }"; sự việc khác, hoặc theo kỳ, cần khoá mới
admin-org-duty-due = cần một trong hai: due_days (số ngày) hoặc due_working_days (số ngày làm việc)
admin-org-erased = dữ liệu của đồng chí "{ $key }" đã được xoá theo yêu cầu; bỏ khỏi tệp

## Tệp

admin-file-unreadable = không đọc được tệp ({ $code })
admin-file-large = tệp lớn hơn 20 MB
admin-file-not-utf8 = tệp không phải UTF-8; lưu lại với bảng mã UTF-8

## Nhập tệp tổ chức

admin-import-nothing = Không có gì thay đổi.
admin-import-done = Đã lưu: thêm { $added }, sửa { $changed }, kết thúc { $ended }.
admin-import-would = Mới thử, chưa lưu: sẽ thêm { $added }, sửa { $changed }, kết thúc { $ended }.
admin-change = { $sign } { $what }{ $fields }{ $ending }
admin-change-ended = : kết thúc từ hôm nay (không còn trong tệp)
admin-what-committee = uỷ ban: { $name }
admin-what-pair = cặp phối hợp [{ $pair }]: { $name }
admin-what-person = đồng chí { $name }
admin-what-member = [{ $pair }] đồng chí { $name }, { $role }
admin-what-target = [{ $pair }] tổ chức đảng: { $name }
admin-what-duty = [{ $pair }] trao đổi theo quy chế: { $name }
admin-what-calendar = lịch nghỉ năm { $name }
admin-role-chair = chủ nhiệm
admin-role-vice = phó chủ nhiệm
admin-role-secretary = đầu mối
admin-role-member = thành viên
admin-role-observer = theo dõi

## Người và lời mời

admin-no-person = Không có đồng chí với khoá "{ $key }"{ $near }. Lệnh "people" liệt kê các khoá.
admin-people-none = Chưa có ai. Nhập tệp tổ chức trước: npm run admin -- import examples/org.yaml
admin-person-line = { $key } · { $name } · { $state } · { $roles }
admin-state-not-invited = chưa mời
admin-state-invited = đã mời
admin-state-pending = chờ xác nhận
admin-state-active = đang dùng
admin-state-unreachable = không liên lạc được
admin-telegram-away = Chưa hỏi được tên bot từ Telegram; kiểm tra BOT_TOKEN, TELEGRAM_API_ROOT và kết nối. Chưa tạo lời mời.
admin-invite-link = Lời mời một lần cho đồng chí { $name }, dùng được đến { $expires }. Chuyển riêng cho đúng người; lời mời trước đó không còn hiệu lực.
admin-invite-no-role = Đồng chí "{ $key }" không có vai trò trong cặp phối hợp nào.
admin-invite-which = Đồng chí "{ $key }" có vai trò trong nhiều cặp ({ $pairs }); thêm --pair và một khoá.
admin-invite-not-in-pair = Đồng chí "{ $key }" không có vai trò trong cặp "{ $pair }"{ $near }.
admin-erase-done = Đã xoá họ tên, chức vụ, tài khoản và các giá trị trong nhật ký của đồng chí "{ $key }". Chuỗi nhật ký vẫn kiểm tra được.
admin-erase-sure = Dữ liệu đã xoá không lấy lại được. Để xoá: npm run admin -- { $line }

## Nhật ký

admin-chain-holds = { $chain }: đúng, { $count } mục, đầu chuỗi { $head }
admin-chain-broken = { $chain }: sai từ mục { $seq }: { $why }
admin-fault-gap = số thứ tự không liền nhau
admin-fault-chain = mục của chuỗi khác
admin-fault-link = không nối với mục trước
admin-fault-hash = nội dung đã bị sửa sau khi ghi
admin-fault-value = giá trị lưu kèm không khớp với dấu trong mục
admin-fault-head = không thấy đầu chuỗi cần tìm (phần cuối đã bị cắt hoặc ghi lại)
admin-fault-format = mục kiểu cũ đứng sau mục kiểu mới
admin-fault-refs = mã cuộc, mã trao đổi hoặc người lưu kèm không khớp với nội dung mục
admin-fault-signature = xác nhận của một bên không khớp với chuỗi
admin-fault-missing = cả chuỗi không còn
admin-fault-untold = có cuộc hoặc mục trao đổi mà chuỗi không ghi
admin-fault-unreadable = dòng của tệp không đọc được như khi xuất
admin-fault-cut = tệp thiếu dòng cuối (đầu chuỗi và các xác nhận)
admin-chain-unproven = { $chain }: { $count } mục của Uỷ ban phối hợp ghi theo kiểu cũ, chỉ đối chiếu được bằng đầu chuỗi
admin-verify-head-form = --head nhận SỐ:MÃ hoặc MÃ (từ 8 ký tự hex), ví dụ: verify --pair tinh --head 12:0a1b2c3d4e5f
admin-verify-head-nowhere = Không chuỗi nào có đầu chuỗi này: phần cuối đã bị cắt hoặc ghi lại, hoặc mã không đúng.
admin-verify-not-export = Tệp không phải nhật ký do hệ thống xuất ra (JSON lines).
admin-verify-none = Không có chuỗi nhật ký nào ({ $pair }).

## Sao lưu

admin-backup-exists = { $file } đã có; chọn tên khác. Không ghi đè bản sao lưu.
admin-backup-terminal = Bản sao lưu không phải chữ để in ra màn hình: chỉ tên tệp, hoặc chuyển đầu ra vào tệp (backup - > FILE).
admin-backup-npm = npm in thêm dòng của nó vào đầu ra này, trước bản sao lưu. Dòng chạy được: { $line } > FILE
admin-backup-reader-gone = Bên nhận bản sao lưu đã dừng trước khi hết: phần họ có không trọn vẹn.
admin-backup-not-noted = Bản sao lưu trọn vẹn. Chưa ghi được thời điểm sao lưu vào DATA_DIR: tuổi bản sao lưu trong số liệu vẫn tính từ lần trước.
admin-backup-done = Đã sao lưu vào { $file }. Tệp có dữ liệu cá nhân: giữ nơi chỉ người vận hành mở được.
admin-backup-sealed = Đã sao lưu và mã hoá vào { $file }. Mất mật khẩu hoặc khoá bí mật là mất bản sao lưu: cất ở nơi khác với tệp này.
admin-backup-no-key = Chưa có gì để mã hoá bản sao lưu: đặt BACKUP_PASSPHRASE hoặc BACKUP_RECIPIENTS, hoặc thêm --passphrase-file và tên tệp. Muốn không mã hoá thì ghi rõ --plain.
admin-backup-two-keys = Chỉ chọn một: --passphrase-file (mã hoá) hoặc --plain (không mã hoá).
admin-backup-passphrase-short = Mật khẩu ở dòng đầu của tệp phải có ít nhất { $count } ký tự.
admin-backup-no-identity = Tệp khoá không có dòng AGE-SECRET-KEY-1… dùng được.
admin-backup-bad-recipient = BACKUP_RECIPIENTS có khoá công khai không đúng; chép lại nguyên dòng age1… mà age-keygen in ra.
admin-restore-plain = Tệp này không mã hoá. Nếu đúng là bản sao lưu không mã hoá của mình, thêm --plain. Chưa lưu gì.
admin-restore-no-key = Bản sao lưu này được mã hoá: thêm --passphrase-file hoặc --identity và tên tệp, hoặc đặt BACKUP_PASSPHRASE. Chưa lưu gì.
admin-restore-wrong-key = Không mở được bản sao lưu: mật khẩu hoặc khoá không đúng với tệp này. Chưa lưu gì.
admin-restore-done = Đã phục hồi { $rows } dòng trong { $tables } bảng; số dòng và các chuỗi nhật ký đều khớp.
admin-restore-erased = Theo danh sách đã xoá ({ $listed } đồng chí): đã xoá lại dữ liệu của { $count } đồng chí có trong bản sao lưu.
admin-restore-no-list = Không có danh sách đã xoá: nếu có đồng chí rút đồng ý sau khi sao lưu, dữ liệu của đồng chí đó đã trở lại. Chỉ danh sách bằng --erased FILE hoặc chạy erase-person.
admin-restore-not-list = Tệp danh sách đã xoá không đúng dạng. Chưa lưu gì.
admin-restore-not-empty = Cơ sở dữ liệu đã có dữ liệu (bảng { $table }). Chỉ phục hồi vào cơ sở dữ liệu trống: đặt DATA_DIR hoặc DATABASE_URL khác.
admin-restore-not-backup = Tệp không phải bản sao lưu của chương trình này. Chưa lưu gì.
admin-restore-damaged = Bản sao lưu bị thiếu hoặc hỏng. Chưa lưu gì.
admin-restore-newer = Bản sao lưu do phiên bản mới hơn của chương trình này tạo ra ({ $version }; phiên bản đang chạy là { $own }). Cập nhật chương trình trước, rồi phục hồi. Chưa lưu gì.
admin-restore-shape = Cơ sở dữ liệu trống nhưng các bảng mới hơn bản sao lưu này. Dùng một cơ sở dữ liệu hoàn toàn trống: DATA_DIR khác, hoặc tạo lại cơ sở dữ liệu. Chưa lưu gì.
admin-restore-count = Số dòng của bảng { $table } không khớp. Chưa lưu gì.
admin-restore-chain = Chuỗi nhật ký { $chain } trong bản sao lưu không kiểm tra được. Chưa lưu gì.

## Trợ giúp

admin-help-title = Lệnh quản trị: npm run admin -- LỆNH
admin-help-language = Mọi lệnh: --lang vi hoặc --lang en chọn ngôn ngữ; nếu không ghi thì theo hệ thống (LANG). Mã kết thúc: 0 xong, 1 dữ liệu có lỗi, 2 dòng lệnh sai.
admin-about-help = danh sách các lệnh
admin-about-import = kiểm tra tệp tổ chức, rồi nhập; --dry-run chỉ xem trước
admin-about-people = danh sách người và tình trạng tài khoản
admin-about-invite = in đường dẫn mời một lần cho một đồng chí, dùng trong 7 ngày
admin-about-confirm = xác nhận tài khoản đang chờ: người do quản trị viên mời, hoặc khi bên đó không có ai khác đủ thẩm quyền
admin-confirm-active = Đồng chí { $name } đã có tài khoản đang dùng, không còn gì phải xác nhận.
admin-confirm-unfinished = Đồng chí { $name } đã mở đường dẫn nhưng chưa làm xong: còn phải đồng ý và bấm thử một lần. Sau đó chạy lại lệnh này.
admin-confirm-not-opened = Đồng chí { $name } chưa mở đường dẫn mời. Đường dẫn mới: npm run admin -- invite { $key }
admin-confirm-look =
    Chờ xác nhận cho { $name }: tài khoản { $account }, mã Telegram { $id }, mời bởi: { $by }.
    Đề nghị gọi người này theo số điện thoại đã biết từ trước và hỏi mã mà lệnh /dulieu cho họ thấy. Đúng mã thì gõ: { $line }
admin-confirm-other = Tài khoản đang chờ của { $name } có mã khác. Chưa xác nhận gì; xem lại: npm run admin -- confirm { $key }
admin-confirmed = Đã xác nhận tài khoản { $account } của { $name }.
admin-about-verify = kiểm tra các chuỗi nhật ký, hoặc một tệp đã xuất (không cần cơ sở dữ liệu); --head so với đầu chuỗi đã gửi đi
admin-about-backup = sao lưu toàn bộ dữ liệu vào một tệp nén và mã hoá (định dạng age)
admin-about-restore = phục hồi bản sao lưu vào cơ sở dữ liệu trống
admin-about-export = in dữ liệu cá nhân của một đồng chí (JSON)
admin-about-erase = xoá dữ liệu cá nhân của một đồng chí
admin-usage = Cách dùng: { $line }
admin-working-line = Ví dụ đúng: { $line }
admin-no-subcommand = Không có lệnh "{ $name }".
admin-no-option = Không có tuỳ chọn { $name } ở lệnh này.
admin-option-needs-value = { $name } cần một giá trị.
admin-too-few-words = Thiếu tham số.
admin-too-many-words = Thừa tham số: { $word }
admin-bad-language = --lang chỉ nhận vi hoặc en. Ví dụ đúng: npm run admin -- help --lang en
