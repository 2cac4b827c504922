#!/usr/bin/env python3
"""Writes a school folder for benchmarks: many students, made by rule from seed words.

    benches/corpus.py STUDENTS FOLDER [--languages 7] [--seed N]

The same arguments always write the same files. Every student has 4 goals with 30
numbers each, 8 updates, 6 tips, 5 services, 2 reviews, a change, meetings, minutes, a
family that reads 2 or 3 languages, and slips as real schools have them. There are no
photos. The school, its staff and its library are the demo's, with more case managers.
"""
import argparse
import datetime
import itertools
import pathlib
import random
import re
import shutil

ROOT = pathlib.Path(__file__).resolve().parent.parent
TODAY = datetime.date(2027, 1, 21)
FIRST = datetime.date(2026, 9, 14)
OFF = {datetime.date.fromisoformat(day) for day in (
    "2026-10-12", "2026-11-03", "2026-11-11", "2026-11-25", "2026-11-26", "2026-11-27")}
BREAK = (datetime.date(2026, 12, 21), datetime.date(2027, 1, 1))

# Everything below has one entry for each of these, in this order.
TONGUES = ("en", "es", "ar", "vi")

TOPICS = [
    ("bats", "los murciélagos", "الخفافيش", "dơi"),
    ("frogs", "las ranas", "الضفادع", "ếch"),
    ("trains", "los trenes", "القطارات", "xe lửa"),
    ("stars", "las estrellas", "النجوم", "các vì sao"),
    ("rain", "la lluvia", "المطر", "mưa"),
    ("bread", "el pan", "الخبز", "bánh mì"),
    ("rivers", "los ríos", "الأنهار", "dòng sông"),
    ("birds", "los pájaros", "الطيور", "chim"),
    ("drums", "los tambores", "الطبول", "trống"),
    ("maps", "los mapas", "الخرائط", "bản đồ"),
    ("kites", "las cometas", "الطائرات الورقية", "diều"),
    ("turtles", "las tortugas", "السلاحف", "rùa"),
    ("boats", "los barcos", "القوارب", "thuyền"),
    ("seeds", "las semillas", "البذور", "hạt giống"),
    ("clouds", "las nubes", "الغيوم", "mây"),
    ("bridges", "los puentes", "الجسور", "cây cầu"),
    ("whales", "las ballenas", "الحيتان", "cá voi"),
    ("songs", "las canciones", "الأغاني", "bài hát"),
    ("snails", "los caracoles", "الحلزونات", "ốc sên"),
    ("wheels", "las ruedas", "العجلات", "bánh xe"),
]
PLACES = [
    ("in the reading corner", "en el rincón de lectura", "في ركن القراءة", "ở góc đọc sách"),
    ("at the round table", "en la mesa redonda", "عند الطاولة المستديرة", "ở bàn tròn"),
    ("by the window", "junto a la ventana", "قرب النافذة", "bên cửa sổ"),
    ("in the library", "en la biblioteca", "في المكتبة", "trong thư viện"),
    ("in the garden", "en el jardín", "في الحديقة", "trong vườn"),
    ("in front of the class", "frente a la clase", "أمام الصف", "trước lớp"),
    ("with a small group", "con un grupo pequeño", "مع مجموعة صغيرة", "với một nhóm nhỏ"),
    ("after lunch", "después del almuerzo", "بعد الغداء", "sau giờ ăn trưa"),
    ("with a friend", "con un amigo", "مع صديق", "với một người bạn"),
    ("before the bell", "antes de la campana", "قبل الجرس", "trước giờ chuông"),
]
# {c} is the child, {a} a topic, {p} a place, {n} a number from 3 to 10.
EVENTS = [
    ("{c} read {n} pages about {a} {p}.", "{c} leyó {n} páginas sobre {a} {p}.",
     "قرأ {c} {n} صفحات عن {a} {p}.", "{c} đọc {n} trang về {a} {p}."),
    ("The class talked about {a}, and {c} asked {n} good questions.",
     "La clase habló sobre {a} y {c} hizo {n} buenas preguntas.",
     "تحدث الصف عن {a}، وطرح {c} {n} أسئلة جيدة.", "Lớp nói về {a}, và {c} hỏi {n} câu hay."),
    ("{c} worked {p} for {n} minutes and then took a break.",
     "{c} trabajó {p} por {n} minutos y luego tomó un descanso.",
     "عمل {c} {p} مدة {n} دقائق ثم أخذ استراحة.", "{c} làm bài {p} trong {n} phút rồi nghỉ."),
    ("A classmate and {c} made a picture of {a} {p}.", "{c} y otra persona de la clase hicieron un dibujo sobre {a} {p}.",
     "رسم {c} مع زميل صورة عن {a} {p}.", "{c} và một bạn vẽ tranh về {a} {p}."),
    ("We saw {c} help {n} classmates {p}.", "Vimos a {c} ayudar a {n} compañeros {p}.",
     "رأينا {c} يساعد {n} زملاء {p}.", "Chúng tôi thấy {c} giúp {n} bạn {p}."),
    ("{c} wrote {n} sentences about {a}.", "{c} escribió {n} oraciones sobre {a}.",
     "كتب {c} {n} جمل عن {a}.", "{c} viết {n} câu về {a}."),
    ("{c} told a story about {a} {p}.", "{c} contó un cuento sobre {a} {p}.",
     "حكى {c} قصة عن {a} {p}.", "{c} kể chuyện về {a} {p}."),
    ("{c} sorted {n} cards {p}.", "{c} ordenó {n} tarjetas {p}.",
     "رتب {c} {n} بطاقات {p}.", "{c} xếp {n} tấm thẻ {p}."),
    ("{c} chose a book about {a} and kept it for {n} days.", "{c} escogió un libro sobre {a} y lo tuvo {n} días.",
     "اختار {c} كتابًا عن {a} واحتفظ به {n} أيام.", "{c} chọn sách về {a} và giữ {n} ngày."),
    ("Next week we read more about {a}.", "La próxima semana leeremos más sobre {a}.",
     "سنقرأ في الأسبوع القادم أكثر عن {a}.", "Tuần sau chúng tôi đọc thêm về {a}."),
    ("At home, ask about {a}.", "En casa, pregunten sobre {a}.",
     "في البيت، اسألوا عن {a}.", "Ở nhà, xin hỏi về {a}."),
    ("It took {n} tries to begin, and then it went well.", "Empezar tomó {n} intentos, y luego salió bien.",
     "احتاج البدء إلى {n} محاولات، ثم سار كل شيء جيدًا.", "Phải thử {n} lần mới bắt đầu, rồi mọi việc tốt."),
]
# What only staff would write. English, and harder to read than families need.
HARD = (
    "Considering the extraordinarily complicated circumstances surrounding independent "
    "participation, additional opportunities for collaborative communication regarding {a} were "
    "systematically incorporated throughout the instructional environment {p}."
)
JARGON = ("This happened during a pull-out lesson about {a}.", "The support was push-in time about {a}.")
VAGUE = "{c} is making progress with {a}."

