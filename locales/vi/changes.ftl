# Changes of setting, grade, school or program.

page-changes = Những thay đổi
changes-lead = Điều gì vẫn như cũ, điều gì sẽ khác, và vì sao.
changes-none = Hiện không có thay đổi nào sắp tới.
changes-earlier = Những thay đổi trước đây
all-changes = Xem thêm về thay đổi này
change-coming = Sắp có một thay đổi
change-from = Từ ngày { $date }
change-since = Từ ngày { $date }
change-setting = Nơi con được giúp
change-grade = Lớp mới
change-school = Trường mới
change-program = Chương trình mới
change-same = Điều vẫn như cũ
change-before = Trước đây
change-after = Sau đó
change-why = Vì sao
change-team = Ai phụ trách sau thay đổi
change-first-weeks = Hỗ trợ trong những tuần đầu
change-watch = Dấu hiệu cho thấy mọi việc đang tốt
change-materials = Những thứ { $name } mang theo
change-checks = Cùng xem lại con thế nào vào các ngày: { $dates }.
change-window = 4 tuần đầu sau thay đổi
# The newest result since a change, and the last one before it. $now is an
# amount from goals.ftl, $before is short.
change-numbers = { $now } ngày { $now-date }. Trước thay đổi, ngày { $date }: { $before }.
change-grade-name = Lớp { $grade }

# How much help there is. $what is a kind of help, such as “In-class support”.
help-times = { $what }, { $times } lần một tuần
help-minutes = { $what }, mỗi lần { $minutes } phút
help-times-minutes = { $what }, { $times } lần một tuần, mỗi lần { $minutes } phút

# What has to be done before the change.
change-steps = Những việc sẽ làm trước ngày đó
change-steps-behind = Những việc đã làm trước thay đổi
step-done = Đã xong
step-by = Chậm nhất ngày { $date }
step-told = Đã báo cho gia đình ngày { $date }
step-goals = Đã cùng xem lại các mục tiêu

# On a chart: as short as possible.
turn-push-in = giúp trong lớp
turn-pull-out = nhóm nhỏ
turn-blended = lớp và nhóm nhỏ
turn-consult = góp ý
turn-setting = nơi mới
