# Goals: what they are, where they began, where they are.
#
# Vietnamese: one plural form. "n trong n" is a share of what was counted, "n trên n
# lần kiểm tra" is the rule for a goal that is met. Amounts begin with a digit or in
# lower case, so that they can stand anywhere in a sentence.

# The status of a goal. The team decides it; nothing is computed.
status-met = Đã đạt mục tiêu
status-ahead = Nhanh hơn dự kiến
status-on-path = Đúng tiến độ
status-changing = Đang điều chỉnh kế hoạch
status-steady = Vẫn gần như trước
status-early = Còn sớm để nhận xét
status-paused = Tạm dừng
# A status and the day of the review that says so.
status-dated = { $status } · { $date }

goal-why = Vì sao điều này quan trọng
goal-what = Mục tiêu
goal-where-used = Có ích ở đâu trong đời sống
# The same for he, she and they.
goal-now = Hiện nay con đã đến đâu
goal-how-checked = Cách thầy cô theo dõi
goal-helps = Điều giúp con ở trường
goal-changed = Điều đã thay đổi
goal-decision = Quyết định chung
goal-home = Ở nhà
goal-work = Bài con tự làm
goal-more = Thêm về mục tiêu này
goal-iep = Lời trong IEP
goal-iep-ref = Trong IEP: { $ref }
goal-standard = Ở lớp, cả lớp đang học: { $what }
goal-benchmarks = Mức mong đợi ở phần lớn học sinh
goal-keeping = Giữ vững kỹ năng
goal-agreed = Chúng ta đã thống nhất mục tiêu này vào ngày { $date }.
goal-agreed-with = Chúng ta đã thống nhất mục tiêu này vào ngày { $date }: { $people }.
goal-agreed-by = Cùng thống nhất mục tiêu này: { $people }.
goal-owners = { $people } cùng giúp con đạt mục tiêu này.
goal-owner = { $people } giúp con đạt mục tiêu này.
all-numbers = Tất cả các con số
levels = Ý nghĩa của từng mức
levels-help = Các mức trợ giúp, từ nhiều đến ít
steps = Các bước
steps-caption = Từng bước trong những lần kiểm tra gần nhất
step-alone = con tự làm
step-help = có trợ giúp
# Under a step, where it is not done alone: the kind of help.
step-now = hiện nay: { $help }
items-known = Con đã biết
items-next = Tiếp theo
items-later = Sau này
items-all = Tất cả những gì con sẽ học

# An amount: what was counted, as a thing. $unit is the school's own words for
# what is counted.
#
# $bound is `least` or `most` where all that is better counts as well: "ít nhất 18
# trong 20", "không quá 20 giây".
bound-count = { $bound ->
    [least] {"ít nhất "}
    [most] {"nhiều nhất "}
   *[exact] {""}
}
bound-extent = { $bound ->
    [least] {"ít nhất "}
    [most] {"không quá "}
   *[exact] {""}
}
bound-level = { $bound ->
    [least] {" trở lên"}
    [most] {" trở xuống"}
   *[exact] {""}
}
bound-named = { $bound ->
    [least] {" hoặc tốt hơn"}
    [most] {" hoặc ít hơn"}
   *[exact] {""}
}
amount-words = <b>{ bound-count }{ $n } từ</b> trong một phút
amount-fraction-unit = <b>{ bound-count }{ $n } trong { $of }</b> { $unit }
amount-fraction = <b>{ bound-count }{ $n } trong { $of }</b> lần đúng
amount-checks = <b>{ bound-count }{ $n } trong { $of }</b> lần quan sát
amount-percent = <b>{ bound-extent }{ $n }%</b>
amount-percent-unit = <b>{ bound-extent }{ $n }%</b> { $unit }
amount-count = <b>{ bound-count }{ $n } lần</b>
amount-count-unit = <b>{ bound-count }{ $n }</b> { $unit }
amount-count-window = <b>{ bound-count }{ $n } lần</b> trong { $window } phút
amount-count-unit-window = { amount-count-unit } trong { $window } phút
amount-rate = <b>{ bound-count }{ $n } lần</b> mỗi phút
amount-rate-unit = { amount-count-unit } mỗi phút
amount-minutes = <b>{ bound-extent }{ $n } phút</b>
amount-seconds = <b>{ bound-extent }{ $n } giây</b>
amount-level = <b>mức { $n }{ bound-level } trong { $of } mức</b>
amount-steps = <b>{ bound-count }{ $n } trong { $of } bước</b> con tự làm
amount-score = <b>{ bound-extent }{ $n } điểm</b>
amount-score-unit = { amount-count-unit }
amount-items = <b>{ bound-count }{ $n } trong { $of }</b> con đã biết
amount-minutes-each = { amount-minutes } mỗi lần
amount-seconds-each = { amount-seconds } mỗi lần
amount-share = <b>{ bound-extent }{ $n }%</b> thời gian
amount-share-minutes = <b>{ bound-extent }{ $n } trong { $of } phút</b>
amount-share-seconds = <b>{ bound-extent }{ $n } trong { $of } giây</b>
# $level is in the school's own words: “gợi ý bằng cử chỉ”.
amount-named = <b>“{ $level }”{ bound-named }</b>
amount-level-alone = <b>mức { $n }{ bound-level }</b>

