# The first page: the five questions of a parent, in their order.

week-of = Tuần từ ngày { $date }
doing-well = Những điều { $name } làm tốt
doing = { $name } dạo này thế nào
card-goal = Mục tiêu: { $target }, đến { $by }{ $again ->
    [again] {", trong nhiều lần kiểm tra"}
   *[once] {""}
}.
more-goals = Các mục tiêu khác
new = Có gì mới
# Under an update: who wrote it and when.
signed = { $who }, ngày { $date }
all-updates = Tất cả tin cập nhật
no-updates = Chưa có tin cập nhật nào.
tonight = Tối nay, { $minutes } phút
tonight-any = Thử làm ở nhà
all-tips = Tất cả gợi ý
meet = Buổi gặp sắp tới
meet-at = { $date }, lúc { $time }
meet-none = Hiện chưa hẹn buổi gặp nào. Gia đình có thể xin hẹn gặp bất cứ lúc nào.
meeting-planning = Họp lên kế hoạch
meeting-family = Họp với gia đình
meeting-iep = Họp IEP
meeting-review = Họp đánh giá tiến bộ
meet-interpreter = Buổi gặp có thông dịch viên, miễn phí.
call = Gọi cho ai
# Does not say "this person": "người này" would not be polite.
call-first = { $who } theo sát kế hoạch của { $name }. Cần gì, mời gia đình gọi số này trước.
call-button = Gọi { $phone }
write-button = Viết email cho { $email }
call-interpreter = Cần thông dịch viên, mời gia đình gọi { $phone }. Dịch vụ này miễn phí.
call-interpreter-paid = Cần thông dịch viên, mời gia đình gọi { $phone }.
speaks = Nói { $languages }.
voice = Lời của { $name }
hopes = Mong ước của gia đình
about = Đôi nét về { $name }