# id, area, title, what, why, how checked
GOALS = [
    ("reading-aloud", "reading",
     ("Reading out loud about {a}", "Leer en voz alta sobre {a}", "القراءة بصوت عال عن {a}", "Đọc to về {a}"),
     ("Read a new page about {a} out loud, smoothly.", "Leer en voz alta una página nueva sobre {a}.",
      "قراءة صفحة جديدة عن {a} بصوت عال.", "Đọc to một trang mới về {a}."),
     ("Smooth reading leaves room to think about {a}.", "Leer con soltura deja espacio para pensar en {a}.",
      "القراءة السلسة تترك مجالًا للتفكير في {a}.", "Đọc trôi chảy thì có chỗ để nghĩ về {a}."),
     ("We listen to one new page {p}, for one minute.", "Escuchamos una página nueva {p}, por un minuto.",
      "نستمع إلى صفحة جديدة {p} مدة دقيقة واحدة.", "Chúng tôi nghe một trang mới {p}, trong một phút.")),
    ("word-cards", "reading",
     ("Reading words about {a}", "Leer palabras sobre {a}", "قراءة كلمات عن {a}", "Đọc từ về {a}"),
     ("Read 18 of 20 cards about {a} right.", "Leer bien 18 de 20 tarjetas sobre {a}.",
      "قراءة 18 من 20 بطاقة عن {a} قراءة صحيحة.", "Đọc đúng 18 trong 20 tấm thẻ về {a}."),
     ("These words are in many books about {a}.", "Estas palabras salen en muchos libros sobre {a}.",
      "هذه الكلمات في كتب كثيرة عن {a}.", "Những từ này có trong nhiều sách về {a}."),
     ("We look at 20 cards {p}.", "Vemos 20 tarjetas {p}.", "ننظر إلى 20 بطاقة {p}.", "Chúng tôi xem 20 tấm thẻ {p}.")),
    ("asking-for-help", "communication",
     ("Asking for help with {a}", "Pedir ayuda con {a}", "طلب المساعدة في {a}", "Xin giúp đỡ về {a}"),
     ("Ask for help when a task about {a} is hard.", "Pedir ayuda si una tarea sobre {a} es difícil.",
      "طلب المساعدة حين تكون مهمة عن {a} صعبة.", "Xin giúp khi bài về {a} khó."),
     ("Help comes sooner, and {a} are fun again.", "La ayuda llega antes y {a} gustan otra vez.",
      "تصل المساعدة أسرع، ويعود المرح مع {a}.", "Được giúp sớm hơn thì {a} lại vui."),
     ("We count the times {p}.", "Contamos las veces {p}.", "نعد المرات {p}.", "Chúng tôi đếm số lần {p}.")),
    ("reading-alone", "self-management",
     ("Staying with a book about {a}", "Seguir con un libro sobre {a}", "البقاء مع كتاب عن {a}", "Đọc lâu một cuốn sách về {a}"),
     ("Read about {a} for 15 minutes before a break.", "Leer sobre {a} por 15 minutos antes de un descanso.",
      "القراءة عن {a} مدة 15 دقيقة قبل الاستراحة.", "Đọc về {a} trong 15 phút trước khi nghỉ."),
     ("A long look at {a} makes reading easier.", "Mirar {a} con calma hace más fácil leer.",
      "النظر الطويل إلى {a} يجعل القراءة أسهل.", "Đọc lâu về {a} thì dễ đọc hơn."),
     ("We note when the book opens {p}.", "Anotamos cuándo se abre el libro {p}.",
      "نسجل متى يفتح الكتاب {p}.", "Chúng tôi ghi lúc mở sách {p}.")),
]
USES = [
    ("signs in the street", "los letreros de la calle", "لافتات الشارع", "biển báo ngoài đường"),
    ("a story at bedtime", "un cuento antes de dormir", "قصة قبل النوم", "truyện trước giờ ngủ"),
    ("the rules of a game", "las reglas de un juego", "قواعد لعبة", "luật của một trò chơi"),
    ("a letter to a cousin", "una carta para un primo", "رسالة إلى قريب", "thư cho anh em họ"),
]
UNIT = ("cards read right", "tarjetas leídas bien", "البطاقات الصحيحة", "tấm thẻ đọc đúng")
MORE = ("We began with short texts about {a}. The aim line shows the pace we hope for.",
        "Empezamos con textos cortos sobre {a}. La línea de meta muestra el ritmo que esperamos.",
        "بدأنا بنصوص قصيرة عن {a}. يبين خط الهدف السرعة التي نأملها.",
        "Chúng tôi bắt đầu bằng bài ngắn về {a}. Đường mục tiêu cho thấy nhịp độ mong đợi.")

