# Reviews: what the team decided, and finished goals. Meetings are at the end.

page-reviews = Các lần đánh giá tiến bộ
reviews-lead = Những điều đã cùng quyết định. Lần mới nhất ở trên cùng.
reviews-none = Chưa có lần đánh giá tiến bộ nào.
review-formal = Đánh giá tiến bộ
review-brief = Xem lại nhanh
review-title = Đánh giá tiến bộ, ngày { $date }
review-title-brief = Xem lại nhanh, ngày { $date }
review-period = Nhìn lại từ ngày { $from } đến ngày { $to }.
review-decided = Những điều đã quyết định
review-said = Những điều khác đã bàn
review-present = Những người có mặt
review-next = Lần đánh giá tiến bộ tới
review-next-none = Chưa hẹn ngày nào.
review-ask = Mời gia đình hỏi về những điều này bất cứ lúc nào.

# The table of decisions: as short as possible.
verdict-continue = Tiếp tục
verdict-adjust = Đổi kế hoạch
verdict-raise = Nâng mục tiêu
verdict-transition = Giai đoạn hỗ trợ tiếp theo
verdict-met = Đã đạt
verdict-end = Kết thúc

# The numbers of the time that a review looks back on. $n is how many checks.
# $first is an amount from goals.ftl, $last is short.
span = { $n } lần kiểm tra trong thời gian này. Lúc đầu: { $first }. Lúc cuối: <b>{ $last }</b>.
span-none = Không có lần kiểm tra nào trong thời gian này.

# People without a name of their own in a list.
party-family = gia đình
party-mother = mẹ của { $name }
party-father = bố của { $name }
party-interpreter = thông dịch viên

# Goals that have ended.
page-finished = Mục tiêu đã xong
finished-lead = Những mục tiêu { $name } đã làm trước đây.
finished-met = { $name } đã đạt mục tiêu này ngày { $date }.
finished-on = Mục tiêu này kết thúc ngày { $date }.

# What the family asked for, and what the school did.
asks = Điều gia đình đã yêu cầu
you-asked = Gia đình yêu cầu: { $what }
we-did = Nhà trường đã làm: { $what }

# Meetings.
meet-who = Với { $who }
meet-booked = Đã hẹn thông dịch viên { $language }, miễn phí.
planning-week = Thầy cô họp lên kế hoạch mỗi tuần. Lần tới: { $date }.
planning-two-weeks = Thầy cô họp lên kế hoạch hai tuần một lần. Lần tới: { $date }.
planning-month = Thầy cô họp lên kế hoạch mỗi tháng. Lần tới: { $date }.
planning-once = Thầy cô họp lên kế hoạch: { $date }.
