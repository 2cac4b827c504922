# At home.

home-lead = Những việc nhỏ trong ngày thường. Một việc là đủ. Gia đình cứ dùng tiếng nói hằng ngày ở nhà.
home-none = Hiện chưa có gợi ý nào.
routine-morning = Buổi sáng
routine-breakfast = Lúc ăn sáng
routine-car = Trên đường đi
routine-after-school = Sau giờ học
routine-shop = Khi đi chợ
routine-cooking = Khi nấu ăn
routine-dinner = Trong bữa tối
routine-after-dinner = Sau bữa tối
routine-bath = Giờ tắm
routine-bedtime = Giờ đi ngủ
routine-play = Giờ chơi
routine-weekend = Cuối tuần
routine-any = Lúc nào cũng được
tip-minutes = { $minutes } phút
tip-needs = Cần có: { $what }
tip-good = Dấu hiệu tốt: { $what }.
tip-stop = Nên dừng nếu { $what }.
tip-goal = Giúp cho mục tiêu: { $goal }