# id, facts, title
TIPS = [
    ("one-page", "routine: bedtime\nminutes: 10", ("One page about {a}", "Una página sobre {a}", "صفحة عن {a}", "Một trang về {a}")),
    ("three-words", "routine: dinner\nminutes: 5", ("Three words about {a}", "Tres palabras sobre {a}", "ثلاث كلمات عن {a}", "Ba từ về {a}")),
    ("draw-it", "routine: after-school\nminutes: 8", ("Draw {a}", "Dibujar {a}", "رسم {a}", "Vẽ {a}")),
    ("tell-me", "routine: morning\nminutes: 3", ("Tell me about {a}", "Cuéntame sobre {a}", "حدثني عن {a}", "Kể về {a}")),
    ("find-it", "routine: weekend\nminutes: 10", ("Find {a}", "Buscar {a}", "البحث عن {a}", "Tìm {a}")),
    ("count-it", "routine: play\nminutes: 5", ("Count {a}", "Contar {a}", "عد {a}", "Đếm {a}")),
]
STEPS = (
    "1. Sit down {p}, or in a quiet place.\n2. Talk about {a} for a minute, in your language.\n3. Stop while it is fun.",
    "1. Siéntense en un lugar tranquilo.\n2. Hablen un minuto sobre {a}, en su idioma.\n3. Paren mientras sea divertido.",
    "1. اجلسوا في مكان هادئ.\n2. تحدثوا دقيقة عن {a} بلغتكم.\n3. توقفوا ما دام الأمر ممتعًا.",
    "1. Ngồi ở nơi yên tĩnh.\n2. Nói về {a} một phút, bằng tiếng của gia đình.\n3. Dừng lại khi còn vui.")
TIMES = ("{n} times a week", "{n} veces por semana", "{n} مرات في الأسبوع", "{n} lần một tuần")
GOOD_IF = ("your child asks for more", "quiere seguir", "طلب المزيد", "con muốn làm thêm")