# The same in short, where the unit has just been said.
short-number = { $n }
short-count = { bound-count }{ $n }
short-extent = { bound-extent }{ $n }
short-fraction = { bound-count }{ $n } trong { $of }
short-percent = { bound-extent }{ $n }%
short-level = mức { $n }{ bound-level }
short-named = “{ $level }”{ bound-named }

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month).
# Inside a sentence a month is "tháng 9", but CLDR's standalone name is "Tháng 9";
# that is why $month-number is used here. $age is `old` where the newest number is
# more than three weeks old: then its $date is told.
seen-amount = { $amount }{ $age ->
    [old] {" "}(ngày { $date })
   *[new] {""}
}
began = { $when ->
    [start] Lúc đầu: { $before }.
    [year] Hồi { $month }: { $before }.
   *[month] Hồi tháng { $month-number }: { $before }.
}
now = { seen-amount }. { began }
now-level = { seen-amount }: { $level }. { began }
now-named = { $age ->
    [old] Ngày { $date }: { $amount }.
   *[new] Hiện nay: { $amount }.
} { began }
few = Đến nay: { seen-amount }. Còn sớm để nói thêm.
none = Thầy cô chưa bắt đầu theo dõi mục tiêu này.

# Above the chart. $start is an amount, $now, $aim and $target are short. Each month
# begins a sentence, because its name comes with a capital: "Tháng 9: …"
caption = { $when ->
    [start] Lúc đầu
   *[month] { $month }
}: { $start }. { $age ->
    [old] Ngày { $date }
   *[new] { $when ->
        [start] Hiện nay
       *[month] { $now-month }
    }
}: { $now }.
# $aim was hoped for on the day of the newest number; that is long ago where $age
# is `old`. $time is `over` once the day $by has passed, and
# `reached` where the newest number is as good as the target.
hoped = Dự kiến { $age ->
    [old] đến ngày { $date }
   *[new] đến lúc này
} đạt { $aim }. { hope }
hope = { $time ->
    [over] Trước đây dự kiến đến ngày { $by } đạt { $target }.
    [reached] Mục tiêu đến ngày { $by } là { $target }.
   *[open] Đến ngày { $by }, dự kiến đạt { $target }.
}
heading-up = Trong những tuần này, các con số đã tăng lên.
heading-down = Trong những tuần này, các con số đã giảm xuống.
heading-steady = Trong những tuần này, các con số gần như giữ nguyên.
heading-unclear = Các con số lúc lên lúc xuống. Chưa thấy rõ hướng nào.
# $target is an amount with its "ít nhất". $run is `once`, `all` (every one of $of
# checks in a row) or `some` ($times of them).
mastery = Con đạt mục tiêu khi có kết quả { $target }{ $run ->
    [once] . Chỉ cần một lần.
    [all] {""}, trong { $of } lần kiểm tra liên tiếp.
   *[some] {""}, ở { $times } trên { $of } lần kiểm tra liên tiếp.
}

# On the chart: as short as possible. The start's number stands before its word:
# "43 lúc đầu".
chart-start = { $value } lúc đầu
chart-goal = mục tiêu { $value }
chart-aim = mong đợi
chart-trend = tiến độ
axis-words = số từ đúng trong một phút
axis-percent = phần trăm
axis-percent-unit = phần trăm { $unit }
axis-count-unit = { $unit }
axis-count = số lần
axis-count-window = số lần trong { $window } phút
axis-rate = số lần mỗi phút
axis-minutes = phút
axis-seconds = giây
axis-level = mức
axis-steps = số bước con tự làm
axis-score = điểm
axis-items = số mục con đã biết
axis-minutes-each = số phút mỗi lần
axis-seconds-each = số giây mỗi lần
axis-share = phần trăm thời gian
axis-prompt = mức trợ giúp: 1 là nhiều nhất
axis-attainment = 0 là mức mong đợi

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] Nhóm nhỏ
    [class] Trong lớp
   *[elsewhere] Nơi khác
}: { $result } ({ $date })
key-open = Chấm rỗng: hết giờ mà vẫn chưa bắt đầu. Thời gian thật còn lâu hơn.
baseline-note = Lúc đầu: { $note }

# The table of numbers.
column-date = Ngày
column-value = Kết quả
column-setting = Ở đâu
setting = { $setting ->
    [small-group] nhóm nhỏ
    [class] trong lớp
   *[elsewhere] nơi khác
}
# A value at the longest time that is measured: it had not begun by then.
value-capped = { $amount } hoặc lâu hơn

# A change of plan: the day, what is done now, and why.
change = Từ ngày { $date }: { $to }
change-from-to = Từ ngày { $date }: { $to }. Trước đó: { $from }

decision-continue = Chúng ta tiếp tục kế hoạch này.
decision-adjust = Chúng ta điều chỉnh kế hoạch.
decision-raise = Chúng ta đặt mục tiêu cao hơn.
decision-transition = Chúng ta chuyển sang giai đoạn hỗ trợ tiếp theo.
decision-met = Con đã đạt mục tiêu này.
decision-end = Chúng ta kết thúc mục tiêu này.
decided = Cùng quyết định ngày { $date }.
decision-from = Từ ngày { $date }: { $what }
decision-next = Bước tiếp theo: { $what }

# Days on which a skill that was reached is looked at again. $floor and $result
# are amounts, $floor with its "ít nhất".
keeping-floor = Những ngày này thầy cô xem con còn giữ được kỹ năng không: { $floor }.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: đã lên lịch
keeping-unseen = { $date }: chưa kiểm tra

# What is expected of most children of the class; $expected is an amount.
benchmark = Chậm nhất ngày { $date }, phần lớn học sinh được mong đợi đạt mức này: { $expected }.
benchmark-source = Nguồn: { $source }

# The chart for those who do not see it; the sentences above it are not said again.
# $low and $high are results, $from and $to days.
chart-points = { $count ->
    [one] Một lần kiểm tra, { $to }: { $high }.
   *[other] { $count } lần kiểm tra, từ { $from } đến { $to }. Thấp nhất: { $low }. Cao nhất: { $high }.
}
