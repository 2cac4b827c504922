# Services and supports.

model-push-in = Hỗ trợ ngay trong lớp
model-pull-out = Giờ học nhóm nhỏ
model-blended = Trong lớp và trong nhóm nhỏ
model-consult = Góp ý cho giáo viên

service-reading = Luyện đọc
service-writing = Luyện viết
service-speech-language = Ngôn ngữ và lời nói
service-occupational = Khéo tay và việc hằng ngày
service-physical = Vận động
service-math = Toán
service-counseling = Giờ trò chuyện
service-classroom-support = Giúp con suốt ngày học
service-study-skills = Kỹ năng học tập

service-who = Ai giúp con
service-with = { $who }, cùng với { $with }
service-where = Ở đâu
service-when = Khi nào
# A label before a date, so that the date can follow it: "Từ ngày 8 tháng 9, 2026".
service-since = Từ ngày
service-since-until = { $since }, đến ngày { $until }
service-instead = Thay cho
service-goals = Mục tiêu
service-why = Vì sao chọn cách này
service-exit = Khi nào sẽ thay đổi
# $other is how many children come besides this one.
service-group = { $place }, { $other ->
    [0] chỉ riêng con
   *[other] cùng { $other } bạn khác
}
service-during = { $place }, trong { $lesson }
often-day = { $times } lần một ngày
often-week = { $times } lần một tuần
often-month = { $times } lần một tháng
often-minutes = { $often }, mỗi lần { $minutes } phút
days-time = { $days }, từ { $start } đến { $end }
service-line = { $who }: { $what }
# One line on a goal's page: who helps, and how often.
no-services = Chưa có hỗ trợ nào được ghi ở đây.

supports = Những điều khác giúp con
supports-universal = Cả lớp đều có
supports-accommodation = Cho { $name }: cùng bài học, thêm sự giúp đỡ này
supports-scaffold = Cho { $name }: giúp nhiều lúc đầu, rồi bớt dần
supports-modification = Cho { $name }: nội dung dạy khác đi
support-for = Cho: { $words }
support-where = Ở đâu: { $words }

# The week. $what is the kind of help: Luyện đọc.
week = Một tuần của con
week-time = { $start } đến { $end }
# From one day of the week to another.
days-from-to = { $first } đến { $last }
week-every-day = Mỗi ngày
week-loose = Vào ngày có thể thay đổi
week-with-class = Cả ngày cùng lớp
short-push-in = { $what }, ngay trong lớp
short-pull-out = { $what }, trong nhóm nhỏ
short-alone = { $what }, chỉ riêng con
short-blended = { $what }, trong lớp và trong nhóm nhỏ
short-consult = { $what }, góp ý cho giáo viên
share = { $name } học cùng lớp <b>{ $percent } phần trăm</b> thời gian trong tuần.
share-nearly = { $name } học cùng lớp <b>gần như suốt cả tuần</b>.
share-all = { $name } học cùng lớp <b>suốt cả tuần</b>.
never-missed = Những giờ con không bao giờ lỡ

n-minutes = { $minutes } phút
n-days = { $days } ngày một tuần

service-missed = Giờ con lỡ
# $subject is a lesson as the timetable names it.
missed-days = { $extent ->
    [whole] { $subject }
   *[part] một phần { $subject }
} ({ n-minutes }, { n-days })
missed-week = { $extent ->
    [whole] { $subject }
   *[part] một phần { $subject }
} ({ n-minutes } một tuần)
service-exception = Vì sao vào giờ học này
exception-decided = Nhóm đã quyết định điều này ngày { $date }.
service-more = Thêm về sự giúp đỡ này
service-return = Trở lại lớp
service-materials = Đồ dùng
service-peers = Cùng các bạn
service-split = Số phút một tuần
split = { $inside } trong lớp, { $outside } trong nhóm nhỏ

service-coteach = Cách dạy
coteach-one-teach-one-assist = Một người dạy. Người kia đi đến từng bàn và giúp.
coteach-station = Các bạn đi từ bàn này sang bàn khác. Thầy cô dạy ở một số bàn.
coteach-parallel = Lớp chia làm hai. Mỗi người dạy một nửa, và cả hai nửa học cùng một bài.
coteach-alternative = Một người dạy cả lớp. Người kia học với vài bạn trong cùng phòng.
coteach-team = Hai người cùng dạy cả lớp.

minutes = Số phút dự kiến và số phút đã có
minutes-part = Dự kiến <b>{ $planned } phút</b>, đã có <b>{ $given }</b>.
minutes-whole = Con đã có đủ <b>{ $planned } phút</b> dự kiến.
minutes-since = Từ ngày { $date }.
minutes-weeks = Từng tuần
minutes-week = Tuần từ
minutes-planned = Dự kiến
minutes-given = Đã có
# Why some minutes were not given. No blame.
reason-no-school = Trường nghỉ: { n-minutes }.
reason-staff-away = Thầy cô vắng: { n-minutes }.
reason-student-away = { $name } vắng: { n-minutes }.
reason-other = Lý do khác: { n-minutes }.

goal-minutes = Thời gian cho mục tiêu này: khoảng { n-minutes } một tuần.
support-fades = Sẽ giảm dần và ngừng chậm nhất vào ngày { $date }.