# id, facts; the times are outside of core lessons for small groups
SERVICES = [
    ("reading-in-class", "kind: reading\nmodel: push-in\nwith: [bell]\nwho: [{m}]\ndays: [mon, tue, wed, thu]\n"
     'start: "09:15"\nend: "09:45"\nsince: 2026-09-08\ngoals: [reading-aloud, reading-alone]'),
    ("small-group-words", "kind: reading\nmodel: pull-out\nwho: [nakai]\ndays: [mon, tue, wed]\n"
     'start: "10:10"\nend: "10:35"\ngroup_size: 4\nsince: 2026-09-08\ninstead_of: independent reading\ngoals: [word-cards]'),
    ("speech", "kind: speech-language\nmodel: pull-out\nwho: [lindqvist]\ndays: [thu]\n"
     'start: "10:10"\nend: "10:30"\ngroup_size: 2\nsince: 2026-09-10\ninstead_of: independent reading\ngoals: [asking-for-help]'),
    ("hands", "kind: occupational\nmodel: pull-out\nwho: [adeyemi]\ndays: [fri]\n"
     'start: "14:05"\nend: "14:35"\ngroup_size: 1\nsince: 2026-09-11\ngoals: [reading-alone]'),
    ("math-in-class", "kind: math\nmodel: push-in\nwho: [wells]\nwith: [bell]\ndays: [tue, thu]\n"
     'start: "12:20"\nend: "12:50"\nsince: 2026-09-08\ngoals: [asking-for-help]'),
]
WHERE = ("Room {n}", "Salón {n}", "الغرفة {n}", "Phòng {n}")
LOOKS = ("{n} children work on {a} and take turns.", "{n} niños trabajan sobre {a} por turnos.",
         "يعمل {n} أطفال على {a} بالتناوب.", "{n} em học về {a} và thay phiên nhau.")
NEEDS = ("Talk about {a} is easier when few people speak.", "Hablar sobre {a} es más fácil con poca gente.",
         "الحديث عن {a} أسهل مع قلة من الناس.", "Nói về {a} dễ hơn khi ít người.")
EXIT = ("When 3 of 4 checks about {a} go well.", "Cuando 3 de 4 pruebas sobre {a} salgan bien.",
        "حين تنجح 3 من 4 مرات عن {a}.", "Khi 3 trong 4 lần kiểm tra về {a} tốt.")
BACK = ("Back in class before writing begins.", "De regreso antes de que empiece la escritura.",
        "العودة إلى الصف قبل بدء الكتابة.", "Về lớp trước giờ viết.")
STRENGTHS = ("Knows a lot about {a}", "Sabe mucho sobre {a}", "معرفة كبيرة عن {a}", "Biết nhiều về {a}")
VOICE = ("I like {a}.", "Me gusta pensar en {a}.", "أحب {a}.", "Con thích {a}.")
HOPES = ("To read about {a} at home.", "Que lea sobre {a} en casa.", "القراءة عن {a} في البيت.", "Đọc về {a} ở nhà.")
DOES = ("Keeps the plan of {c} on track.", "Se encarga del plan de {c}.", "متابعة خطة {c}.", "Theo sát kế hoạch của {c}.")
TEACHES = ("Teaches the class of {c}.", "Enseña en la clase de {c}.", "تعليم صف {c}.", "Dạy lớp của {c}.")
SUPPORT = ("Directions about {a} are read out loud.", "Las instrucciones sobre {a} se leen en voz alta.",
           "تُقرأ التعليمات عن {a} بصوت عال.", "Lời hướng dẫn về {a} được đọc to.")
DECIDED = ("From {n} to {m} since September.", "De {n} a {m} desde septiembre.",
           "من {n} إلى {m} منذ سبتمبر.", "Từ {n} đến {m} kể từ tháng 9.")
NEXT = ("the same plan", "el mismo plan", "الخطة نفسها", "giữ kế hoạch")
AGREED = ("We agree to go on with {a}.", "Acordamos seguir con {a}.", "اتفقنا على الاستمرار مع {a}.", "Chúng tôi đồng ý tiếp tục với {a}.")

