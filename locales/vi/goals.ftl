# Goals: what they are, where they began, where they are.
#
# Vietnamese: one plural form. "n trong n" is a share of what was counted, "n trên n
# lần kiểm tra" is the rule for a goal that is met. Amounts begin with a digit or in
# lower case, so that they can stand anywhere in a sentence.

# How a goal stands. The team decides; nothing is computed.
status-met = Đã đạt mục tiêu
status-ahead = Nhanh hơn dự kiến
status-on-path = Đang đi đúng hướng
status-changing = Đang điều chỉnh kế hoạch
status-steady = Vẫn gần như trước
status-early = Còn sớm để nhận xét
status-paused = Tạm dừng

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
goal-iep = Nguyên văn trong IEP
goal-iep-ref = Trong IEP: { $ref }
goal-standard = Ở lớp, đây là: { $what }
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
amount-words = <b>{ $n } từ</b> trong một phút
amount-fraction-unit = <b>{ $n } trong { $of }</b> { $unit }
amount-fraction = <b>{ $n } trong { $of }</b> lần đúng
amount-checks = <b>{ $n } trong { $of }</b> lần quan sát
amount-percent = <b>{ $n }%</b>
amount-percent-unit = <b>{ $n }%</b> { $unit }
amount-count = <b>{ $n } lần</b>
amount-count-unit = <b>{ $n }</b> { $unit }
amount-count-window = <b>{ $n } lần</b> trong { $window } phút
amount-count-unit-window = <b>{ $n }</b> { $unit } trong { $window } phút
amount-rate = <b>{ $n } lần</b> mỗi phút
amount-rate-unit = <b>{ $n }</b> { $unit } mỗi phút
amount-minutes = <b>{ $n } phút</b>
amount-seconds = <b>{ $n } giây</b>
amount-level = <b>mức { $n } trong { $of } mức</b>
amount-steps = <b>{ $n } trong { $of } bước</b> con tự làm
amount-score = <b>{ $n }</b>
amount-score-unit = <b>{ $n }</b> { $unit }
amount-items = <b>{ $n } trong { $of }</b> con đã biết
amount-minutes-each = <b>{ $n } phút</b> mỗi lần
amount-seconds-each = <b>{ $n } giây</b> mỗi lần
amount-share = <b>{ $n }%</b> thời gian
amount-share-minutes = <b>{ $n } trong { $of } phút</b>
amount-share-seconds = <b>{ $n } trong { $of } giây</b>
# $level is in the school's own words: “gợi ý bằng cử chỉ”.
amount-named = <b>“{ $level }”</b>
amount-level-alone = <b>mức { $n }</b>

# The same in short, where the unit has just been said.
short-number = { $n }
short-fraction = { $n } trong { $of }
short-percent = { $n }%
short-level = mức { $n }
short-named = “{ $level }”

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month).
# Inside a sentence a month is "tháng 9", but CLDR's standalone name is "Tháng 9";
# that is why $month-number is used here.
now = { $amount }. { $when ->
    [start] Lúc đầu: { $before }.
    [year] Hồi { $month }: { $before }.
   *[month] Hồi tháng { $month-number }: { $before }.
}
now-level = Đang ở { $amount }: { $level }. { $when ->
    [start] Lúc đầu: { $before }.
    [year] Hồi { $month }: { $before }.
   *[month] Hồi tháng { $month-number }: { $before }.
}
now-named = Hiện nay: { $amount }. { $when ->
    [start] Lúc đầu: { $before }.
    [year] Hồi { $month }: { $before }.
   *[month] Hồi tháng { $month-number }: { $before }.
}
few = Đến nay: { $amount }. Còn sớm để nói thêm.
none = Thầy cô chưa bắt đầu theo dõi mục tiêu này.

# Above the chart. $start is an amount, $now, $aim and $target are short. Each month
# begins a sentence, because its name comes with a capital: "Tháng 9: …"
caption = { $month }: { $start }. { $now-month }: { $now }.
caption-start = Lúc đầu: { $start }. Hiện nay: { $now }.
hoped = Chúng ta mong đến lúc này là { $aim }, và đến ngày { $by } là { $target }.
hope = Chúng ta mong đến ngày { $by } là { $target }.
heading-up = Trong những tuần này, các con số đang tăng lên.
heading-down = Trong những tuần này, các con số đang giảm xuống.
heading-steady = Trong những tuần này, các con số giữ nguyên.
heading-unclear = Các con số lúc lên lúc xuống. Chưa thấy rõ hướng nào.
# $target is an amount here.
mastery = Con đạt mục tiêu khi { $times } trên { $of } lần kiểm tra liên tiếp có kết quả { $target }.
mastery-once = Con đạt mục tiêu khi có kết quả { $target }.

# On the chart: as short as can be. The start's number stands before its word:
# "43 lúc đầu".
chart-start = { $value } lúc đầu
chart-aim = mong đợi
chart-trend = tiến độ
axis-words = số từ đúng trong một phút
axis-percent = kết quả tính trên 100
axis-percent-unit = { $unit }, tính trên 100
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
axis-share = phần thời gian, tính trên 100
axis-prompt = mức trợ giúp: 1 là nhiều nhất
axis-attainment = 0 là mức mong đợi

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] Nhóm nhỏ
    [class] Trong lớp
   *[elsewhere] Nơi khác
}: { $result } ({ $date })
key-open = Chấm rỗng: đến lúc đó vẫn chưa bắt đầu. Thời gian thật còn lâu hơn.
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
decision-transition = Sự hỗ trợ này chuyển sang bước tiếp theo.
decision-met = Con đã đạt mục tiêu này.
decision-end = Chúng ta kết thúc mục tiêu này.
decided = Cùng quyết định ngày { $date }.
decision-from = Từ ngày { $date }: { $what }
decision-next = Bước tiếp theo: { $what }

# Days on which a skill that was reached is looked at again. $floor and $result
# are amounts.
keeping-floor = Những ngày này thầy cô xem con còn giữ được kỹ năng không: { $floor }, hoặc tốt hơn.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: đã lên lịch
keeping-unseen = { $date }: chưa kiểm tra

# What is expected of most children of the class; $expected is an amount.
benchmark = Phần lớn học sinh được mong đợi đạt mức này vào ngày { $date }: { $expected }.
benchmark-source = Nguồn: { $source }

# The chart for those who do not see it; the sentences above it are not said again.
# $low and $high are results, $from and $to days.
chart-points = { $count ->
    [one] Một lần kiểm tra, { $to }: { $high }.
   *[other] { $count } lần kiểm tra, từ { $from } đến { $to }. Thấp nhất: { $low }. Cao nhất: { $high }.
}
