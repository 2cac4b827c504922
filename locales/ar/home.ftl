# At home. A tip is فكرة, as in the shared texts.

home-lead = أشياء صغيرة ليوم عادي. واحد منها يكفي. قوموا به باللغة التي تتكلمونها في البيت.
home-none = لا توجد أفكار للبيت الآن.
routine-morning = في الصباح
routine-breakfast = عند الفطور
routine-car = في الطريق
routine-after-school = بعد المدرسة
routine-shop = عند التسوق
routine-cooking = أثناء الطبخ
routine-dinner = عند العشاء
routine-after-dinner = بعد العشاء
routine-bath = وقت الحمّام
routine-bedtime = وقت النوم
routine-play = وقت اللعب
routine-weekend = في عطلة نهاية الأسبوع
routine-any = في أي وقت
tip-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
tip-needs = ما تحتاجون إليه: { $what }
# $what begins with a verb in the past: إذا وجد طفلكم كلمة قبلكم.
tip-good = الأمور تسير جيدًا إذا { $what }.
tip-stop = توقفوا إذا { $what }.
tip-goal = تساعد في: { $goal }