FAMILIES = {
    "es": "Rivera Soto Morales Castro Vega Núñez Salazar Fuentes Ortega Peña Ramos Cabrera Aguilar Mejía Rojas Paredes",
    "ar": "Haidar:حيدر Mansour:منصور Khalil:خليل Nasser:ناصر Saleh:صالح Farouk:فاروق Zayed:زايد Qasim:قاسم Hamdan:حمدان Issa:عيسى",
    "vi": "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương",
}
# Syllables of given names: beginnings, middles, ends. Arabic is in both scripts; · is a space.
SYLLABLES = {
    "es": ("Bel Cal Dari Eli Fabi Gil Jaci Leo Mari Noe Pil Rami Sabi Teo Vale Xime",
           "bra du fe go li lma mo ndra ni ro rve sti ta vi zo", "án ela ín ita lio mar nda nia rdo rena sio tina"),
    "ar": ("Ba:با Da:دا Fa:فا Ha:ها Ja:جا Ka:كا La:لا Na:نا Ra:را Sa:سا Ta:تا Za:زا",
           "bi:بي di:دي fi:في hi:هي li:لي mi:مي ni:ني ri:ري si:سي ti:تي zi:زي wi:وي",
           "ban:بان dan:دان fan:فان lan:لان mar:مار nar:نار ran:ران sam:سام yan:يان zan:زان"),
    "vi": ("Ân Bảo Châu Duy Gia Hải Khánh Lâm Minh Ngọc Phúc Quang Sơn Thiên Tuấn Uyên",
           "·Đan· ·Hà· ·Kim· ·Lan· ·Mai· ·Như· ·Thu· ·Vân· ·Yến· ·Xuân· ·Trúc· ·Tâm· ·Quỳnh· ·Thảo·",
           "Bình Cường Diễm Giang Hạnh Khôi Linh Nhật Phong Quyên Thịnh Vinh"),
}
STAFF = ("Ada Ben Cora Dov Edie Finn Greta Hugo Ines Jonas Kira Lars Mina Nils Oona Piet Rhea Sven Tova Ulla",
         "Abel Brandt Coyle Dunne Ebert Falk Grove Holt Ives Jarvis Keane Lund Moss Nash Oakes Pratt Quill Reeve Stroud Thorne")




def given_names(tongue: str, words: set, seed: random.Random):
    """Invented given names, in both scripts, of which no two are the same and none is a word."""
    parts = [[(part.split(":") * 2)[:2] for part in row.split()] for row in SYLLABLES[tongue]]
    names = [["".join(script).replace("·", " ") for script in zip(*name)] for name in itertools.product(*parts)]
    names = [name for name in names if name[0].lower() not in words]
    seed.shuffle(names)
    yield from names
    # A very large school needs longer names. In one word, as a part must not be another child's name.
    for one, two in itertools.permutations(names, 2):
        yield [first + second.lower() for first, second in zip(one, two)]


def words_of_shared_texts() -> set:
    """All words that a page can have from the library, the language packs and this file."""
    paths = [pathlib.Path(__file__)]
    for folder in (ROOT / "locales", ROOT / "content" / "library"):
        paths += [path for path in folder.rglob("*") if path.suffix in (".md", ".yaml", ".ftl")]
    return {word for path in paths for word in re.findall(r"\w+", path.read_text("utf-8").lower())}


def days_of_checks() -> list:
    """The school days so far, on which there can be a number."""
    days = [FIRST + datetime.timedelta(days=number) for number in range((TODAY - FIRST).days)]
    return [day for day in days if day.weekday() < 5 and day not in OFF and not BREAK[0] <= day <= BREAK[1]]


CHECKS = days_of_checks()
FRIDAYS = [day for day in CHECKS if day.weekday() == 4][-8:]
MONDAYS = [day for day in CHECKS if day.weekday() == 0][-10:]


class Student:
    """Writes the folder of one student."""

    def __init__(self, folder: pathlib.Path, seed: random.Random, child: list, manager: str, reads: list) -> None:
        self.folder, self.seed, self.child, self.manager, self.reads = folder, seed, child, manager, reads
        self.others = [tongue for tongue in reads if tongue != "en"]
        for part in ("goals", "updates", "tips", "reviews", "transitions"):
            (folder / part).mkdir(parents=True)

    def words(self, **more) -> dict:
        """One choice of words, the same in each language."""
        seed = self.seed
        return {"c": self.child, "a": seed.choice(TOPICS), "p": seed.choice(PLACES),
                "n": seed.randrange(3, 11), "m": seed.randrange(11, 30), **more}

    def say(self, template: tuple, words: dict, tongue: str) -> str:
        at = TONGUES.index(tongue)
        here = {key: value[at] if isinstance(value, tuple) else value for key, value in words.items()}
        here["c"] = self.child[1 if tongue == "ar" else 0]
        text = template[at].format(**here)
        return text[0].upper() + text[1:]

    def write(self, place: str, kind: str, facts: dict, missing: float = 0.0) -> None:
        """A file in each language, but for translations that nobody has made yet."""
        for tongue, text in facts.items():
            if tongue != "en" and self.seed.random() < missing:
                continue
            ending = kind if tongue == "en" else f"{tongue}.{kind}"
            (self.folder / f"{place}.{ending}").write_text(text, "utf-8")

    def each(self, made) -> dict:
        """`made` called with a function that puts a template into each of the languages."""
        return {tongue: made(tongue, lambda template, words: self.say(template, words, tongue))
                for tongue in ("en", *self.others)}

    def all(self, facts: str) -> None:
        self.about()
        self.student(facts)
        self.goals()
        self.services()
        self.updates()
        self.tips()
        self.reviews()
        self.change()
        self.meetings()
        self.minutes()

    def about(self) -> None:
        lines = [(event, self.words()) for event in self.seed.sample(EVENTS[:9], 3)]
        self.write("about", "md", self.each(lambda _, say: " ".join(say(*line) for line in lines) + "\n"), 0.15)

    def student(self, facts: str) -> None:
        first, second, third = self.words(), self.words(), self.words()

        def made(tongue, say):
            own = tongue == "en"
            return (
                (facts if own else "")
                + "strengths:\n" + "".join(f"  - {say(STRENGTHS, words)}\n" for words in (first, second))
                + f"voice: {say(VOICE, third)}\n"
                + f"family:\n  hopes: {say(HOPES, first)}\n"
                + "team:\n"
                + "".join(f"  - {f'person: {person}' + chr(10) + '    ' if own else ''}does: {say(template, first)}\n"
                          for person, template in ((self.manager, DOES), ("bell", TEACHES)))
                + "supports:\n"
                + "".join(f"  - {f'kind: accommodation' + chr(10) + '    ' if own else ''}text: {say(SUPPORT, words)}\n"
                          for words in (second, third))
                + "  - thinking-time\n  - extra-time\n"
            )
        self.write("student", "yaml", self.each(made))

    def goals(self) -> None:
        seed = self.seed
        for at, (goal, area, title, what, why, how) in enumerate(GOALS):
            words, uses = self.words(), seed.sample(USES, 2)
            gap = seed.choice(("", "what", "how", "uses", "agreed"))
            measure, numbers = self.numbers(at)
            alone = seed.random() < 0.4

            def made(tongue, say):
                own = tongue == "en"
                lines = [f"title: {say(title, words)}"]
                if own:
                    lines += [f"area: {area}", f"measure: {measure}", numbers, f"priority: {at + 1}",
                              f"owners: [{self.manager}{'' if alone else ', bell'}]"]
                    if gap != "agreed":
                        lines.append(f"agreed: {{on: 2026-09-14, by: [family, {self.manager}]}}")
                elif at == 1:
                    lines.append(f"measure: {{unit: {UNIT[TONGUES.index(tongue)]}}}")
                if gap != "what":
                    lines.append(f"what: {say(what, words)}")
                lines.append(f"why: {say(why, words)}")
                if gap != "how":
                    lines.append(f"how_checked: {say(how, words)}")
                if gap != "uses":
                    lines += ["where_used:"] + [f"  - {use[TONGUES.index(tongue)]}" for use in uses]
                return "\n".join(lines) + "\n"
            self.write(f"goals/{goal}", "yaml", self.each(made), 0.1)
            if at < 3:
                self.write(f"goals/{goal}", "md", self.each(lambda _, say: say(MORE, words) + "\n"), 0.2)

    def numbers(self, at: int) -> tuple:
        """The measure of a goal, and everything with numbers: 30 checks of a child who learns."""
        seed = self.seed
        days = sorted(seed.sample(CHECKS[:-5], 29) + [seed.choice(CHECKS[-5:])])
        begin, grow = ((38, 30), (8, 8), (3, 6), (5, 8))[at]
        begin += seed.randrange(0, 3 if at else 25)
        values = [begin + round(grow * number / 30 + seed.uniform(-1, 1) * (4 if at == 0 else 1)) for number in range(30)]
        target, measure, baseline, show = (
            (begin + 50, "{kind: words-per-minute}", f"[{begin - 2}, {begin + 3}, {begin}]",
             lambda value: f"{{attempted: {value + 4}, errors: 4}}"),
            (90, f"{{kind: percent, total: 20, unit: {UNIT[0]}}}", f"[{begin}/20, {begin - 1}/20, {begin}/20]",
             lambda value: f"{min(value, 20)}/20"),
            (12, "{kind: count, window: 15}", f"[{begin}, {begin + 1}, {begin}]", str),
            (15, "{kind: duration, unit: minutes}", f"[{begin}, {begin}, {begin + 1}]", str),
        )[at]
        facts = (f"baseline: {{date: 2026-09-11, values: {baseline}}}\ntarget: {target}\nby: 2027-05-28\n"
                 f"mastery: {{at_least: {target}, times: 3, of: 4}}")
        if at % 2:
            # Every other goal has its numbers in a sheet, as trackers save them.
            rows = [f"{day},{show(value)},small-group" for day, value in zip(days, values)]
            self.write(f"goals/{GOALS[at][0]}", "csv", {"en": "date,value,setting\n" + "\n".join(rows) + "\n"})
            return measure, facts
        lines = [f"  {day}: {show(value)}" for day, value in zip(days, values)]
        return measure, facts + "\ndata:\n" + "\n".join(lines)

    def services(self) -> None:
        seed = self.seed
        chosen = [(self.words(n=seed.randrange(3, 6)), seed.randrange(1, 20), seed.random()) for _ in SERVICES]

        def made(tongue, say):
            lines = []
            for (service, facts), (words, room, slip) in zip(SERVICES, chosen):
                lines.append(f"{service}:")
                if tongue == "en":
                    lines += facts.format(m=self.manager).split("\n")
                lines.append(f"where: {say(WHERE, {'n': room})}")
                if slip > 0.3:
                    lines.append(f"looks_like: {say(LOOKS, words)}")
                lines.append(f"why: {{needs: {say(NEEDS, words)}}}")
                if "pull-out" in facts:
                    lines.append(f"return_plan: {say(BACK, words)}")
                    if slip > 0.5:
                        lines.append(f"exit: {say(EXIT, words)}")
            return "\n".join(line if line.endswith(":") else "  " + line for line in lines) + "\n"
        self.write("services", "yaml", self.each(made), 0.05)

    def updates(self) -> None:
        seed = self.seed
        for day in FRIDAYS:
            lines = [(event, self.words()) for event in seed.sample(EVENTS, 6)]
            extra = self.words()
            slips = [seed.choice(which) for which, share in (((HARD,), 0.45), (JARGON, 0.5), ((VAGUE,), 0.2))
                     if seed.random() < share]
            facts = f"---\nby: {self.manager}\ngoals: [{seed.choice(GOALS)[0]}]\n---\n"

            def made(tongue, say):
                text = " ".join(say(*line) for line in lines[:3]) + "\n\n" + " ".join(say(*line) for line in lines[3:]) + "\n"
                if tongue != "en":
                    return text
                also = " ".join(slips)
                return facts + text + ("\n" + say((also,), extra) + "\n" if also else "")
            self.write(f"updates/{day}", "md", self.each(made), 0.25)

    def tips(self) -> None:
        for tip, facts, title in TIPS:
            words = self.words()

            def made(tongue, say):
                own = facts + "\n" if tongue == "en" else ""
                return (f"---\n{own}times: {say(TIMES, words).lower()}\ngood_if: {say(GOOD_IF, words).lower()}\n---\n"
                        f"# {say(title, words)}\n\n{say(STEPS, words)}\n")
            self.write(f"tips/{tip}", "md", self.each(made), 0.25)

    def reviews(self) -> None:
        for day, kind, goals in (("2026-10-16", "brief", GOALS[:2]), ("2026-11-20", "formal", GOALS)):
            words = [self.words() for _ in goals]

            def made(tongue, say):
                lines = ["---"] + ([f"kind: {kind}", "present: [family, bell]"] if tongue == "en" else []) + ["goals:"]
                for (goal, *_), chosen in zip(goals, words):
                    lines.append(f"  {goal}:")
                    if tongue == "en":
                        lines += ["    decision: continue", "    status: on-path"]
                    lines += [f"    why: {say(DECIDED, chosen)}", f"    next: {say(NEXT, chosen).lower()}"]
                return "\n".join(lines + ["---", say(AGREED, words[0])]) + "\n"
            self.write(f"reviews/{day}", "md", self.each(made), 0.15)

    def change(self) -> None:
        """A change of setting in December; for some, not everybody was told."""
        words, told = self.words(), self.seed.random() < 0.4

        def made(tongue, say):
            facts = ("kind: setting\nservice: speech\nfrom: {model: pull-out, times: 2, minutes: 20}\n"
                     "to: {model: pull-out, times: 1, minutes: 20}\n"
                     f"handoff: {{goals_reviewed: true, receiving: bell, done: {str(told).lower()}}}\n")
            return (facts if tongue == "en" else "") + f"why: {say(NEEDS, words)}\nstays_same: [\"{say(AGREED, words)}\"]\n"
        self.write("transitions/2026-12-07", "yaml", self.each(made), 0.15)

    def meetings(self) -> None:
        rooms = {"family-february": self.seed.randrange(1, 20), "planning": self.seed.randrange(1, 20)}
        facts = {
            "family-february": f"date: 2027-02-{self.seed.randrange(8, 13):02}\n  time: \"15:30\"\n  kind: family\n"
                               f"  who: [{self.manager}, bell]\n  interpreter: {self.others[0]}",
            "planning": f"date: 2026-11-18\n  time: \"14:45\"\n  kind: planning\n  every: two-weeks\n"
                        f"  who: [{self.manager}, bell]\n  family_invited: false",
        }
        self.write("meetings", "yaml", self.each(lambda tongue, say: "".join(
            f"{meeting}:\n" + (f"  {facts[meeting]}\n" if tongue == "en" else "") + f"  where: {say(WHERE, {'n': room})}\n"
            for meeting, room in rooms.items())), 0.2)

    def minutes(self) -> None:
        rows = ["week,service,planned,given,student_away,staff_away,no_school"]
        for week in MONDAYS:
            away = self.seed.choice((0, 0, 0, 0, 25))
            rows.append(f"{week},small-group-words,75,{75 - away},{away or ''},,")
            rows.append(f"{week},speech,20,20,,,")
        self.write("minutes", "csv", {"en": "\n".join(rows) + "\n"})


def school(target: pathlib.Path, tongues: list, managers: int) -> None:
    """The demo's shared files, on the corpus's day and with one case manager for 12 students."""
    demo = ROOT / "content"
    shutil.copytree(demo, target, ignore=shutil.ignore_patterns("students", ".kinfolio", "families.yaml"))
    facts = (target / "school.yaml").read_text("utf-8")
    facts = re.sub(r"(?m)^today:.*$", f"today: {TODAY}", facts)
    facts = re.sub(r"(?m)^languages:.*$", f"languages: [{', '.join(tongues)}]", facts)
    (target / "school.yaml").write_text(facts, "utf-8")
    firsts, lasts = (row.split() for row in STAFF)
    with open(target / "staff.yaml", "a", encoding="utf-8") as staff:
        for number in range(managers):
            name = f"{firsts[number % 20]} {lasts[number // 20 % 20]}"
            staff.write(f"m{number:03}:\n  name: Ms. {name}\n  example: true\n  role: special-education-teacher\n"
                        f"  phone: \"555-{1000 + number}\"\n  hours: 7:30 to 3:30\n  languages: [en]\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("students", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--languages", type=int, default=7, help="at most this many, of those that have a pack")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    tongues = [tongue for tongue in TONGUES if (ROOT / "locales" / tongue).is_dir()][:max(2, given.languages)]
    homes = tongues[1:]
    school(given.folder, tongues, given.students // 12 + 1)
    seed, words = random.Random(given.seed), words_of_shared_texts()
    names = {tongue: given_names(tongue, words, seed) for tongue in homes}
    for number in range(given.students):
        # Half of the families read one more language, besides English.
        at = number % len(homes)
        reads = [homes[at], "en"]
        if number % 2 and len(homes) > 1:
            reads.insert(1, homes[(at + 1 + number // 2 % (len(homes) - 1)) % len(homes)])
        home = homes[at]
        child = next(names[home])
        last, other = seed.sample([(part.split(":") * 2)[:2] for part in FAMILIES[home].split()], 2)
        whole = {"es": f"{child[0]} {last[0]} {other[0]}", "vi": f"{last[0]} {child[0]}",
                 "ar": f"{{en: {child[0]} {last[0]}, ar: {child[1]} {last[1]}}}"}[home]
        call = f"{{en: {child[0]}, ar: {child[1]}}}" if home == "ar" else child[0]
        facts = (f"format: 1\nexample: true\nname: {whole}\ncall_name: {call}\npronouns: {seed.choice(('she', 'he', 'they'))}\n"
                 f"grade: \"{number % 8 + 1}\"\nclass: Room 12\nhome_languages: [{', '.join(reads)}]\ncase_manager: m{number // 12:03}\nguardians: [mother, father]\n")
        Student(given.folder / "students" / f"s{number:05}", seed, child, f"m{number // 12:03}", reads).all(facts)


main()
